/// The rules that the program knows.
package enum RuleSet {
    /// The rules that come with the program, by identifier.
    package static let builtIn: [Rule] = definitions().map(Rule.init)

    package static func rule(id: String) -> Rule? {
        builtIn.first { $0.id == id }
    }
}

extension RuleSet {
    /// What is wrong with the built-in rules for a language, in sentences.
    package static func problems(for language: Language) -> [String] {
        let compiled = CompiledRules.builtIn(for: language)
        let expressions =
            compiled.programs.flatMap { program in
                program.conditions.compactMap { condition in
                    switch condition {
                    case .regex(_, let regex, _), .content(_, let regex, _), .line(let regex, _): regex.expression
                    default: nil
                    }
                }
            } + compiled.formats.expressions
        var problems = compiled.problems
        for expression in Set(expressions).sorted() {
            do { _ = try ByteRegex(expression) } catch { problems.append("\(error)") }
        }
        return problems
    }
}
