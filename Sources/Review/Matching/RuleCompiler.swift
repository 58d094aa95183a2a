/// Turns the formulas of rules into programs for one language.
///
/// A formula is a tree of alternatives and conditions; each of its positive patterns becomes a program of its own, with
/// the conditions on the way to it.
struct RuleCompiler {
    private var programs: [(ordinal: Int, program: RuleProgram)] = []
    /// How many patterns of the rule were met, and the one that alone is compiled; nil for all.
    private var (met, wanted): (Int, Int?) = (0, nil)
    private(set) var formats: [(rule: Rule, format: RuleDefinition.TextFormat)] = []
    private(set) var assignments: [AssignmentDetector] = []
    private(set) var expressions: [(rule: Rule, expression: String, excluding: [String])] = []
    private(set) var problems: [PatternError] = []
    /// The words of each fact, by its number.
    private(set) var facts: [[String]] = []

    private let language: Language
    /// Whether patterns are looked up by a token; else they are only tried at given places.
    private var needsAnchors = true
    private var isOwn = false

    /// How many parts of rules look at every line.
    var everyLineCount: Int { formats.count + assignments.count + expressions.count }

    /// Starts with the facts whose numbers are given: those of the language's `RuleIndex`, which all rules share.
    init(_ language: Language, facts: [[String]]) {
        self.language = language
        self.facts = facts
    }

    /// The programs of a rule by the numbers of their patterns, in an order that depends on the rule alone.
    mutating func programs(of rule: Rule, isOwn: Bool = false) -> [(ordinal: Int, program: RuleProgram)] {
        compile(rule, only: nil, isOwn: isOwn)
        return programs
    }

    /// The program of one of a rule's patterns; nil where that cannot be compiled.
    mutating func program(_ ordinal: Int, of rule: Rule, isOwn: Bool) -> RuleProgram? {
        compile(rule, only: ordinal, isOwn: isOwn)
        return programs.first?.program
    }

    /// Takes what of a rule looks at every line, and compiles none of its patterns.
    mutating func addPartsForEveryLine(of rule: Rule) {
        compile(rule, only: -1, isOwn: false)
    }

    private mutating func compile(_ rule: Rule, only wanted: Int?, isOwn: Bool) {
        (met, self.wanted) = (0, wanted)
        self.isOwn = isOwn
        programs.removeAll()
        for formula in rule.definition.formulas { add(formula, [], rule) }
    }

    /// Walks down to the patterns, with the conditions that hold for everything below.
    private mutating func add(_ formula: RuleDefinition.Formula, _ outer: [RuleDefinition.Formula], _ rule: Rule) {
        switch formula {
        case .languages(let languages, let inner):
            if languages.contains(language) { add(inner, outer, rule) }
        case .any(let branches):
            for branch in branches { add(branch, outer, rule) }
        case .all(let all):
            addAll(all.compactMap(forThisLanguage), outer, rule)
        case .pattern(let text):
            for text in spellings(of: text) {
                defer { met += 1 }
                if let wanted, met != wanted { continue }
                do throws(PatternError) {
                    try addProgram(text, outer, rule)
                } catch {
                    problems.append(error)
                }
            }
        case .text(let format): formats.append((rule, format))
        case .expression(let expression, let excluding):
            if !outer.isEmpty { fail(expression, "other conditions on an expression of lines are not known") }
            expressions.append((rule, expression, excluding))
        case .detector(let name, let options):
            guard name == AssignmentDetector.name else { return fail(name, "there is no such detector") }
            assignments.append(AssignmentDetector(rule: rule, options: options))
        default: fail(rule.id, "a condition stands where a pattern is needed")
        }
    }

    private mutating func fail(_ pattern: String, _ reason: String) {
        problems.append(PatternError(pattern: pattern, reason: reason))
    }

    /// Takes the positive part that says where a match is, with the others as conditions on it.
    private mutating func addAll(
        _ parts: [RuleDefinition.Formula], _ outer: [RuleDefinition.Formula], _ rule: Rule
    ) {
        addFlat(parts.map(spelledOut), outer, rule)
    }

    private mutating func addFlat(
        _ parts: [RuleDefinition.Formula], _ outer: [RuleDefinition.Formula], _ rule: Rule
    ) {
        let parts = parts.flatMap(flattened)
        // Of conditions of which one must hold, each makes programs of its own.
        if let at = parts.firstIndex(where: RuleCompiler.isChoiceOfConditions), case .any(let branches) = parts[at] {
            for branch in branches {
                var chosen = parts
                chosen[at] = branch
                addFlat(chosen, outer, rule)
            }
            return
        }
        var conditions = parts.filter { !RuleCompiler.isPositive($0) }
        var positives = parts.filter { RuleCompiler.isPositive($0) }
        while positives.count > 1 {
            // A lone metavariable, or a list of patterns, is a condition on what another one finds.
            let last = positives.lastIndex { RuleCompiler.isMetavariable($0) } ?? positives.count - 1
            guard let patterns = RuleCompiler.alternatives(of: positives[last]) else { break }
            positives.remove(at: last)
            conditions.append(.whole(metavariable: "", patterns, isNegated: false))
        }
        // Where nothing else says what is looked for, what must be around it does.
        if positives.isEmpty, let at = conditions.firstIndex(where: { if case .inside = $0 { true } else { false } }),
            case .inside(let text) = conditions[at]
        {
            conditions.remove(at: at)
            positives = [.pattern(text)]
        }
        guard let positive = positives.first, positives.count == 1 else {
            return fail(
                rule.id, "patterns need one pattern, pattern-either or patterns with others of plain patterns beside it"
            )
        }
        add(positive, outer + conditions, rule)
    }

    /// The parts of a list of conditions that is one of the conditions of another list.
    private func flattened(_ part: RuleDefinition.Formula) -> [RuleDefinition.Formula] {
        guard case .all(let inner) = part, RuleCompiler.isCondition(part) else { return [part] }
        return inner.compactMap(forThisLanguage).flatMap(flattened)
    }

    /// A condition with each way to write an import in it.
    private func spelledOut(_ part: RuleDefinition.Formula) -> RuleDefinition.Formula {
        func all(
            _ text: String, _ join: ([RuleDefinition.Formula]) -> RuleDefinition.Formula,
            _ make: (String) -> RuleDefinition.Formula
        ) -> RuleDefinition.Formula {
            let spellings = spellings(of: text)
            return spellings.count == 1 ? part : join(spellings.map(make))
        }
        switch part {
        case .all(let inner) where RuleCompiler.isCondition(part): return .all(inner.map(spelledOut))
        case .any(let inner) where RuleCompiler.isCondition(part): return .any(inner.map(spelledOut))
        case .inside(let text): return all(text, { .any($0) }, { .inside($0) })
        case .notInside(let text): return all(text, { .all($0) }, { .notInside($0) })
        case .not(let text): return all(text, { .all($0) }, { .not($0) })
        default: return part
        }
    }

    /// The ways to write a team's pattern that starts with an import of Python: what is imported from a module, or from
    /// one in it, is so from the module.
    private func spellings(of text: String) -> [String] {
        let word = "import "
        guard isOwn, language == .python, text.hasPrefix(word) else { return [text] }
        let line = text.prefix { $0 != "\n" }.dropFirst(word.count)
        let rest = text.dropFirst(word.count + line.count)
        guard !line.isEmpty, line.utf8.allSatisfy({ $0.isWord || $0 == UInt8(ascii: ".") }) else { return [text] }
        var spellings = [text, "from \(line)\(rest)"]
        if let dot = line.lastIndex(of: ".") {
            spellings.append("from \(line[..<dot]) import \(line[line.index(after: dot)...])\(rest)")
        }
        return spellings
    }

    private static func isChoiceOfConditions(_ formula: RuleDefinition.Formula) -> Bool {
        guard case .any(let branches) = formula, !branches.isEmpty else { return false }
        return branches.allSatisfy(isCondition)
    }

    /// Whether a formula says nothing of where a match is, but what holds for one.
    private static func isCondition(_ formula: RuleDefinition.Formula) -> Bool {
        switch formula {
        case .inside, .notInside, .not, .regex, .kind, .content, .line: true
        case .whole(let name, _, _): !name.isEmpty
        case .any(let inner), .all(let inner): !inner.isEmpty && inner.allSatisfy(isCondition)
        default: false
        }
    }

    private static func isMetavariable(_ formula: RuleDefinition.Formula) -> Bool {
        guard case .pattern(let text) = formula else { return false }
        return PatternCompiler.isMetavariable(Array(text.utf8))
    }

    /// The patterns of which a formula is one; nil where it is more than that.
    private static func alternatives(of formula: RuleDefinition.Formula) -> [String]? {
        switch formula {
        case .pattern(let text): return [text]
        case .any(let branches):
            var all: [String] = []
            for branch in branches {
                guard let some = alternatives(of: branch) else { return nil }
                all += some
            }
            return all
        default: return nil
        }
    }

    /// What an entry of a list says for the language at hand, if anything.
    private func forThisLanguage(_ formula: RuleDefinition.Formula) -> RuleDefinition.Formula? {
        guard case .languages(let languages, let inner) = formula else { return formula }
        return languages.contains(language) ? inner : nil
    }

    private static func isPositive(_ formula: RuleDefinition.Formula) -> Bool {
        switch formula {
        case .pattern, .any, .all, .expression: true
        default: false
        }
    }

    private mutating func addProgram(
        _ text: String, _ conditions: [RuleDefinition.Formula], _ rule: Rule
    ) throws(PatternError) {
        var compiler = PatternCompiler(language)
        compiler.isOwn = isOwn
        for case .regex(let name, let regex, false) in conditions {
            if let words = RuleCompiler.words(listedBy: regex) { compiler.alternatives[name] = words }
        }
        for case .lookedUp(let name, let kind) in conditions { compiler.alternatives[name] = ["\(kind)*"] }
        let pattern = try compiler.compile(text, needsAnchor: needsAnchors)
        var program = RuleProgram(rule: rule, isOwn: isOwn, pattern: pattern, conditions: [], variables: [])
        let bound = Set(compiler.variables.keys)
        // The cheap conditions come first, whatever their order in the file.
        for condition in conditions.sorted(by: { RuleCompiler.cost($0, bound) < RuleCompiler.cost($1, bound) }) {
            try add(condition, to: &program, &compiler)
        }
        program.variables = compiler.variables.sorted { $0.value < $1.value }.map(\.key)
        if needsAnchors { program.nextBytes = RuleCompiler.nextBytes(program) }
        program.sink = Sinks(ofRule: rule.id)
        programs.append((met, program))
    }

    private static func cost(_ formula: RuleDefinition.Formula, _ bound: Set<String>) -> Int {
        switch formula {
        case .regex(let name, _, _) where !bound.contains(name), .kind(let name, _, _) where !bound.contains(name):
            // What surrounds the match binds it.
            5
        case .regex: 0
        case .not(let text): text.contains("...") ? 4 : 1
        case .kind: 2
        case .content, .holds, .repeated, .statement, .followed: 3
        case .check: 5
        case .tainted: 6
        default: 4
        }
    }

    private mutating func add(
        _ condition: RuleDefinition.Formula, to program: inout RuleProgram, _ compiler: inout PatternCompiler
    ) throws(PatternError) {
        switch condition {
        case .not(let text): program.conditions.append(.not(try compiler.compile(text, needsAnchor: false)))
        case .inside(let text): program.conditions.append(.inside(try compiler.compile(text, needsAnchor: false)))
        case .notInside(let text): program.conditions.append(.notInside(try compiler.compile(text, needsAnchor: false)))
        case .regex(let name, let regex, let isNegated):
            if !isNegated, RuleCompiler.words(listedBy: regex) != nil { return }
            let variable = compiler.variable(name)
            if compiler.stringVariables.contains(variable) {
                program.conditions.append(.content(variable: variable, LazyRegex(regex), isNegated: isNegated))
            } else {
                program.conditions.append(.regex(variable: variable, LazyRegex(regex), isNegated: isNegated))
            }
        case .kind(let name, let kind, let isNegated):
            guard let kind = ExpressionKind(rawValue: kind) else {
                throw PatternError(pattern: kind, reason: "it is not the name of a kind")
            }
            program.conditions.append(.kind(variable: compiler.variable(name), kind, isNegated: isNegated))
        case .content(let name, let regex, let isNegated):
            program.conditions.append(
                .content(variable: compiler.variable(name), LazyRegex(regex), isNegated: isNegated))
        case .file(let words, let isNegated):
            let number = fact(words)
            if isNegated { program.forbiddenFacts.insert(number) } else { program.requiredFacts.insert(number) }
        case .line(let regex, let isNegated):
            program.conditions.append(.line(LazyRegex(regex), isNegated: isNegated))
        case .focus(let name): program.focus = compiler.variable(name)
        case .says(let what, let instead): program.saying = RuleProgram.Saying(what: what, instead: instead)
        case .holds(let name, let words, let isNegated):
            program.conditions.append(
                .holds(
                    variable: compiler.variable(name), words.map { TokenHash.of($0) }, isNegated: isNegated))
        case .repeated(let name): program.conditions.append(.repeated(variable: compiler.variable(name)))
        case .statement(let name):
            guard let place = StatementPlace(rawValue: name) else {
                throw PatternError(pattern: name, reason: "it is not the name of a place in a statement")
            }
            program.conditions.append(.statement(place))
        case .followed(let name):
            program.conditions.append(.followed(variable: compiler.variable(name)))
            program.asksWhatFollows = true
        case .check(let name, let variable):
            guard let check = StructureCheck(rawValue: name) else {
                throw PatternError(pattern: name, reason: "it is not the name of a check")
            }
            program.conditions.append(.check(check, variable: variable.isEmpty ? -1 : compiler.variable(variable)))
        case .lookedUp(let name, let kind):
            if LookUp(rawValue: kind) == nil {
                throw PatternError(pattern: name, reason: "\(kind) is nothing that patterns are looked up by")
            }
        case .whole(let name, let texts, let isNegated):
            var patterns: [Pattern] = []
            for text in texts { patterns.append(try compiler.compile(text, needsAnchor: false)) }
            program.conditions.append(
                .whole(variable: name.isEmpty ? -1 : compiler.variable(name), patterns, isNegated: isNegated))
        case .tainted(let sources, let sanitizers):
            program.conditions.append(
                .tainted(
                    RuleProgram.Taint(
                        sources: parts(sources, program.rule), sanitizers: parts(sanitizers, program.rule))))
        case .pattern, .all, .any, .languages, .text, .detector, .expression: break
        }
    }

    /// Patterns that are tried at every token of an expression, with metavariables of their own.
    private mutating func parts(_ formulas: [RuleDefinition.Formula], _ rule: Rule) -> [RuleProgram] {
        var compiler = RuleCompiler(language, facts: facts)
        compiler.needsAnchors = false
        compiler.isOwn = isOwn
        for formula in formulas { compiler.add(formula, [], rule) }
        facts = compiler.facts
        problems += compiler.problems
        return compiler.programs.map(\.program)
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

    /// The number of "the file says one of these".
    private mutating func fact(_ words: [String]) -> Int {
        if let known = facts.firstIndex(of: words) { return known }
        facts.append(words)
        return facts.count - 1
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
