import JSON
import Review

extension SettingsSuggestion {
    /// What can be written at `offset` of a `.codeforge/review.json`, and the bytes of what stands there already.
    package static func decisions(
        in text: [UInt8], at offset: Int
    ) -> (typed: Range<Int>, suggestions: [SettingsSuggestion]) {
        guard let cursor = SettingsCursor(text, at: offset) else { return (offset..<offset, []) }
        let end = cursor.hasColon ? "" : ": "
        func name(_ name: String, _ sentence: String?, _ value: String = "") -> SettingsSuggestion {
            SettingsSuggestion(
                text: JSONValue.string(name).serialized + end + (end.isEmpty ? "" : value), label: name,
                sentence: sentence, isName: true)
        }
        switch cursor.place {
        case .name(below: []):
            return (
                cursor.typed,
                [
                    name("rules", "What becomes of the findings of rules, by identifier or pattern.", "{}"),
                    name("paths", "What becomes of them in some files alone.", "[]"),
                    name("exclude", "Files that are not reviewed, by patterns as in a .gitignore.", "[]"),
                ]
            )
        case .name(below: ["paths"]):
            return (
                cursor.typed,
                [
                    name("files", "The files, by patterns as in a .gitignore."),
                    name("rules", "What becomes of the findings of rules in them.", "{}"),
                ]
            )
        case .name(below: ["rules"]), .name(below: ["paths", "rules"]):
            return (cursor.typed, ruleNames.map { name($0.name, $0.title) })
        case .value(of: let names, isElement: false) where names.dropLast().last == "rules":
            let values = ReviewPolicy.Verdict.names.map { verdict in
                let text = JSONValue.string(verdict).serialized
                return SettingsSuggestion(text: text, label: text, sentence: nil, isName: false)
            }
            return (cursor.typed, values)
        default: return (cursor.typed, [])
        }
    }

    /// Categories, then every rule.
    private static var ruleNames: [(name: String, title: String)] {
        let rules = RuleSet.builtIn.rules.map { (name: $0.id, title: $0.title) }
        let categories = Set(rules.compactMap { $0.name.split(separator: "/").first.map(String.init) }).sorted()
        return categories.map { ("\($0)/*", "All rules of \($0).") } + rules
    }
}

extension ReviewPolicy {
    /// A JSON Schema (draft 7, as editors read it) of `.codeforge/review.json`.
    ///
    /// Spec: https://json-schema.org/draft-07
    package static var schema: JSONValue {
        let rules: JSONValue = [
            "type": "object", "propertyNames": ["pattern": "^[A-Za-z0-9/_.*-]+$"],
            "additionalProperties": ["enum": .array(Verdict.names.map { .string($0) })],
            "description":
                "Rule or pattern such as sql/* → what becomes of its findings; the last that names a rule holds.",
        ]
        let globs: JSONValue = [
            "type": ["string", "array"], "items": ["type": "string"],
            "description": "Patterns of files as in a .gitignore.",
        ]
        return [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "CodeForge review decisions", "type": "object", "additionalProperties": false,
            "properties": [
                "rules": rules, "exclude": globs,
                "paths": [
                    "type": "array",
                    "items": [
                        "type": "object", "additionalProperties": false, "required": ["files"],
                        "properties": ["files": globs, "rules": rules],
                    ],
                ],
            ],
        ]
    }
}
