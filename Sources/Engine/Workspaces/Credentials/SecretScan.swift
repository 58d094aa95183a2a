import Models
import Review

/// Finds secrets in any text by the reviewer's secret rules, wherever in a project it stands.
///
/// The reviewer leaves prose and tests out, because nobody mends what is said there; what leaves the machine is
/// read there as well, for what nobody writes as an example. Comments that hide findings hide none here: a token works
/// whatever stands beside it.
enum SecretScan {
    /// Longer lines are cut into pieces of this size, for the reviewer passes over them.
    static let pieceBytes = 12 << 10
    /// Bytes that two pieces share, so that no secret is cut in two.
    private static let overlapBytes = 1 << 10

    /// The places of a file's secrets, in order, one a line and kind.
    static func places(in bytes: [UInt8], path: ProjectPath) -> [SecretPlace] {
        let text = ScannedText(bytes, path: path)
        var places = text.findings.map { SecretPlace(path: path, line: $0.line + 1, kind: $0.kind) }
        let lines = LineStarts(bytes)
        places += HiddenSecrets.all(in: bytes, isAside: FilePlace(path: path.text).isExample).map { secret in
            SecretPlace(path: path, line: lines.line(of: secret.range.lowerBound) + 1, kind: secret.kind)
        }
        places += EncodedSecrets.places(in: bytes).map { SecretPlace(path: path, line: $0.line + 1, kind: $0.kind) }
        if let line = text.firstKeyLine, !places.contains(where: { $0.line == line + 1 }) {
            places.append(SecretPlace(path: path, line: line + 1, kind: "private key"))
        }
        return Set(places).sorted()
    }

    /// The lines that hold secrets, from 0 and in order, each with the bytes of the secret where these are known.
    static func spans(in bytes: [UInt8], path: ProjectPath) -> [SecretSpan] {
        let text = ScannedText(bytes, path: path)
        var spans = text.spans
        let lines = LineStarts(bytes)
        spans += HiddenSecrets.all(in: bytes, isAside: FilePlace(path: path.text).isExample).map {
            lines.span(of: $0.range)
        }
        if let line = text.firstKeyLine { spans.append(SecretSpan(lines: line...Int.max, columns: nil)) }
        return SecretSpan.merged(spans)
    }

    /// Whether a value with the form of a token opens nothing: a published one, or a web token of nobody any more.
    ///
    /// `isAside` is whether it stands in a test or in prose.
    static func isHarmless(_ value: ArraySlice<UInt8>, isAside: Bool) -> Bool {
        let text = String(decoding: value, as: UTF8.self)
        if PublishedSecrets.contains(text) { return true }
        guard text.hasPrefix("eyJ"), let token = WebToken(text) else { return false }
        return token.isExpired() || isAside && token.isAboutNobody
    }

    /// What kind of token a word is, all of it; nil where it is none of a known kind.
    static func kind(ofWord word: [UInt8]) -> String? {
        review(word, language: .plain, path: nil, rules: .secrets, heedsComments: false).first {
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
            ranges(ofPieces: range).map { (Array(bytes[$0]), line) }
        }
        return [(bytes, 0)] + cut
    }

    /// The ranges of the pieces that a long line is cut into.
    static func ranges(ofPieces line: Range<Int>) -> [Range<Int>] {
        stride(from: line.lowerBound, to: line.upperBound, by: pieceBytes - overlapBytes).map { start in
            start..<min(start + pieceBytes, line.upperBound)
        }
    }
}

/// Where a secret stands, to the byte where that is known.
struct SecretSpan: Sendable, Hashable {
    /// From 0; without an end for a private key, which ends where its armour does.
    let lines: ClosedRange<Int>
    /// Within its line; nil for whole lines.
    let columns: Range<Int>?
    /// Whether quotes within the columns are part of the secret, not of what stands around it.
    var holdsQuotes = false

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
                merged[merged.count - 1] = SecretSpan(
                    lines: last.lines, columns: union, holdsQuotes: last.holdsQuotes || span.holdsQuotes)
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
    /// How the file gives names a value; nil for code that the reviewer's lexers read.
    private let style: LooseAssignments.Style?
    /// Whether it describes an interface, with examples of what is asked and answered.
    private let isDescription: Bool

    init(_ bytes: [UInt8], path: ProjectPath) {
        self.bytes = bytes
        self.path = path
        let firstLine = String(decoding: bytes.prefix(200).prefix { $0 != 10 }, as: UTF8.self)
        language = Language.detect(languageID: nil, path: path.text, firstLine: firstLine)
        place = FilePlace(path: path.text)
        style = Self.style(of: language, path)
        isDescription = ExampleLines.describesInterface(bytes)
    }

    var findings: [(line: Int, kind: String)] {
        var found: [(line: Int, kind: String)] = []
        for piece in SecretScan.pieces(of: bytes) {
            let secrets = review(piece.text, language: language, path: nil, rules: .secrets, heedsComments: false)
                .filter(\.holdsSecret)
            if secrets.isEmpty { continue }
            let lines = piece.text.split(separator: 10, omittingEmptySubsequences: false)
            for finding in secrets where counts(finding, in: lines) {
                found.append((line: piece.firstLine + finding.range.startLine, kind: finding.secretKind))
            }
        }
        return found
            + looseFindings(besides: Set(found.map(\.line))).map { (line: $0.lines.lowerBound, kind: $0.kind) }
    }

    var spans: [SecretSpan] {
        var spans: [SecretSpan] = []
        for (number, piece) in SecretScan.pieces(of: bytes).enumerated() {
            let lines = piece.text.split(separator: 10, omittingEmptySubsequences: false)
            for finding in review(piece.text, language: language, path: nil, rules: .secrets, heedsComments: false)
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
        spans += looseFindings(besides: known).map { SecretSpan(lines: $0.lines, columns: nil) }
        return spans + EncodedSecrets.places(in: bytes).map { SecretSpan(lines: $0.line...$0.line, columns: nil) }
    }

    /// What the reviewer has no lexer for, and what it does not look at.
    private func looseFindings(besides known: Set<Int>) -> [(lines: ClosedRange<Int>, kind: String)] {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        return lines.indices.compactMap { number in
            guard !known.contains(number) else { return nil }
            if let kind = looseKind(in: lines, at: number, with: 0) { return (number...number, kind) }
            // Only what is given a value by a style of its own goes on after the line.
            if style == nil { return nil }
            let rest = min(Self.continuation, lines.count - 1 - number)
            return looseKind(in: lines, at: number, with: rest).map { (number...number + rest, $0) }
        }
    }

    /// As many lines as what a line names may go on for.
    private static let continuation = 4

    /// `rest` is how many of the next lines may hold the value of what this one names.
    private func looseKind(in lines: [ArraySlice<UInt8>], at number: Int, with rest: Int) -> String? {
        let line = lines[number]
        if line.count < 8 { return nil }
        if let kind = WalletSecrets.kind(in: line) { return kind }
        if line.count > SecretScan.pieceBytes {
            // Minified code assigns much; of it, only what a program made counts.
            let assignments = LooseAssignments(style ?? .code)
            return SecretScan.ranges(ofPieces: line.indices).lazy.compactMap { range in
                assignments.kind(in: line[range], onlyGenerated: isAside || style == nil)
            }.first
        }
        if !isAside, let kind = CallSecrets.kind(in: line) { return kind }
        if rest == 0, let kind = StrayLogins.kind(in: line, onlyGenerated: isAside) { return kind }
        guard let style else { return nil }
        let kind = LooseAssignments(style).kind(
            in: line, onlyGenerated: isAside, before: lines[number + 1..<number + 1 + rest])
        if kind != nil, isDescription, ExampleLines.isInExample(number, of: lines) { return nil }
        return kind
    }

    private static func style(of language: Language, _ path: ProjectPath) -> LooseAssignments.Style? {
        switch language {
        case .yaml: .yaml
        case .json, .html, .sql: isSettings(path) ? .settings : .code
        case .shell, .dockerfile: .commands
        // What these languages wrap a text in, such as `String::from("…")`, the reviewer's rules do not know.
        case .java, .kotlin, .csharp, .rust, .php, .dart, .terraform, .astro, .ruby, .c, .cpp, .powershell: .code
        case .plain: isSettings(path) ? .settings : notes.contains(fileExtension(of: path)) ? .commands : .code
        default: nil
        }
    }

    private static let notes: Set<String> = ["txt", "eml", "log", "out", "mk", "fish", "bat", "cmd", "ps1"]
    private static let settings: Set<String> = [
        "", "ini", "cfg", "conf", "cnf", "config", "properties", "props", "toml", "xml", "plist", "env", "bat", "cmd",
    ]
    /// Endings that say how a file was kept or is filled in, before which its own stands.
    private static let wrappings: Set<String> = [
        "j2", "tmpl", "tpl", "template", "bak", "old", "orig", "save", "copy", "dist", "in", "erb",
    ]

    /// Empty for `.gitconfig` and other files without an ending, which are mostly settings.
    private static func fileExtension(of path: ProjectPath) -> String {
        var name = path.name.lowercased()
        while let dot = name.lastIndex(of: "."), dot > name.startIndex {
            let ending = String(name[name.index(after: dot)...])
            guard wrappings.contains(ending) else { return ending }
            name = String(name[..<dot])
        }
        return ""
    }

    /// Whether bare words may be values.
    private static func isSettings(_ path: ProjectPath) -> Bool {
        settings.contains(fileExtension(of: path)) && path.name.lowercased() != "makefile"
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
        case "secrets/hardcoded-secret", "secrets/signing-secret":
            return isSecret(named: Array(Self.content(of: value)), at: finding.range.startLine, in: lines)
        case "secrets/url-credentials":
            return !place.isAside || AddressLogin(value).isSecret
        default: return !SecretScan.isHarmless(value, isAside: isAside)
        }
    }

    /// Whether what is called a secret is one.
    ///
    /// In tests and prose people write passwords of their own making; a program's are no examples.
    private func isSecret(named value: [UInt8], at line: Int, in lines: [ArraySlice<UInt8>]) -> Bool {
        let word = value.starts(with: "Bearer ".utf8) ? value.dropFirst(7) : value[...]
        if SecretScan.isHarmless(word, isAside: isAside) || SecretValue.isTrivial(value) { return false }
        if let login = BasicLogin(value) { return login.isSecret }
        if isDescription, ExampleLines.isInExample(line, of: lines) { return false }
        return !isAside || SecretValue.isGenerated(value) && !SecretValue.isWordWithNumber(value)
    }

    private var isAside: Bool { place.isExample }

    /// A value without its name and quotes.
    private static func content(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quotes = "\"'`".utf8
        let name = value.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
        let isNamed =
            !name.isEmpty && name.endIndex + 1 < value.endIndex && value[name.endIndex] == UInt8(ascii: "=")
            && value[name.endIndex + 1] != UInt8(ascii: "=")
        var value = isNamed ? value[(name.endIndex + 1)...] : value
        if let first = value.first, quotes.contains(first), value.count > 1 { value = value.dropFirst().dropLast() }
        return value
    }
}

extension Finding {
    /// What kind of secret it is, in words for a person.
    var secretKind: String {
        let suffix = ": \(rule.message)"
        return message.hasSuffix(suffix) ? String(message.dropLast(suffix.count)) : rule.title
    }
}
