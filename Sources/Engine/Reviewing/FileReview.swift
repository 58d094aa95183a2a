import Review

/// What a review says of one file.
package struct FileReview: Sendable {
    package enum Outcome: Sendable {
        /// - Parameter note: What the reader should know, such as that bytes had to be replaced.
        case reviewed(findings: [LocatedFinding], lineCount: Int, note: String?)
        /// The file is none that can be reviewed; that is no failure.
        case skipped(SkipReason)
        /// The file could not be read.
        case failed(reason: String)
    }

    /// The path as it is shown: relative to the folder that the review was started in, or as the user wrote it.
    package let path: String
    package let outcome: Outcome

    package var findings: [LocatedFinding] {
        if case .reviewed(let findings, _, _) = outcome { findings } else { [] }
    }

    /// Reviews a text that is at hand.
    ///
    /// - Parameters:
    ///   - path: What the text is shown as; its name tells the language.
    ///   - projectPath: The path in the project, which tells tests and scripts from other code; `path` when nil.
    ///   - text: Bytes in any encoding.
    package init(path: String, projectPath: String? = nil, reviewing text: [UInt8]) {
        self.path = path
        switch SourceText(text) {
        case .binary:
            outcome = .skipped(.binary)
        case .text(let bytes, let note):
            let lines = SourceLines(bytes)
            let language = Language.detect(languageID: nil, path: path, firstLine: lines.text(ofLine: 0))
            let findings = review(bytes, language: language, path: projectPath ?? path)
            outcome = .reviewed(
                findings: findings.map { LocatedFinding($0, in: lines) }, lineCount: lines.count, note: note)
        }
    }

    init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// The review without the findings that the settings hide.
    package func obeying(_ settings: Settings) -> FileReview {
        guard case .reviewed(let findings, let lineCount, let note) = outcome else { return self }
        let shown = findings.filter { located in
            located.finding.severity >= settings.reviewMinimumSeverity
                && !settings.reviewDisabledRules.contains(located.finding.ruleID)
        }
        return FileReview(path: path, outcome: .reviewed(findings: shown, lineCount: lineCount, note: note))
    }
}

/// Why a file is not reviewed.
package enum SkipReason: Sendable, Hashable, CustomStringConvertible {
    case binary
    case tooLarge(bytes: Int, limitBytes: Int)
    /// A folder's entry that is no regular file: a FIFO, a socket, a device.
    case notAFile
    /// A name that no report could show without doubt: control characters, a backslash, no UTF-8.
    case unusableName

    package var description: String {
        switch self {
        case .binary: "binary"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, more than the limit of \(limit)"
        case .notAFile: "not a regular file"
        case .unusableName: "its name has control characters, a backslash or no UTF-8; rename it to have it reviewed"
        }
    }

    /// The words by which a summary counts it.
    package var kind: String {
        switch self {
        case .binary: "binary"
        case .tooLarge: "too large"
        case .notAFile: "not a regular file"
        case .unusableName: "with an unusable name"
        }
    }
}
