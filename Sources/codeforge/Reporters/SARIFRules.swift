import JSON
import Models
import Review

/// The part of a SARIF run that describes the tool: the rules that reported something, and the weaknesses they look for.
struct SARIFRules {
    private let rules: [Rule]
    private let indexes: [String: Int]
    private let weaknesses: [Int]

    init(of report: ReviewReport) {
        // Of a rule that is told to a student and to somebody else as well, the student's words are taken.
        let found = report.findings.map(\.located.finding.rule)
        rules = Dictionary(found.map { ($0.id, $0) }) { $0.hasFix ? $1 : $0 }.values.sorted { $0.id < $1.id }
        indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
        weaknesses = Set(rules.compactMap(\.cwe)).sorted()
    }

    func index(of rule: Rule) -> Int {
        indexes[rule.id] ?? -1
    }

    /// The `toolComponent` of CodeForge itself.
    var driver: JSONValue {
        var driver: JSONObject = [
            "name": "CodeForge",
            "version": .string(ProductVersion.text),
            "semanticVersion": .string(ProductVersion.text),
            "rules": .array(rules.map(descriptor)),
        ]
        if !weaknesses.isEmpty { driver["supportedTaxonomies"] = [["name": "CWE", "index": 0]] }
        return .object(driver)
    }

    /// The `toolComponent` that names the weaknesses of the Common Weakness Enumeration; nil when no rule has one.
    var taxonomy: JSONValue? {
        guard !weaknesses.isEmpty else { return nil }
        return [
            "name": "CWE",
            "organization": "MITRE",
            "shortDescription": ["text": "The MITRE Common Weakness Enumeration"],
            "informationUri": "https://cwe.mitre.org/",
            "isComprehensive": false,
            "taxa": .array(weaknesses.map { ["id": "\($0)", "helpUri": .string(CWE.link($0))] }),
        ]
    }

    private func descriptor(_ rule: Rule) -> JSONValue {
        var descriptor: JSONObject = [
            "id": .string(rule.id),
            "name": .string(pascalCase(rule.id)),
            "shortDescription": ["text": .string(rule.title)],
            "fullDescription": ["text": .string(rule.generalMessage)],
            "help": ["text": .string(rule.why), "markdown": .string(markdownHelp(of: rule))],
            "defaultConfiguration": ["level": .string(rule.severity.sarifLevel)],
            "properties": properties(of: rule),
        ]
        if let link = rule.cwe.map(CWE.link) ?? rule.references.first { descriptor["helpUri"] = .string(link) }
        if let cwe = rule.cwe, let index = weaknesses.firstIndex(of: cwe) {
            descriptor["relationships"] = [
                [
                    "target": [
                        "id": "\(cwe)", "index": .integer(index), "toolComponent": ["name": "CWE", "index": 0],
                    ],
                    "kinds": ["superset"],
                ]
            ]
        }
        return .object(descriptor)
    }

    /// Tags and the score that GitHub's code scanning sorts by.
    private func properties(of rule: Rule) -> JSONValue {
        var tags = rule.tags
        if let cwe = rule.cwe { tags.append("external/cwe/cwe-\(cwe < 100 ? "0" : "")\(cwe < 10 ? "0" : "")\(cwe)") }
        var properties: JSONObject = ["tags": .array(tags.map { .string($0) })]
        if rule.cwe != nil { properties["security-severity"] = .string(score(of: rule.severity)) }
        return .object(properties)
    }

    private func score(of severity: Severity) -> String {
        switch severity {
        case .critical: "9.0"
        case .warning: "6.0"
        case .info: "3.0"
        }
    }

    private func markdownHelp(of rule: Rule) -> String {
        func block(_ title: String, _ isBad: Bool) -> String {
            guard let example = rule.examples.first(where: { $0.isBad == isBad }) else { return "" }
            return "\n\n\(title)\n\n```\(example.language.id)\n\(example.code)\n```"
        }
        let links = rule.references.map { "\n- <\($0)>" }.joined()
        return rule.why + block("Reported:", true) + block("Fine:", false) + (links.isEmpty ? "" : "\n" + links)
    }

    /// `sql-string-format` as `SqlStringFormat`, the form that SARIF asks of a name.
    private func pascalCase(_ id: String) -> String {
        id.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

/// Links into the Common Weakness Enumeration.
enum CWE {
    static func link(_ number: Int) -> String { "https://cwe.mitre.org/data/definitions/\(number).html" }
}
