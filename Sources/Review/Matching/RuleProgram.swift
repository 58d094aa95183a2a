/// A rule's pattern with the conditions on a match, ready to run.
struct RuleProgram: Sendable {
    enum Condition: Sendable {
        case not(Pattern)
        case inside(Pattern)
        case notInside(Pattern)
        case regex(variable: Int, LazyRegex, isNegated: Bool)
        case kind(variable: Int, ExpressionKind, isNegated: Bool)
        case line(LazyRegex, isNegated: Bool)
        case content(variable: Int, LazyRegex, isNegated: Bool)
        /// The block that the match opens holds a statement that starts with one of these words, or none.
        case holds(variable: Int, [UInt32], isNegated: Bool)
        /// The chain of branches that the match goes on has asked for this before.
        case repeated(variable: Int)
        /// The match starts a statement, or is all of one.
        case statement(StatementPlace)
        /// The match starts a statement that another one follows in its block.
        case followed(variable: Int)
        case check(StructureCheck, variable: Int)
        /// One of these matches all that the metavariable stands for; all of the match where it is -1.
        case whole(variable: Int, [Pattern], isNegated: Bool)
        /// What is marked holds a value of a source that went through no sanitizer.
        case tainted(Taint)
    }

    /// Where values come from, and what makes them harmless, as patterns with the conditions on them.
    struct Taint: Sendable {
        var sources: [RuleProgram]
        var sanitizers: [RuleProgram]
    }

    /// What is said of its matches where a rule knows several kinds.
    struct Saying: Sendable {
        /// What the code really does.
        var what: String
        /// What to write in its place.
        var instead: String
    }

    var rule: Rule
    var saying: Saying?
    /// Whether it did not come with the program.
    var isOwn = false
    var pattern: Pattern
    var conditions: [Condition]
    /// Where the values that it asks about may do harm.
    var sink = Sinks.other
    /// The metavariable that is marked; -1 for the whole match.
    var focus = -1
    /// Names of the metavariables by number, for messages and fixes.
    var variables: [String]
    /// The facts that the file must have, all of them, and those of which it may have none.
    var requiredFacts = FactSet()
    var forbiddenFacts = FactSet()
    /// What the token after the anchor must start with, where a condition on it says so and it is on the same line.
    var nextBytes: ByteSet?

    /// Whether it asks for the statement behind the one that it matches.
    var asksWhatFollows = false

    /// The regular expressions in its conditions.
    var expressions: [String] {
        conditions.flatMap { condition -> [String] in
            switch condition {
            case .regex(_, let regex, _), .content(_, let regex, _), .line(let regex, _): [regex.expression]
            case .tainted(let taint): (taint.sources + taint.sanitizers).flatMap(\.expressions)
            default: []
            }
        }
    }
}
