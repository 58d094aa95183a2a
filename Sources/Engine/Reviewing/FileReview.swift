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
    /// How many findings somebody dismissed; they are among `findings` only where they were asked for.
    package private(set) var dismissedCount = 0

    package var findings: [LocatedFinding] {
        if case .reviewed(let findings, _, _) = outcome { findings } else { [] }
    }

    /// Whether the text was looked at.
    package var isReviewed: Bool {
        if case .reviewed = outcome { true } else { false }
    }

    /// Reviews a text that is at hand, unless the settings say not to.
    ///
    /// - Parameters:
    ///   - path: What the text is shown as; its name tells the language.
    ///   - projectPath: The path in the project, which tells tests and scripts from other code; `path` when nil.
    ///   - text: Bytes in any encoding.
    ///   - settings: Whether it is reviewed; what is shown of the findings is said by `obeying`.
    package init(path: String, projectPath: String? = nil, reviewing text: [UInt8], under settings: Settings) {
        self.path = path
        if let reason = SkipReason(ofTextOfBytes: text.count, under: settings) {
            outcome = .skipped(reason)
            return
        }
        switch SourceText(text) {
        case .binary:
            outcome = .skipped(.binary)
        case .text(let bytes, let note):
            let lines = SourceLines(bytes)
            let language = Language.detect(languageID: nil, path: path, firstLine: lines.text(ofLine: 0))
            let found = review(bytes, language: language, path: projectPath ?? path)
            var findings = found.map { LocatedFinding($0, in: lines) }
            for secret in findings where secret.finding.holdsSecret {
                for index in findings.indices { findings[index].hide(secret) }
            }
            outcome = .reviewed(findings: findings, lineCount: lines.count, note: note)
        }
    }

    init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// The review without the findings that somebody dismissed, or with them where `isShown`.
    package func obeying(_ dismissals: FolderDismissals, showingDismissed isShown: Bool) -> FileReview {
        guard case .reviewed(var findings, let lineCount, let note) = outcome else { return self }
        for index in findings.indices {
            findings[index].isDismissed = dismissals.contains(findings[index].finding, inFileAt: path)
        }
        let shown = isShown ? findings : findings.filter { !$0.isDismissed }
        var review = FileReview(path: path, outcome: .reviewed(findings: shown, lineCount: lineCount, note: note))
        review.dismissedCount = findings.count(where: \.isDismissed)
        return review
    }

    /// The review without the findings that the settings hide.
    package func obeying(_ settings: Settings) -> FileReview {
        guard case .reviewed(let findings, let lineCount, let note) = outcome else { return self }
        let shown = findings.filter { settings.shows($0.finding) }
        return FileReview(path: path, outcome: .reviewed(findings: shown, lineCount: lineCount, note: note))
    }
}

/// Why a file is not reviewed.
package enum SkipReason: Sendable, Hashable, CustomStringConvertible {
    case binary
    /// By the setting `review.enabled`.
    case switchedOff
    case tooLarge(bytes: Int, limitBytes: Int)
    /// A folder's entry that is no regular file: a FIFO, a socket, a device.
    case notAFile
    /// A name that no report could show without doubt: control characters, a backslash, no UTF-8.
    case unusableName

    /// Why a text of so many bytes is not reviewed under the settings; nil where it is.
    init?(ofTextOfBytes count: Int, under settings: Settings) {
        guard count > settings.reviewLimitBytes else { return nil }
        self =
            settings.reviewEnabled
            ? .tooLarge(bytes: count, limitBytes: settings.reviewMaxFileBytes) : .switchedOff
    }

    package var description: String {
        switch self {
        case .binary: "binary"
        case .switchedOff: "the setting 'review.enabled' is false"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, more than the limit of \(limit)"
        case .notAFile: "not a regular file"
        case .unusableName: "its name has control characters, a backslash or no UTF-8; rename it to have it reviewed"
        }
    }

    /// The words by which a summary counts it.
    package var kind: String {
        switch self {
        case .binary: "binary"
        case .switchedOff: "because 'review.enabled' is false"
        case .tooLarge: "too large"
        case .notAFile: "not a regular file"
        case .unusableName: "with an unusable name"
        }
    }
}
