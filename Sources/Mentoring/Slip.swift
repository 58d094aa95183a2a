import Review

/// A beginner's slip that one line of code shows: where to look for it, and what to ask there.
package struct Slip: Sendable {
    package let languages: Set<Language>
    /// Whether lines are read as they were written, and not with strings and comments blanked out.
    package let isOfText: Bool
    /// A regular expression for the line.
    package let sign: String
    /// What else must stand around it, and what must not; empty for nothing.
    ///
    /// `$1` is what the line's first group took.
    package let needs: String
    package let excludes: String
    /// A `MentorTopic`.
    package let topic: String
    package let question: String
    package let pointer: String

    package static let all: [Slip] = DataFile.rows(PackageResources.slips_txt).compactMap(Slip.init(fields:))

    private init?(fields: [String]) {
        guard fields.count == 8, let languages = Self.families[fields[0]] else { return nil }
        self.languages = languages
        isOfText = fields[1] == "text"
        (sign, needs, excludes) = (fields[2], fields[3], fields[4])
        (topic, question, pointer) = (fields[5], fields[6], fields[7])
    }

    /// A text with `$1`, `$2` … filled in.
    package static func filling(_ text: String, _ taken: [String]) -> String {
        taken.indices.reversed().reduce(text) { $0.replacing("$\($1 + 1)", with: taken[$1]) }
    }

    private static let families: [String: Set<Language>] = [
        "js": [.javascript, .javascriptReact, .typescript, .typescriptReact], "py": [.python], "sql": [.sql],
        "sh": [.shell], "go": [.go], "swift": [.swift], "css": [.css, .scss], "html": [.html],
        "c": [.c, .cpp, .csharp, .java, .kotlin, .go, .swift, .rust, .dart],
    ]
}
