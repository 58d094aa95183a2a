/// What a rule looks for and what it tells the developer.
///
/// A class because every finding refers to its rule; immutable, and the same as any other of its `id`.
package final class Rule: Sendable, Hashable {
    package let definition: RuleDefinition

    private let includedPaths: [LazyRegex]
    private let excludedPaths: [LazyRegex]

    package init(_ definition: RuleDefinition) {
        self.definition = definition
        includedPaths = definition.includedPaths.map(LazyRegex.init)
        excludedPaths = definition.excludedPaths.map(LazyRegex.init)
    }

    /// Whether the rule reads files of some paths only.
    var isBoundToPaths: Bool { !includedPaths.isEmpty || !excludedPaths.isEmpty }

    /// Whether the rule reads the file of a path in its project.
    func reads(_ path: String) -> Bool {
        if !includedPaths.isEmpty, !includedPaths.contains(where: { $0.regex.matches(path) }) { return false }
        return !excludedPaths.contains { $0.regex.matches(path) }
    }

    package var id: String { definition.id }
    package var title: String { definition.title }
    package var message: String { definition.message }
    /// Why it matters and what to do, in some sentences.
    package var why: String { definition.why }
    package var severity: Severity { definition.severity }
    package var languages: [Language] { definition.languages }
    package var cwe: Int? { definition.cwe }
    package var references: [String] { definition.references }
    package var tags: [String] { definition.tags }
    package var examples: [RuleDefinition.Example] { definition.examples }
    package var hasFix: Bool { definition.fix != nil }
    /// What the fix does, for whoever picks it.
    package var fixTitle: String { definition.fixTitle ?? "Fix: \(title)" }

    package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
