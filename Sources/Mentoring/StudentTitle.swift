import Review

extension Rule {
    /// What a student is told that the rule finds: its title, or another one where that names how it is put right.
    package var studentTitle: String { StudentTitles.all[id] ?? title }
}

enum StudentTitles {
    static let all: [String: String] = Dictionary(
        DataFile.rows(PackageResources.titles_txt).compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil },
        uniquingKeysWith: { first, _ in first })
}
