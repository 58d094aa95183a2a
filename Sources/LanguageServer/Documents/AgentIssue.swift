import Engine
import Models
import Review
import Text

/// An issue that a model's review found in a file, as a finding among those of the rules.
///
/// It has no memory of edits: it is where the line stands that the model quoted, as often as the document is looked at.
/// So it follows edits elsewhere, is gone while the line is another one, and comes back with an undo.
package struct AgentIssue: Hashable, Sendable {
    /// The code of its diagnostics, and what settings and dismissals know it by.
    package static let ruleID = "agent/qa"

    /// How many lines are looked at for a quote that is not where it stood: in longer documents those around that
    /// place, so that a keystroke does not cost the whole document.
    private static let mostLines = 2_000

    private let place: IssuePlace
    private let severity: Severity
    private let title: String
    private let message: String
    private let suggestion: String

    /// The issues of a folder's last review by a model, by their files.
    package static func byFile(_ review: ReviewReport?) -> [ProjectPath: [AgentIssue]] {
        guard let review, let maker = review.origin?.maker, maker != DocumentOrigin.offline else { return [:] }
        var issues: [ProjectPath: [AgentIssue]] = [:]
        for (index, issue) in review.result.issues.enumerated() {
            // What the rules found stands in the text already.
            guard let place = review.place(of: index), place.evidence == .quote || place.evidence == .file else {
                continue
            }
            issues[place.path, default: []].append(AgentIssue(issue, place, by: maker))
        }
        return issues
    }

    private init(_ issue: QAIssue, _ place: IssuePlace, by maker: String) {
        self.place = place
        severity = Severity(rawValue: issue.severity.rawValue) ?? .info
        title = "Found by the QA agent, \(maker)"
        message = Self.words(of: issue.description, at: place)
        suggestion = issue.suggestion
    }

    /// The description without what the place says already.
    private static func words(of description: String, at place: IssuePlace) -> String {
        var words = description[...]
        let line = place.line.map { ":\($0 + 1)" } ?? ""
        if words.hasPrefix("\(place.path.text)\(line): ") {
            words = words.dropFirst(place.path.text.count + line.count + 2)
        }
        if let quote = place.quote, words.hasSuffix("`"), let end = words.ranges(of: " `\(quote.prefix(40))").last {
            words = words[..<end.lowerBound]
        }
        return String(words)
    }

    /// The finding; nil where the line that it was about is not there as it was.
    func finding(in buffer: TextBuffer) -> Finding? {
        guard let line = line(in: buffer) else { return nil }
        let bytes = buffer.lineBytes(line)
        let start = bytes.firstIndex { !Self.isBlank($0) } ?? 0
        let end = bytes.lastIndex { !Self.isBlank($0) }.map { $0 + 1 } ?? bytes.count
        let words = suggestion.isEmpty ? message : "\(message) \(suggestion)"
        return Finding(
            rule: rule, severity: severity, message: words,
            range: ByteRange(startLine: line, startByte: start, endLine: line, endByte: max(start, end)), fix: nil,
            lineHash: ContentHash.of(Array("\(place.quote ?? "")\n\(message)".utf8)), occurrence: 0)
    }

    private var rule: Rule {
        Rule(
            RuleDefinition(
                id: Self.ruleID, title: title, message: message, why: suggestion, severity: severity, languages: [],
                cwe: nil, references: [], tags: [], fix: nil, fixTitle: nil, skipsTests: false, skipsScripts: false,
                skipsProse: false, formulas: [], examples: []))
    }

    /// Where the quoted line is; the first line for an issue about the file, whose words say that.
    private func line(in buffer: TextBuffer) -> Int? {
        guard let quote = place.quote.map({ Array($0.utf8) }), let known = place.line else { return 0 }
        let count = buffer.lineCount
        func isQuote(_ line: Int) -> Bool { line < count && Self.isTrimmed(buffer, line, quote) }
        if place.alike == 1, isQuote(known) { return known }
        guard count <= Self.mostLines else {
            let first = min(max(known - Self.mostLines / 2, 0), count)
            let near = (first..<min(first + Self.mostLines, count)).filter(isQuote)
            // Lines that are alike may stand further away: then it is not known which one was meant.
            return place.alike == 1 && near.count == 1 ? near[0] : nil
        }
        let lines = (0..<count).filter(isQuote)
        // Of lines that are alike the one that was meant, as long as there are as many of them.
        if lines.count == place.alike, lines.indices.contains(place.occurrence) { return lines[place.occurrence] }
        return lines.count == 1 ? lines[0] : nil
    }

    private static func isTrimmed(_ buffer: TextBuffer, _ line: Int, _ quote: [UInt8]) -> Bool {
        buffer.withLine(line) { bytes in
            guard bytes.count >= quote.count, let start = bytes.firstIndex(where: { !isBlank($0) }) else {
                return false
            }
            var end = bytes.endIndex
            while end > start, isBlank(bytes[end - 1]) { end -= 1 }
            return end - start == quote.count && bytes[start..<end].elementsEqual(quote)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

extension Snapshot {
    /// What models' reviews found in a document, where that still stands.
    func agentFindings(of document: OpenDocument) -> [Finding] {
        guard !agentIssues.isEmpty, let path = document.path,
            let (folder, file) = OpenFolder.containing(path, among: openFolders),
            let issues = agentIssues[folder.uri]?[file]
        else { return [] }
        return issues.compactMap { $0.finding(in: document.buffer) }
    }
}

extension Session {
    /// Shows what the last review of a folder found, if that is another one.
    mutating func agentIssuesRead(_ documents: ProjectDocuments, in folder: OpenFolder) {
        let issues = AgentIssue.byFile(documents.review)
        guard snapshot.agentIssues[folder.uri] ?? [:] != issues else { return }
        snapshot.agentIssues[folder.uri] = issues.isEmpty ? nil : issues
        refreshDiagnostics()
    }
}
