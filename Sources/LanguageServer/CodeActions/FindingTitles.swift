import Review

/// Titles of actions about findings: where several would be called the same, each says what it is about.
struct FindingTitles {
    private let document: OpenDocument
    private let findings: [Finding]
    private let title: (Finding) -> String

    init(_ findings: [Finding], of document: OpenDocument, _ title: @escaping (Finding) -> String) {
        self.document = document
        self.findings = findings
        self.title = title
    }

    func of(_ finding: Finding) -> String {
        let own = title(finding)
        let alike = findings.filter { title($0) == own }
        guard alike.count > 1 else { return own }
        let isOnLine = alike.contains { $0 != finding && $0.range.startLine == finding.range.startLine }
        let place =
            isOnLine ? "column \(finding.range.startByte + 1)" : "line \(finding.range.startLine + 1)"
        let text = text(of: finding)
        if text.isEmpty { return "\(own), \(place)" }
        let isTold = alike.count { self.text(of: $0) == text } > 1
        return isTold ? "\(own): “\(text)”, \(place)" : "\(own): “\(text)”"
    }

    /// What of the finding stands on its first line, as far as a title has room.
    private func text(of finding: Finding) -> String {
        let (range, line) = (finding.range, document.buffer.lineBytes(finding.range.startLine))
        let end = range.endLine == range.startLine ? min(range.endByte, line.count) : line.count
        guard !finding.holdsSecret, range.startByte < end else { return "" }
        let text = String(decoding: line[(line.startIndex + range.startByte)..<(line.startIndex + end)], as: UTF8.self)
        return text.count > Self.room ? text.prefix(Self.room - 1) + "…" : text
    }

    /// In characters.
    private static let room = 40
}
