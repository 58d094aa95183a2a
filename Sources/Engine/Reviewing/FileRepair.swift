import Glibc
import Models
import Review

/// Applies the fixes of a file's findings until no finding has one, and writes the file once.
///
/// Fixes that overlap wait for the next round. The file is exchanged only while it still holds the bytes that were
/// reviewed; its mode stays.
package struct FileRepair: Sendable {
    package enum Outcome: Sendable {
        /// No finding has a fix.
        case unchanged
        /// The file was written; what was fixed, and what is left.
        case repaired(fixed: [Finding], left: FileReview)
        /// Nothing was written; a sentence's end says why.
        case refused(String)
    }

    /// Fixes may make room for others, but not for ever.
    private static let mostRounds = 10

    let target: ReviewTarget

    private let rules: RuleSet

    package init(of target: ReviewTarget, by rules: RuleSet) {
        self.target = target
        self.rules = rules
    }

    /// Repairs the file under its settings; `counting` gives the part of a review that may be fixed, and gets what was
    /// applied so far, in order.
    package func run(
        under settings: Settings, counting: (FileReview, [AppliedFix]) -> FileReview
    ) -> Outcome {
        do throws(SystemError) {
            if let place = target.outside {
                return .refused("it is a link to \(place), which lies elsewhere. Name that file to have it fixed")
            }
            guard let file = try OpenFile.regularFile(at: target.location) else { return .unchanged }
            let original = try file.read(upTo: target.limitBytes, expecting: 1 << 16)
            guard original.count <= target.limitBytes else { return .unchanged }
            guard case .text(let text, nil) = SourceText(original), text == original else {
                return .refused("it is not UTF-8")
            }
            return repair(original, settings, counting)
        } catch {
            return .refused("\(error)")
        }
    }

    private func repair(
        _ original: [UInt8], _ settings: Settings, _ counting: (FileReview, [AppliedFix]) -> FileReview
    ) -> Outcome {
        var text = original
        var fixed: [Finding] = []
        var applied: [AppliedFix] = []
        var review = counting(review(text, settings), applied)
        for round in 0..<Self.mostRounds {
            // What a team's rule puts there may be what it looks for: its fixes are applied once.
            let findings = review.findings.filter { !$0.isDismissed }.map(\.finding)
                .filter { round == 0 || RuleSet.builtIn.rule(id: $0.ruleID) != nil }.withFixesThatGoTogether
            if findings.isEmpty { break }
            let edits = findings.flatMap { $0.fix?.edits ?? [] }.sorted {
                ($0.range.startLine, $0.range.startByte) > ($1.range.startLine, $1.range.startByte)
            }
            let before = text
            text = Self.applying(edits, to: text)
            if text == before { break }
            applied += edits.map(AppliedFix.init)
            fixed += findings
            review = counting(self.review(text, settings), applied)
        }
        guard !fixed.isEmpty, text != original else { return .unchanged }
        if let refusal = write(text, replacing: original) { return .refused(refusal) }
        return .repaired(fixed: fixed, left: review)
    }

    private func review(_ text: [UInt8], _ settings: Settings) -> FileReview {
        FileReview(path: target.shownPath, projectPath: target.projectPath, reviewing: text, under: settings, by: rules)
    }

    /// Applies edits that do not overlap, the last one first.
    private static func applying(_ edits: [Fix.Edit], to text: [UInt8]) -> [UInt8] {
        let lines = SourceLines(text)
        var text = text
        for edit in edits {
            let start = lines.offset(line: edit.range.startLine, byte: edit.range.startByte)
            let end = lines.offset(line: edit.range.endLine, byte: edit.range.endByte)
            text.replaceSubrange(start..<max(start, end), with: edit.newText.utf8)
        }
        return text
    }

    /// - Returns: why it was not written; nil where it was.
    private func write(_ text: [UInt8], replacing original: [UInt8]) -> String? {
        guard let resolved = realpath(target.location, nil) else { return "\(SystemError.last)" }
        defer { free(resolved) }
        let path = String(cString: resolved)
        guard let slash = path.lastIndex(of: "/") else { return "it has no folder" }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        do {
            let name = try ProjectPath(validating: String(path[path.index(after: slash)...]))
            try ProjectFolder(path: folder).write(name, text, replacing: original)
            return nil
        } catch let error as WorkspaceError {
            if case .changed = error { return "it changed meanwhile, or another program is writing it" }
            return "\(error)"
        } catch {
            return "\(error)"
        }
    }
}

/// An edit of a fix that was applied to a file, in the lines as they were before it.
package struct AppliedFix: Sendable {
    /// Counted from one.
    let lines: ClosedRange<Int>
    /// How many lines stand there now.
    let newLines: Int

    init(_ edit: Fix.Edit) {
        lines = edit.range.startLine + 1...max(edit.range.startLine, edit.range.endLine) + 1
        let bytes = Array(edit.newText.utf8)
        var count = 1
        for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            count += isPair ? 0 : 1
        }
        newLines = count
    }
}

extension ReviewTarget {
    /// Where the file really is, if it is a link that leads out of the repository that the link lies in; without a
    /// repository, out of the link's folder.
    fileprivate var outside: String? {
        var status = stat()
        guard lstat(location, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
        let folder = location.lastIndex(of: "/").map { String(location[..<$0]) } ?? "."
        func real(_ path: String) -> String? {
            guard let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard let file = real(location), let own = real(folder.isEmpty ? "/" : folder) else { return nil }
        let root = RepositoryIgnores.repositoryRoot(of: own) ?? own
        return file.hasPrefix(root.hasSuffix("/") ? root : root + "/") ? nil : file
    }
}

extension GitChanges {
    /// Whether a finding is on a line that changed, in a file to which fixes were applied since git was asked.
    package func following(_ fixes: [AppliedFix], ofFileAt path: String) -> GitChanges {
        guard !fixes.isEmpty else { return self }
        var lines = lines(ofFileAt: path)
        for fix in fixes { lines.replace(fix.lines, byLines: fix.newLines) }
        var changes = self
        changes.replaceLines(lines, ofFileAt: path)
        return changes
    }
}
