import Models
import Review

/// Finds secrets in any text by the reviewer's secret rules, wherever in a project it stands.
///
/// The reviewer leaves prose and tests out, because nobody mends what is said there; what leaves the machine is
/// read there as well, for what nobody writes as an example.
enum SecretScan {
    /// Longer lines are cut into pieces of this size, for the reviewer passes over them.
    static let pieceBytes = 12 << 10
    /// Bytes that two pieces share, so that no secret is cut in two.
    private static let overlapBytes = 1 << 10

    /// The places of a file's secrets, in order, one a line and kind.
    static func places(in bytes: [UInt8], path: ProjectPath) -> [SecretPlace] {
        let text = ScannedText(bytes, path: path)
        var places = text.findings.map { SecretPlace(path: path, line: $0.line + 1, kind: $0.kind) }
        if let line = text.firstKeyLine, !places.contains(where: { $0.line == line + 1 }) {
            places.append(SecretPlace(path: path, line: line + 1, kind: "private key"))
        }
        return Set(places).sorted()
    }

    /// The lines that hold secrets, from 0 and in order, each with the bytes of the secret where these are known.
    static func spans(in bytes: [UInt8], path: ProjectPath) -> [SecretSpan] {
        let text = ScannedText(bytes, path: path)
        var spans = text.spans
        if let line = text.firstKeyLine { spans.append(SecretSpan(lines: line...Int.max, columns: nil)) }
        return SecretSpan.merged(spans)
    }

    /// What kind of token a word is, all of it; nil where it is none of a known kind.
    static func kind(ofWord word: [UInt8]) -> String? {
        review(word, language: .plain, path: nil).first {
            ($0.ruleID == "secrets/known-token" || $0.ruleID == "secrets/json-web-token")
                && $0.range.startByte == 0 && $0.range.endByte + 2 >= word.count
        }?.secretKind
    }

    /// The text itself and, of lines that the reviewer passes over, pieces; with the line that each begins on.
    static func pieces(of bytes: [UInt8]) -> [(text: [UInt8], firstLine: Int)] {
        var long: [(Range<Int>, line: Int)] = []
        var (start, line) = (0, 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            if end - start > pieceBytes { long.append((start..<end, line)) }
            start = end + 1
            line += 1
        }
        let cut = long.flatMap { range, line in
            stride(from: range.lowerBound, to: range.upperBound, by: pieceBytes - overlapBytes).map { start in
                (Array(bytes[start..<min(start + pieceBytes, range.upperBound)]), line)
            }
        }
        return [(bytes, 0)] + cut
    }
}

/// Where a secret stands, to the byte where that is known.
struct SecretSpan: Sendable, Hashable {
    /// From 0; without an end for a private key, which ends where its armour does.
    let lines: ClosedRange<Int>
    /// Within its line; nil for whole lines.
    let columns: Range<Int>?

    /// The spans in order, those that overlap as one.
    static func merged(_ spans: [SecretSpan]) -> [SecretSpan] {
        let ordered = spans.sorted {
            ($0.lines.lowerBound, $0.columns?.lowerBound ?? -1) < ($1.lines.lowerBound, $1.columns?.lowerBound ?? -1)
        }
        var merged: [SecretSpan] = []
        for span in ordered {
            guard let last = merged.last, last.lines.overlaps(span.lines) else {
                merged.append(span)
                continue
            }
            if let one = last.columns, let other = span.columns {
                guard one.overlaps(other) else {
                    merged.append(span)
                    continue
                }
                let union = one.lowerBound..<max(one.upperBound, other.upperBound)
                merged[merged.count - 1] = SecretSpan(lines: last.lines, columns: union)
            } else {
                let end = max(last.lines.upperBound, span.lines.upperBound)
                merged[merged.count - 1] = SecretSpan(lines: last.lines.lowerBound...end, columns: nil)
            }
        }
        return merged
    }
}

/// A text and what the secret rules say of it.
private struct ScannedText {
    private let bytes: [UInt8]
    private let path: ProjectPath
    private let language: Language
    private let place: FilePlace

    init(_ bytes: [UInt8], path: ProjectPath) {
        self.bytes = bytes
        self.path = path
        let firstLine = String(decoding: bytes.prefix(200).prefix { $0 != 10 }, as: UTF8.self)
        language = Language.detect(languageID: nil, path: path.text, firstLine: firstLine)
        place = FilePlace(path: path.text)
    }

    var findings: [(line: Int, kind: String)] {
        var found: [(line: Int, kind: String)] = []
        for piece in SecretScan.pieces(of: bytes) {
            let lines = piece.text.split(separator: 10, omittingEmptySubsequences: false)
            for finding in review(piece.text, language: language, path: nil)
            where finding.holdsSecret && counts(finding, in: lines) {
                found.append((line: piece.firstLine + finding.range.startLine, kind: finding.secretKind))
            }
        }
        return found + looseFindings(besides: Set(found.map(\.line)))
    }

    var spans: [SecretSpan] {
        var spans: [SecretSpan] = []
        for (number, piece) in SecretScan.pieces(of: bytes).enumerated() {
            let lines = piece.text.split(separator: 10, omittingEmptySubsequences: false)
            for finding in review(piece.text, language: language, path: nil)
            where finding.holdsSecret && counts(finding, in: lines) {
                let range = finding.range
                let isExact = number == 0 && range.startLine == range.endLine && range.startByte < range.endByte
                spans.append(
                    SecretSpan(
                        lines: piece.firstLine + range.startLine...piece.firstLine + range.endLine,
                        columns: isExact ? range.startByte..<range.endByte : nil))
            }
        }
        let known = Set(spans.flatMap { $0.lines })
        return spans + looseFindings(besides: known).map { SecretSpan(lines: $0.line...$0.line, columns: nil) }
    }

    /// What the reviewer has no lexer for.
    private func looseFindings(besides known: Set<Int>) -> [(line: Int, kind: String)] {
        guard language == .plain || language == .html || language == .sql else { return [] }
        let assignments = LooseAssignments(allowsBareValues: isSettings)
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { number, line in
            guard line.count <= SecretScan.pieceBytes, !known.contains(number) else { return nil }
            return assignments.kind(in: line, onlyGenerated: place.isAside || place.isProse).map { (number, $0) }
        }
    }

    /// Whether bare words may be values; files without an ending, such as `.gitconfig`, are mostly settings.
    private var isSettings: Bool {
        let name = path.name.lowercased()
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return true }
        return [
            "ini", "cfg", "conf", "cnf", "config", "properties", "props", "toml", "xml", "plist", "env", "bat", "cmd",
        ].contains(String(name[name.index(after: dot)...]))
    }

    /// Where the first private key begins that is more than a heading.
    var firstKeyLine: Int? {
        PrivateKeyText(SettingsText(bytes)).first(in: .code).map { start in bytes[..<start].count { $0 == 10 } }
    }

    /// Whether a finding is a secret to the letter, and no example of one.
    private func counts(_ finding: Finding, in lines: [ArraySlice<UInt8>]) -> Bool {
        guard lines.indices.contains(finding.range.startLine) else { return true }
        let line = lines[finding.range.startLine]
        let start = line.startIndex + min(finding.range.startByte, line.count)
        let end = finding.range.endLine > finding.range.startLine ? line.count : min(finding.range.endByte, line.count)
        let value = line[start..<max(start, line.startIndex + end)]
        switch finding.ruleID {
        // `firstKeyLine` looks for them, and tells a heading from a key.
        case "secrets/private-key": return false
        case "secrets/json-web-token": return !SecretScan.published.contains(String(decoding: value, as: UTF8.self))
        // In tests and prose people write passwords of their own making; a program's are no examples.
        case "secrets/hardcoded-secret", "secrets/signing-secret":
            return !(place.isAside || place.isProse) || SecretValue.isGenerated(Array(Self.content(of: value)))
        default: return true
        }
    }

    /// A value without its name and quotes.
    private static func content(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quotes = "\"'`".utf8
        var value = value
        if let first = value.first, quotes.contains(first), value.count > 1 { value = value.dropFirst().dropLast() }
        return value
    }
}

extension SecretScan {
    /// Tokens that stand in everybody's documentation.
    fileprivate static let published: Set<String> = [
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
            + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9."
            + "TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ",
    ]
}

extension Finding {
    /// What kind of secret it is, in words for a person.
    fileprivate var secretKind: String {
        let suffix = ": \(rule.message)"
        return message.hasSuffix(suffix) ? String(message.dropLast(suffix.count)) : rule.title
    }
}
