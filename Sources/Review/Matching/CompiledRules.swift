import Synchronization

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
    }

    var rule: Rule
    var pattern: Pattern
    var conditions: [Condition]
    /// The metavariable that is marked; -1 for the whole match.
    var focus = -1
    /// Names of the metavariables by number, for messages and fixes.
    var variables: [String]
    /// Bits of the facts of which the file must have one, or none.
    var requiredFacts: UInt16 = 0
    var forbiddenFacts: UInt16 = 0
}

/// A fact that a line states by words or strings in this order, such as an import.
struct FactPhrase: Sendable {
    var words: [UInt32]
    var bit: UInt16

    func isIn(_ tokens: [Token]) -> Bool {
        var next = 0
        for token in tokens where token.kind.isKey && token.hash == words[next] {
            next += 1
            if next == words.count { return true }
        }
        return false
    }
}

/// The rules of a language, keyed by the tokens that may start a match.
///
/// Made at the first document of the language and kept: nothing is compiled when the program starts.
final class CompiledRules: Sendable {
    let programs: [RuleProgram]
    let formats: TextFormats
    let assignments: [AssignmentDetector]
    /// What was wrong with rules that are left out.
    let problems: [String]
    /// For each hash of a token, the programs whose anchor it is.
    private let anchors: [UInt32: [Int]]
    /// For each hash of a word or string, the bit of the fact that it stands for.
    private let factBits: [UInt32: UInt16]
    /// The facts of several words, and their numbers by the hash of one of the words.
    private let phrases: [FactPhrase]
    private let phraseNumbers: [UInt32: [Int]]
    /// A bit for each low half of a hash that `anchors`, `factBits` or `phraseNumbers` may hold.
    private let filter: [UInt64]

    init(_ rules: [Rule], for language: Language) {
        var compiler = RuleCompiler(language)
        for rule in rules { compiler.add(rule) }
        programs = compiler.programs
        formats = TextFormats(compiler.formats)
        assignments = compiler.assignments
        problems = compiler.problems
        factBits = compiler.factBits
        (phrases, phraseNumbers) = (compiler.phrases, compiler.phraseNumbers)
        var anchors: [UInt32: [Int]] = [:]
        for (number, program) in compiler.programs.enumerated() {
            for trigger in Set(program.pattern.triggers) { anchors[trigger, default: []].append(number) }
        }
        self.anchors = anchors
        var filter = [UInt64](repeating: 0, count: 1024)
        for hash in anchors.keys { filter[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
        for hash in compiler.factBits.keys { filter[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
        for hash in compiler.phraseNumbers.keys { filter[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
        self.filter = filter
    }

    /// Whether a token with this hash may start a match or be a fact; seldom true for one that does not.
    @inline(__always)
    func mayTrigger(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1
    }

    func programs(anchoredAt hash: UInt32) -> [Int] { anchors[hash] ?? [] }

    /// The facts that a token with this hash states on a line of these tokens.
    func facts(of hash: UInt32, in tokens: [Token]) -> UInt16 {
        var facts = factBits[hash] ?? 0
        for number in phraseNumbers[hash] ?? [] where phrases[number].isIn(tokens) { facts |= phrases[number].bit }
        return facts
    }

    /// By the language's name.
    private static let cache = Mutex<[String: CompiledRules]>([:])

    /// The built-in rules for a language.
    static func builtIn(for language: Language) -> CompiledRules {
        cache.withLock { cache in
            if let known = cache[language.rawValue] { return known }
            let compiled = CompiledRules(RuleSet.builtIn.filter { $0.languages.contains(language) }, for: language)
            cache[language.rawValue] = compiled
            return compiled
        }
    }
}
