import Review

/// Writes rules as Swift source: one function a rule, so that each is type-checked on its own.
package enum GeneratedSource {
    private static let head = """
        // Made from Sources/Review/Rules by `swift run rule-compiler`. Edit the rule files, not this one.
        // swift-format-ignore-file

        extension RuleSet {

        """

    /// The files below `Generated` by their names.
    package static func files(of rules: [RuleDefinition]) -> [String: String] {
        ["BuiltInRules.swift": source(of: rules), "BuiltInIndex.swift": indexSource(of: rules)]
    }

    /// What tokens call for which rules, for each language.
    private static func indexSource(of rules: [RuleDefinition]) -> String {
        let rules = rules.map(Rule.init)
        var text = head
        text += "    /// What is known of the rules for a language without compiling them.\n"
        text += "    static func index(for language: Language) -> RuleIndex {\n        switch language {\n"
        var indexes: [RuleIndex: Language] = [:]
        var arrays = ""
        for language in Language.allCases {
            let index = RuleIndex(of: rules, for: language)
            let name = indexes[index] ?? language
            if indexes.updateValue(name, forKey: index) == nil { arrays += triggers(of: index, language) }
            let facts = index.facts.map(literal).joined(separator: ", ")
            text += "        case .\(language.rawValue): RuleIndex(triggers: .init(entries: \(name.rawValue)Triggers), "
            text += "facts: [\(facts)], everyLine: \(index.everyLine))\n"
        }
        return text + "        }\n    }\n" + arrays + "}\n"
    }

    private static func triggers(of index: RuleIndex, _ language: Language) -> String {
        var text = "\n    private static let \(language.rawValue)Triggers: [UInt64] = [\n"
        var rest = index.triggers.entries[...]
        while !rest.isEmpty {
            let row = rest.prefix(6).map { "0x" + String($0, radix: 16) }.joined(separator: ", ")
            text += "        \(row),\n"
            rest = rest.dropFirst(6)
        }
        return text + "    ]\n"
    }

    /// What is run once and is long takes the optimiser a minute, which no test is worth.
    private static let unoptimised = "#if DEBUG\n    @_optimize(none)\n#endif\n"

    private static func source(of rules: [RuleDefinition]) -> String {
        var text = head
        text += "    /// What makes the definitions of the built-in rules, by identifier.\n"
        text += "    static let definitions: [@Sendable () -> RuleDefinition] = [\n"
        for number in rules.indices { text += "        definition\(number),\n" }
        text += "    ]\n"
        for (number, rule) in rules.enumerated() {
            text += "\n" + unoptimised + "    private static func definition\(number)() -> RuleDefinition {\n"
            text += "        var formulas: [RuleDefinition.Formula] = []\n"
            var statements = FormulaStatements()
            for formula in rule.formulas {
                let name = statements.add(formula)
                statements.lines.append("formulas.append(\(name))")
            }
            for line in statements.lines { text += "        \(line)\n" }
            text += "        var examples: [RuleDefinition.Example] = []\n"
            for example in rule.examples {
                text +=
                    "        examples.append(.init(.\(example.language.rawValue), isBad: \(example.isBad), \(literal(example.code))))\n"
            }
            text += """
                        return RuleDefinition(
                            id: \(literal(rule.id)), title: \(literal(rule.title)),
                            message: \(literal(rule.message)),
                            why: \(literal(rule.why)),
                            severity: .\(rule.severity.rawValue), languages: \(literal(rule.languages)), cwe: \(rule.cwe.map(String.init) ?? "nil"),
                            references: \(literal(rule.references)), tags: \(literal(rule.tags)),
                            fix: \(rule.fix.map(literal) ?? "nil"), fixTitle: \(rule.fixTitle.map(literal) ?? "nil"),
                            skipsTests: \(rule.skipsTests), skipsScripts: \(rule.skipsScripts), skipsProse: \(rule.skipsProse), formulas: formulas, examples: examples)
                    }

                """
        }
        return text + "}\n"
    }

    static func literal(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            case "\t": escaped += "\\t"
            default:
                if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F {
                    escaped.unicodeScalars.append(scalar)
                } else {
                    escaped += "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
        }
        return "\"\(escaped)\""
    }

    static func literal(_ texts: [String]) -> String {
        "[" + texts.map(literal).joined(separator: ", ") + "]"
    }

    static func literal(_ languages: [Language]) -> String {
        Set(languages) == Set(Language.allCases)
            ? "Language.allCases" : "[" + languages.map { ".\($0.rawValue)" }.joined(separator: ", ") + "]"
    }

}

/// A formula as statements, one a node: a nested literal would take the compiler too long.
private struct FormulaStatements {
    var lines: [String] = []
    private var count = 0

    /// - Returns: the name of the constant that holds the formula.
    mutating func add(_ formula: RuleDefinition.Formula) -> String {
        let value = value(of: formula)
        count += 1
        lines.append("let f\(count): RuleDefinition.Formula = \(value)")
        return "f\(count)"
    }

    private mutating func list(_ parts: [RuleDefinition.Formula]) -> String {
        var names: [String] = []
        for part in parts { names.append(add(part)) }
        return "[" + names.joined(separator: ", ") + "]"
    }

    private mutating func value(of formula: RuleDefinition.Formula) -> String {
        func literal(_ text: String) -> String { GeneratedSource.literal(text) }
        switch formula {
        case .pattern(let text): return ".pattern(\(literal(text)))"
        case .all(let parts): return ".all(\(list(parts)))"
        case .any(let parts): return ".any(\(list(parts)))"
        case .not(let text): return ".not(\(literal(text)))"
        case .inside(let text): return ".inside(\(literal(text)))"
        case .notInside(let text): return ".notInside(\(literal(text)))"
        case .regex(let name, let regex, let isNegated):
            return ".regex(metavariable: \(literal(name)), \(literal(regex)), isNegated: \(isNegated))"
        case .kind(let name, let kind, let isNegated):
            return ".kind(metavariable: \(literal(name)), \(literal(kind)), isNegated: \(isNegated))"
        case .content(let name, let regex, let isNegated):
            return ".content(metavariable: \(literal(name)), \(literal(regex)), isNegated: \(isNegated))"
        case .file(let words, let isNegated):
            return ".file(\(GeneratedSource.literal(words)), isNegated: \(isNegated))"
        case .line(let regex, let isNegated): return ".line(\(literal(regex)), isNegated: \(isNegated))"
        case .holds(let name, let words, let isNegated):
            return
                ".holds(metavariable: \(literal(name)), \(GeneratedSource.literal(words)), isNegated: \(isNegated))"
        case .repeated(let name): return ".repeated(metavariable: \(literal(name)))"
        case .focus(let name): return ".focus(\(literal(name)))"
        case .whole(let name, let patterns, let isNegated):
            return
                ".whole(metavariable: \(literal(name)), \(GeneratedSource.literal(patterns)), isNegated: \(isNegated))"
        case .tainted(let sources, let sanitizers):
            return ".tainted(sources: \(list(sources)), sanitizers: \(list(sanitizers)))"
        case .expression(let expression, let excluding):
            return ".expression(\(literal(expression)), excluding: \(GeneratedSource.literal(excluding)))"
        case .languages(let languages, let inner):
            return ".languages(\(GeneratedSource.literal(languages)), \(add(inner)))"
        case .text(let format):
            count += 1
            lines.append(
                """
                let t\(count) = RuleDefinition.TextFormat(name: \(literal(format.name)), \
                prefixes: \(GeneratedSource.literal(format.prefixes)), before: \(format.before), \
                regex: \(literal(format.regex)), \
                entropy: \(format.entropy), startsLine: \(format.startsLine), excluding: \(literal(format.excluding)), \
                lineExcluding: \(literal(format.lineExcluding)))
                """)
            return ".text(t\(count))"
        case .detector(let name, let options):
            lines.append("var options: [String: [String]] = [:]")
            for (key, values) in options.sorted(by: { $0.key < $1.key }) {
                lines.append("options[\(literal(key))] = \(GeneratedSource.literal(values))")
            }
            return ".detector(\(literal(name)), options)"
        }
    }
}
