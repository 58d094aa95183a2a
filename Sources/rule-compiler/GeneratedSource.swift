import Review

/// Writes rules as Swift source that holds them as texts: nothing of it is to be optimised, linked or run.
package enum GeneratedSource {
    private static let head = """
        // Made from Sources/Review/Rules by `swift run rule-compiler`. Edit the rule files, not this one.
        // swift-format-ignore-file


        """

    /// The files below `Generated` by their names.
    package static func files(of rules: [RuleDefinition]) -> [String: String] {
        var records = ""
        var starts: [Int] = []
        for rule in rules {
            starts.append(records.utf8.count)
            var writer = RecordWriter()
            writer.add(rule)
            records += writer.text + "\n"
        }
        let source = """
            \(head)extension RuleRecord {
                /// The built-in rules by identifier, one after the other.
                static let rules: StaticString = \(literal(records))
            }

            """
        return ["BuiltInRules.swift": source, "BuiltInIndex.swift": index(of: rules, startingAt: starts)]
    }

    /// What tokens call for which rules, for each language.
    private static func index(of rules: [RuleDefinition], startingAt starts: [Int]) -> String {
        let rules = rules.map(Rule.init)
        var indexes: [RuleIndex: Language] = [:]
        var cases = ""
        var arrays = ""
        var records = ""
        for language in Language.allCases {
            let index = RuleIndex(of: rules, for: language)
            let name = indexes[index] ?? language
            if indexes.updateValue(name, forKey: index) == nil {
                arrays += "\n    private static let \(language.rawValue): [UInt64] = [\n"
                arrays += rows(index.triggers.entries.map { "0x" + String($0, radix: 16) }, of: 6) + "    ]\n"
            }
            cases += "        case .\(language.rawValue): RuleIndex(\(name.rawValue), \(records.utf8.count))\n"
            var writer = RecordWriter()
            writer.add(index.facts) { $0.add($1) }
            writer.add(index.everyLine) { $0.add($1) }
            records += writer.text + "\n"
        }
        return """
            \(head)extension RuleRecord {
                /// Where each of the built-in rules starts, in bytes.
                static let starts: [Int] = [
            \(rows(starts.map(String.init), of: 16))    ]

                /// The facts of each language, and the rules that look at every line of it.
                static let indexes: StaticString = \(literal(records))
            }

            extension RuleIndex {
                /// What is known of the built-in rules for a language without compiling them.
                static func builtIn(for language: Language) -> RuleIndex {
                    switch language {
            \(cases)        }
                }
            \(arrays)}

            """
    }

    private static func rows(_ numbers: [String], of count: Int) -> String {
        stride(from: 0, to: numbers.count, by: count).reduce(into: "") { text, start in
            text += "        \(numbers[start..<min(start + count, numbers.count)].joined(separator: ", ")),\n"
        }
    }

    /// A literal of several lines, in which a line is one.
    private static func literal(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            // What could end the literal, or start an escape, is a number sign after a quote or a backslash.
            let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "#"
            if isPlain || scalar == "\n" {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += "\\#u{\(String(scalar.value, radix: 16))}"
            }
        }
        return "#\"\"\"\n\(escaped)\n\"\"\"#"
    }
}
