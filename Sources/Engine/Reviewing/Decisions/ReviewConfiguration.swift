/// What holds for files that are named on a command line: the settings and the decisions of the folders above them.
package struct ReviewConfiguration: Sendable {
    private var nearest = NearestSettings()
    private var decisions = ReviewDecisions()

    /// Reads what lies above some files; the paths are absolute, or relative to the current folder.
    package init(ofFilesAt paths: [String]) {
        let absolute = paths.map(Self.absolute)
        nearest.read(above: absolute)
        decisions.read(above: absolute)
        decisions.followRenames()
    }

    package func settings(forFileAt path: String) -> Settings { nearest.settings(forFileAt: Self.absolute(path)) }
    package func decisions(forFileAt path: String) -> FileDecisions {
        decisions.decisions(forFileAt: Self.absolute(path))
    }

    /// What is wrong in the files, a line each; the rest of them applies.
    package var warnings: [String] {
        (nearest.problems.map(\.sentence) + decisions.warnings).sorted()
    }

    private static func absolute(_ path: String) -> String { FolderDismissals.absolute(path) ?? path }
}
