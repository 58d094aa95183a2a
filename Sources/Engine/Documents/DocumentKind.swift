/// A document of the workspace's `.codeforge/` folder: what agents produced and ask, and where a person answers.
package enum DocumentKind: String, CaseIterable, Sendable {
    case requirements, architecture, roadmap, questions, choices, review, jobs, student, learning, consent

    package static let folder = ".codeforge"

    package var fileName: String { rawValue + ".md" }

    /// Relative to the workspace's root.
    package var path: String { "\(Self.folder)/\(fileName)" }

    /// The kind of document that a file is, by its place alone.
    package init?(path: String) {
        guard path.hasSuffix(".md") else { return nil }
        let parts = path.split(separator: "/")
        guard parts.count >= 2, parts[parts.count - 2] == Self.folder, let name = parts.last else { return nil }
        self.init(rawValue: String(name.dropLast(3)))
    }
}
