import Review

/// Writes rules as Swift source: one function a rule, so that each is type-checked on its own.
package enum GeneratedSource {
    package static func source(of rules: [RuleDefinition]) -> String {
        var text = """
            // Made from Sources/Review/Rules by `swift run rule-compiler`. Edit the rule files, not this one.
            // swift-format-ignore-file

            extension RuleSet {
                /// The definitions of the built-in rules, by identifier.
                static func definitions() -> [RuleDefinition] {
                    var all: [RuleDefinition] = []

            """
        for number in rules.indices { text += "        all.append(definition\(number)())\n" }
        text += "        return all\n    }\n"
        for (number, rule) in rules.enumerated() {
            text += "\n    private static func definition\(number)() -> RuleDefinition {\n"
            text += "        var formulas: [RuleDefinition.Formula] = []\n"
            for formula in rule.formulas { text += "        formulas.append(\(literal(formula)))\n" }
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
                            skipsTests: \(rule.skipsTests), skipsScripts: \(rule.skipsScripts), formulas: formulas, examples: examples)
                    }

                """
        }
        return text + "}\n"
    }

    private static func literal(_ text: String) -> String {
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

    private static func literal(_ texts: [String]) -> String {
        "[" + texts.map(literal).joined(separator: ", ") + "]"
    }

    private static func literal(_ languages: [Language]) -> String {
        Set(languages) == Set(Language.allCases)
            ? "Language.allCases" : "[" + languages.map { ".\($0.rawValue)" }.joined(separator: ", ") + "]"
    }

    private static func literal(_ formula: RuleDefinition.Formula) -> String {
        switch formula {
        case .pattern(let text): ".pattern(\(literal(text)))"
        case .all(let parts): ".all([\(parts.map(literal).joined(separator: ", "))])"
        case .any(let parts): ".any([\(parts.map(literal).joined(separator: ", "))])"
        case .not(let text): ".not(\(literal(text)))"
        case .inside(let text): ".inside(\(literal(text)))"
        case .notInside(let text): ".notInside(\(literal(text)))"
        case .regex(let name, let regex, let isNegated):
            ".regex(metavariable: \(literal(name)), \(literal(regex)), isNegated: \(isNegated))"
        case .kind(let name, let kind, let isNegated):
            ".kind(metavariable: \(literal(name)), \(literal(kind)), isNegated: \(isNegated))"
        case .content(let name, let regex, let isNegated):
            ".content(metavariable: \(literal(name)), \(literal(regex)), isNegated: \(isNegated))"
        case .file(let words, let isNegated): ".file(\(literal(words)), isNegated: \(isNegated))"
        case .focus(let name): ".focus(\(literal(name)))"
        case .languages(let languages, let inner): ".languages(\(literal(languages)), \(literal(inner)))"
        case .text(let format):
            ".text(.init(name: \(literal(format.name)), prefixes: \(literal(format.prefixes)), regex: \(literal(format.regex)), entropy: \(format.entropy), startsLine: \(format.startsLine)))"
        case .detector(let name, let options):
            ".detector(\(literal(name)), ["
                + options.sorted { $0.key < $1.key }.map { "\(literal($0.key)): \(literal($0.value))" }
                .joined(separator: ", ") + "])"
        }
    }
}
