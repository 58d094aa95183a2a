/// Turns the formulas of rules into programs for one language.
///
/// A formula is a tree of alternatives and conditions; each of its positive patterns becomes a program of its own, with
/// the conditions on the way to it.
struct RuleCompiler {
    private var programs: [RuleProgram] = []
    private(set) var formats: [(rule: Rule, format: RuleDefinition.TextFormat)] = []
    private(set) var assignments: [AssignmentDetector] = []
    private(set) var problems: [String] = []
    private(set) var factBits: [UInt32: UInt16] = [:]
    private(set) var phrases: [FactPhrase] = []
    /// The numbers of the phrases by the hash of one of their words.
    private(set) var phraseNumbers: [UInt32: [Int]] = [:]

    /// The words of each fact, by the number of its bit.
    private(set) var facts: [[String]] = []

    private let language: Language

    /// Starts with the facts whose bits are given: those of the language's `RuleIndex`, which all rules share.
    init(_ language: Language, facts: [[String]]) {
        self.language = language
        self.facts = facts
    }

    /// The programs of a rule, in an order that depends on the rule alone.
    mutating func programs(of rule: Rule) -> [RuleProgram] {
        programs.removeAll()
        for formula in rule.definition.formulas { add(formula, [], rule) }
        return programs
    }

    /// Walks down to the patterns, with the conditions that hold for everything below.
    private mutating func add(_ formula: RuleDefinition.Formula, _ outer: [RuleDefinition.Formula], _ rule: Rule) {
        switch formula {
        case .languages(let languages, let inner):
            if languages.contains(language) { add(inner, outer, rule) }
        case .any(let branches):
            for branch in branches { add(branch, outer, rule) }
        case .all(let all):
            let parts = all.compactMap(forThisLanguage)
            let conditions = parts.filter { !RuleCompiler.isPositive($0) }
            let positives = parts.filter { RuleCompiler.isPositive($0) }
            guard let positive = positives.first, positives.count == 1 else {
                problems.append(
                    "\(rule.id): patterns need exactly one pattern or pattern-either, not \(positives.count)")
                return
            }
            add(positive, outer + conditions, rule)
        case .pattern(let text):
            do {
                try addProgram(text, outer, rule)
            } catch {
                problems.append("\(rule.id): \(error)")
            }
        case .text(let format): formats.append((rule, format))
        case .detector(let name, let options):
            guard name == AssignmentDetector.name else {
                problems.append("\(rule.id): there is no detector \(name)")
                return
            }
            assignments.append(AssignmentDetector(rule: rule, options: options))
        default:
            problems.append("\(rule.id): a condition stands where a pattern is needed")
        }
    }

    /// What an entry of a list says for the language at hand, if anything.
    private func forThisLanguage(_ formula: RuleDefinition.Formula) -> RuleDefinition.Formula? {
        guard case .languages(let languages, let inner) = formula else { return formula }
        return languages.contains(language) ? inner : nil
    }

    private static func isPositive(_ formula: RuleDefinition.Formula) -> Bool {
        switch formula {
        case .pattern, .any, .all: true
        default: false
        }
    }

    private mutating func addProgram(
        _ text: String, _ conditions: [RuleDefinition.Formula], _ rule: Rule
    ) throws {
        var compiler = PatternCompiler(language)
        for case .regex(let name, let regex, false) in conditions {
            if let words = RuleCompiler.words(listedBy: regex) { compiler.alternatives[name] = words }
        }
        var program = RuleProgram(rule: rule, pattern: try compiler.compile(text), conditions: [], variables: [])
        let bound = Set(compiler.variables.keys)
        // The cheap conditions come first, whatever their order in the file.
        for condition in conditions.sorted(by: { RuleCompiler.cost($0, bound) < RuleCompiler.cost($1, bound) }) {
            try add(condition, to: &program, &compiler)
        }
        program.variables = compiler.variables.sorted { $0.value < $1.value }.map(\.key)
        program.nextBytes = RuleCompiler.nextBytes(program)
        program.sink = Sinks(ofRule: rule.id)
        programs.append(program)
    }

    private static func cost(_ formula: RuleDefinition.Formula, _ bound: Set<String>) -> Int {
        switch formula {
        case .regex(let name, _, _) where !bound.contains(name), .kind(let name, _, _) where !bound.contains(name):
            // What surrounds the match binds it.
            5
        case .regex: 0
        case .not(let text): text.contains("...") ? 4 : 1
        case .kind: 2
        case .content, .holds, .repeated: 3
        default: 4
        }
    }

    private mutating func add(
        _ condition: RuleDefinition.Formula, to program: inout RuleProgram, _ compiler: inout PatternCompiler
    ) throws {
        switch condition {
        case .not(let text): program.conditions.append(.not(try compiler.compile(text, needsAnchor: false)))
        case .inside(let text): program.conditions.append(.inside(try compiler.compile(text, needsAnchor: false)))
        case .notInside(let text): program.conditions.append(.notInside(try compiler.compile(text, needsAnchor: false)))
        case .regex(let name, let regex, let isNegated):
            if !isNegated, RuleCompiler.words(listedBy: regex) != nil { return }
            program.conditions.append(
                .regex(variable: compiler.variable(name), LazyRegex(regex), isNegated: isNegated))
        case .kind(let name, let kind, let isNegated):
            guard let kind = ExpressionKind(rawValue: kind) else {
                throw PatternError(pattern: kind, reason: "it is not the name of a kind")
            }
            program.conditions.append(.kind(variable: compiler.variable(name), kind, isNegated: isNegated))
        case .content(let name, let regex, let isNegated):
            program.conditions.append(
                .content(variable: compiler.variable(name), LazyRegex(regex), isNegated: isNegated))
        case .file(let words, let isNegated):
            let bit = try fact(words)
            if isNegated { program.forbiddenFacts |= bit } else { program.requiredFacts |= bit }
        case .line(let regex, let isNegated):
            program.conditions.append(.line(LazyRegex(regex), isNegated: isNegated))
        case .focus(let name): program.focus = compiler.variable(name)
        case .holds(let name, let words, let isNegated):
            program.conditions.append(
                .holds(
                    variable: compiler.variable(name), words.map { TokenHash.of($0) }, isNegated: isNegated))
        case .repeated(let name): program.conditions.append(.repeated(variable: compiler.variable(name)))
        case .pattern, .all, .any, .languages, .text, .detector: break
        }
    }

    /// What a metavariable right after the anchor starts with, if an expression that is bound to its start limits it.
    private static func nextBytes(_ program: RuleProgram) -> ByteSet? {
        let next = program.pattern.anchor + 1
        guard next < program.pattern.elements.count, program.pattern.elements[next].kind == .metavariable else {
            return nil
        }
        for case .regex(Int(program.pattern.elements[next].variable), let expression, isNegated: false)
            in program.conditions
        {
            if let bytes = expression.regex.boundFirstBytes { return bytes }
        }
        return nil
    }

    /// The bit for "the file says one of these".
    private mutating func fact(_ words: [String]) throws -> UInt16 {
        if let known = facts.firstIndex(of: words) { return 1 << UInt16(known) }
        guard facts.count < 16 else {
            throw PatternError(pattern: words.joined(separator: ", "), reason: "a language has at most 16 facts")
        }
        facts.append(words)
        return 1 << UInt16(facts.count - 1)
    }

    /// The words of an expression of the form `^(one|two)$`.
    static func words(listedBy regex: String) -> [String]? {
        guard regex.hasPrefix("^("), regex.hasSuffix(")$") else { return nil }
        let words = regex.utf8.dropFirst(2).dropLast(2)
            .split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        let areWords = words.allSatisfy {
            !$0.isEmpty
                && $0.allSatisfy {
                    $0.isWord || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
                }
        }
        return areWords ? words.map { String(Substring($0)) } : nil
    }
}
