/// What a walk passed over, and why it ended.
package struct WalkReport: Sendable, Hashable {
    /// Files named.
    package var files = 0
    /// Their bytes.
    package var bytes: Int64 = 0
    /// Entries looked at.
    var entries = 0
    /// Links, FIFOs, sockets and devices.
    package var passedOver = 0
    package private(set) var skipped: [Reason: Skipped] = [:]
    /// What holds a person's text under a name of the product's own since a program was killed, by its path.
    package private(set) var kept: [String] = []
    /// The limit that ended the walk before its end.
    package private(set) var limit: Limit?

    package init() {}

    /// Whether files may exist that were not named.
    package var isCutShort: Bool { limit != nil }

    /// Whether there is anything that a person would want to know: more than large files.
    package var isWorthAWarning: Bool { isCutShort || skipped.keys.contains { $0 != .tooLarge } }

    package enum Reason: String, Sendable, Hashable, CaseIterable {
        case unreadable = "cannot be read"
        case tooLarge = "is larger than 1 MiB"
        case unusableName = "has a name that is no valid path (not UTF-8, control characters, a backslash or too long)"
        case tooDeep = "lies too deep"
        case otherFileSystem = "lies on another file system"

        /// What it is called in a status.
        package var name: String {
            switch self {
            case .unreadable: "unreadable"
            case .tooLarge: "too_large"
            case .unusableName: "unusable_name"
            case .tooDeep: "too_deep"
            case .otherFileSystem: "other_file_system"
            }
        }
    }

    /// How many were skipped, and the first thousand.
    package struct Skipped: Sendable, Hashable {
        package var count = 0
        package var examples: [String] = []
    }

    package enum Limit: Sendable, Hashable {
        case tooManyFiles(Int)
        case tooManyBytes(Int64)
        case tooManyEntries(Int)
    }

    mutating func skip(_ reason: Reason, _ path: String) {
        skipped[reason, default: Skipped()].count += 1
        // A review names each file that it cannot read.
        if skipped[reason, default: Skipped()].examples.count < 1_000 { skipped[reason]?.examples.append(path) }
    }

    mutating func keep(_ path: String) { kept.append(path) }

    /// What to do about what is kept; nil where nothing is.
    package var keptSentence: String? {
        guard !kept.isEmpty else { return nil }
        return "A program was killed while it changed files. What stood there before is kept, for its name is taken "
            + "now: "
            + "\(JobOutcome.list(kept)). Compare each with the file of its name, and rename or remove it."
    }

    mutating func stop(_ limit: Limit) {
        self.limit = self.limit ?? limit
    }

    /// A path in quotes, with control characters escaped, and of a long one its beginning and its end.
    private static func shown(_ path: String) -> String {
        guard path.count > 120 else { return path.debugDescription }
        return "\(path.prefix(60))…\(path.suffix(50))".debugDescription
    }

    /// Lines for the log: what was left out, one sentence a reason.
    package var sentences: [String] {
        let reasons = Reason.allCases.compactMap { reason in
            skipped[reason].map { skipped in
                let shown = skipped.examples.prefix(3).map(WalkReport.shown).joined(separator: ", ")
                let more = skipped.count > 3 ? " and \(skipped.count - 3) more" : ""
                return "Not mirrored because it \(reason.rawValue): \(shown)\(more)."
            }
        }
        return reasons + (limit.map { [$0.description] } ?? [])
    }
}

extension WalkReport.Limit: CustomStringConvertible {
    package var description: String {
        let reached =
            switch self {
            case .tooManyFiles(let limit): "\(limit) files"
            case .tooManyBytes(let limit): "\(limit >> 20) MiB of text"
            case .tooManyEntries(let limit): "\(limit) entries"
            }
        return
            "Only the first \(reached) of this folder are mirrored; the rest is still reviewed, but agents do not see "
            + "it. Name what need not be kept in .codeforgeignore."
    }
}
