import Synchronization

/// The rules that the program knows.
package enum RuleSet {
    /// The rules that come with the program, by identifier.
    package static let builtIn: [Rule] = (0..<count).map(rule)

    /// How many rules come with the program.
    static let count = definitions.count

    private static let made = Mutex([Rule?](repeating: nil, count: count))

    /// The rule at a place of `builtIn`; most are never asked for.
    static func rule(_ number: Int) -> Rule {
        made.withLock { made in
            if let known = made[number] { return known }
            let rule = Rule(definitions[number]())
            made[number] = rule
            return rule
        }
    }

    /// A rule that a finding may name.
    package static func rule(id: String) -> Rule? {
        id == LongLine.rule.id ? LongLine.rule : builtIn.first { $0.id == id }
    }
}

extension RuleSet {
    /// What is wrong with the built-in rules for a language, in sentences.
    package static func problems(for language: Language) -> [String] {
        var compiler = RuleCompiler(language, facts: index(for: language).facts)
        var programs: [RuleProgram] = []
        for rule in builtIn where rule.languages.contains(language) { programs += compiler.programs(of: rule) }
        let expressions =
            programs.flatMap { program in
                program.conditions.compactMap { condition in
                    switch condition {
                    case .regex(_, let regex, _), .content(_, let regex, _), .line(let regex, _): regex.expression
                    default: nil
                    }
                }
            } + TextFormats(compiler.formats).expressions
        var problems = compiler.problems
        for expression in Set(expressions).sorted() {
            do { _ = try ByteRegex(expression) } catch { problems.append("\(error)") }
        }
        return problems
    }
}
