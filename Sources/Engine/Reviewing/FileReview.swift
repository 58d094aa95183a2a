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
    /// How many findings do not count; the dismissed ones are among `findings` only where they were asked for.
    package private(set) var waived: [Waiver: Int] = [:]

    /// Whether somebody named the file itself, not a folder that it was found in.
    package var isNamed = false

    /// Whether the file was not looked at though it had to be: it was named, or it is code, and neither its project nor
    /// the settings leave it out.
    package var isMissed: Bool {
        guard case .skipped(let reason) = outcome else { return false }
        switch reason {
        case .excluded, .switchedOff: return false
        case .unusableName: return true
        case .tooLarge, .notAFile: return isNamed
        case .binary: return isNamed || Language.detect(languageID: nil, path: path, firstLine: "") != .plain
        }
    }

    /// Whether only secrets were looked for, because the language of the text is none with rules or not known.
    package private(set) var knowsOnlySecrets = false

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
    ///   - rules: What it is reviewed by.
    ///   - decisions: Whether it is left out.
    package init(
        path: String, projectPath: String? = nil, reviewing text: [UInt8], under settings: Settings, by rules: RuleSet,
        _ decisions: FileDecisions = FileDecisions()
    ) {
        self.path = path
        if decisions.isExcluded {
            outcome = .skipped(.excluded)
            return
        }
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
            let found = review(
                bytes, language: language, path: projectPath ?? path, rules: rules,
                honorsOtherTools: settings.reviewHonorsOtherTools)
            var findings = found.map { LocatedFinding($0, in: lines) }
            findings.hideSecrets()
            outcome = .reviewed(findings: findings, lineCount: lines.count, note: note)
            knowsOnlySecrets = language == .plain && lines.count > 0
        }
    }

    init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// The review without the findings that somebody dismissed, or with them where `isShown`.
    package func obeying(
        _ dismissals: FolderDismissals, _ decisions: FileDecisions, showingDismissed isShown: Bool
    ) -> FileReview {
        guard case .reviewed(var findings, let lineCount, let note) = outcome else { return self }
        for index in findings.indices {
            let finding = findings[index].finding
            findings[index].isDismissed =
                decisions.dismiss(finding) || dismissals.contains(finding, inFileAt: path)
        }
        let shown = isShown ? findings : findings.filter { !$0.isDismissed }
        var review = with(shown, lineCount, note)
        review.waived[.dismissed] = findings.count(where: \.isDismissed)
        return review
    }

    /// The review without the findings that the settings or people's decisions hide, the others as severe as they want.
    package func obeying(_ settings: Settings, _ decisions: FileDecisions) -> FileReview {
        guard case .reviewed(let findings, let lineCount, let note) = outcome else { return self }
        let shown = findings.compactMap { located -> LocatedFinding? in
            guard let finding = decisions.shown(located.finding, under: settings) else { return nil }
            var located = located
            located.finding.severity = finding.severity
            return located
        }
        return with(shown, lineCount, note)
    }

    /// The review with some of its findings.
    package func showing(only isShown: (LocatedFinding) -> Bool) -> FileReview {
        guard case .reviewed(let findings, let lineCount, let note) = outcome else { return self }
        return with(findings.filter(isShown), lineCount, note)
    }

    /// The review without the findings that do not count for a reason; those that were dismissed count for none anyway.
    package func waiving(_ waiver: Waiver, where isWaived: (LocatedFinding) -> Bool) -> FileReview {
        var review = showing { $0.isDismissed || !isWaived($0) }
        review.waived[waiver, default: 0] += findings.count - review.findings.count
        return review
    }

    func with(_ findings: [LocatedFinding], _ lineCount: Int, _ note: String?) -> FileReview {
        var review = FileReview(path: path, outcome: .reviewed(findings: findings, lineCount: lineCount, note: note))
        review.waived = waived
        review.knowsOnlySecrets = knowsOnlySecrets
        return review
    }
}

/// Why a finding does not count.
package enum Waiver: Sendable, CaseIterable {
    case dismissed
    /// It is in the findings of an earlier review.
    case baseline
    /// It is on lines that did not change.
    case unchanged
}

/// Why a file is not reviewed.
package enum SkipReason: Sendable, Hashable, CustomStringConvertible {
    case binary
    /// By the nearest `.codeforge/review.json`.
    case excluded
    /// By the setting `review.enabled`.
    case switchedOff
    case tooLarge(bytes: Int, limitBytes: Int)
    /// A folder's entry that is no regular file: a FIFO, a socket, a device.
    case notAFile
    /// A name that is no text, or longer than any path.
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
        case .excluded: "\(ReviewPolicy.path) excludes it"
        case .switchedOff: "the setting 'review.enabled' is false"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, more than the limit of \(limit)"
        case .notAFile: "not a regular file"
        case .unusableName: "its name is not UTF-8 or too long; rename it to have it reviewed"
        }
    }

    /// The words by which a summary counts it.
    package var kind: String {
        switch self {
        case .binary: "binary"
        case .excluded: "by \(ReviewPolicy.path)"
        case .switchedOff: "because 'review.enabled' is false"
        case .tooLarge: "too large"
        case .notAFile: "not a regular file"
        case .unusableName: "with an unusable name"
        }
    }
}
