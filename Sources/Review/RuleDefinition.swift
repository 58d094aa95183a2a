/// A rule as its file says it, before its patterns are compiled.
package struct RuleDefinition: Sendable, Hashable {
    /// A piece of code that the rule must report, or must not.
    package struct Example: Sendable, Hashable {
        package var language: Language
        package var isBad: Bool
        package var code: String

        package init(language: Language, isBad: Bool, code: String) {
            self.language = language
            self.isBad = isBad
            self.code = code
        }
    }

    package var id: String
    package var title: String
    package var message: String
    package var why: String
    package var severity: Severity
    package var languages: [Language]
    package var cwe: Int?
    package var references: [String]
    package var tags: [String]
    package var hasFix: Bool
    package var examples: [Example]
}
