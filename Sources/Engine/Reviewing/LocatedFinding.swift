import Review

/// A finding as people read it: places count lines and code points from one.
package struct LocatedFinding: Sendable, Hashable {
    /// A place in a text; both numbers count from one.
    package struct Place: Sendable, Hashable {
        package var line: Int
        /// In code points, which is what most editors and SARIF's `unicodeCodePoints` count.
        package var column: Int
        /// UTF-8 and UTF-16 units before it in its line, which is what editors' protocols count.
        package var utf8Offset: Int
        package var utf16Offset: Int
    }

    /// A replacement of the finding's fix.
    package struct Edit: Sendable, Hashable {
        package var start: Place
        package var end: Place
        package var newText: String
    }

    /// A place that the value that does harm passes on its way to the finding.
    package struct Step: Sendable, Hashable {
        package var start: Place
        package var end: Place
        package var message: String
    }

    package internal(set) var finding: Finding
    package let start: Place
    /// The place after the last character.
    package let end: Place
    /// The text of the line that the finding starts on, without its end; at most 400 characters.
    ///
    /// Secrets in it are `*`: what is reported ends up in the logs of builds.
    package private(set) var sourceLine: String
    /// What the finding's fix replaces; empty where it has none.
    package internal(set) var edits: [Edit]
    /// How the value that does harm came there, from its source on.
    package let flow: [Step]
    /// Whether somebody dismissed the finding in its project.
    package internal(set) var isDismissed = false

    /// Long lines, of generated files mostly, are cut here.
    private static let longestSourceLine = 400

    init(_ finding: Finding, in lines: SourceLines) {
        self.finding = finding
        let range = finding.range
        start = lines.place(line: range.startLine, byte: range.startByte)
        end = lines.place(line: range.endLine, byte: range.endByte)
        sourceLine = String(lines.text(ofLine: range.startLine).prefix(Self.longestSourceLine))
        edits = (finding.fix?.edits ?? []).map { edit in
            Edit(
                start: lines.place(line: edit.range.startLine, byte: edit.range.startByte),
                end: lines.place(line: edit.range.endLine, byte: edit.range.endByte), newText: edit.newText)
        }
        flow = finding.flow.map { step in
            Step(
                start: lines.place(line: step.range.startLine, byte: step.range.startByte),
                end: lines.place(line: step.range.endLine, byte: step.range.endByte), message: step.message)
        }
    }

    /// Shows nothing of the finding's line.
    mutating func hideLine() { sourceLine = "" }

    /// Puts `*` for each character of some secrets that start on the finding's line.
    fileprivate mutating func hide(_ secrets: [LocatedFinding]) {
        var characters = Array(sourceLine.unicodeScalars)
        for secret in secrets {
            let first = min(secret.start.column - 1, characters.count)
            let end =
                secret.end.line > secret.start.line ? characters.count : min(secret.end.column - 1, characters.count)
            for index in first..<max(first, end) { characters[index] = "*" }
        }
        sourceLine = String(String.UnicodeScalarView(characters))
    }
}

extension [LocatedFinding] {
    /// Puts `*` for each character of the secrets among them, wherever the line of one is shown.
    mutating func hideSecrets() {
        let secrets = Dictionary(grouping: filter(\.finding.holdsSecret), by: \.start.line)
        if secrets.isEmpty { return }
        for index in indices {
            if let found = secrets[self[index].start.line] { self[index].hide(found) }
        }
    }
}
