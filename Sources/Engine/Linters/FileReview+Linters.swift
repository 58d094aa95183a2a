import Review

extension LinterRun.Result {
    /// The reviews with what linters found in their files; what one of our rules found on the same line is told once.
    package func added(to files: [FileReview]) -> [FileReview] {
        let found = Dictionary(grouping: issues) { FolderDismissals.absolute($0.issue.path) ?? $0.issue.path }
        return files.map { file in
            let own = FolderDismissals.absolute(file.path).flatMap { found[$0] } ?? []
            let checkers = checkers(of: Language(path: file.path))
            return own.isEmpty && checkers.isEmpty ? file : file.adding(own, by: checkers)
        }
    }
}

extension FileReview {
    /// Adds what linters found, but for what comments say is meant; names of rules of `checkers` that hide nothing are
    /// remarked on.
    fileprivate func adding(
        _ issues: [(linter: String, issue: LinterIssue)], by checkers: [String]
    ) -> FileReview {
        guard case .reviewed(var findings, let lineCount, let note) = outcome,
            let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: ReviewTargets.fileLimitBytes, expecting: 1 << 16),
            case .text(let text, _) = SourceText(bytes)
        else { return self }
        let lines = SourceLines(text)
        var comments = CommentedFindings(in: text, language: Language(path: path))
        if issues.isEmpty, comments.isEmpty { return self }
        let ours = Dictionary(grouping: findings, by: \.start.line)
        let found = LinterFinding.all(of: issues, in: lines)
        for (index, issue) in found.enumerated() {
            let isKnown = ours[issue.finding.range.startLine + 1]?.contains { issue.isSame(as: $0.finding) } == true
            // A comment is of use even where one of ours is the same.
            let isMeant = comments.accept(issue.finding)
            if isMeant || isKnown || found[..<index].contains(where: issue.isSame) { continue }
            findings.append(LocatedFinding(issue.finding, in: lines))
        }
        let kept = Set(comments.corrected(findings.map(\.finding)))
        findings = findings.filter { kept.contains($0.finding) }
        findings += comments.remarks(on: checkers).map { LocatedFinding($0, in: lines) }
        let secretLines = Set(found.filter(\.holdsSecret).map { $0.finding.range.startLine + 1 })
        findings.sort {
            ($0.start.line, $0.start.column, $0.finding.ruleID) < ($1.start.line, $1.start.column, $1.finding.ruleID)
        }
        for index in findings.indices where secretLines.contains(findings[index].start.line) {
            findings[index].hideLine()
        }
        findings.hideSecrets()
        return FileReview(path: path, outcome: .reviewed(findings: findings, lineCount: lineCount, note: note))
    }
}
