/// Text from outside (names of files, settings, jobs, an editor's messages) on its way to a terminal or a log.
extension String {
    /// The text as one line that steers nothing: control characters, line ends among them, and those that turn the
    /// direction of writing are replaced; tabs stay.
    package var printable: String { harmless { $0.steersTerminals ? "\u{FFFD}" : nil } }

    /// Leaves the text its lines, of which none steers a terminal or is a command to whatever runs this program.
    ///
    /// - Parameter styled: whether colours of our own stay.
    /// - Returns: the harmless text.
    package func printableLines(styled: Bool = false) -> String {
        var text = self
        if unicodeScalars.contains(where: { $0.steersTerminals && $0 != "\n" }) {
            text = styled ? text.withStylesAlone : text.harmless { $0 != "\n" && $0.steersTerminals ? "\u{FFFD}" : nil }
        }
        return text.withoutWorkflowCommands
    }

    private func harmless(_ replacement: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        guard unicodeScalars.contains(where: { replacement($0) != nil }) else { return self }
        return String(UnicodeScalarView(unicodeScalars.map { replacement($0) ?? $0 }))
    }

    /// Control sequences other than those that set colours are broken.
    private var withStylesAlone: String {
        var result = UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "\u{1B}", let end = rest.endOfStyle {
                result.append(contentsOf: rest[..<end])
                rest = rest[end...]
                continue
            }
            result.append(scalar.steersTerminals && scalar != "\n" ? "\u{FFFD}" : scalar)
            rest = rest.dropFirst()
        }
        return String(result)
    }

    /// A line that a workflow's runner would obey gets a space where it is a command no longer.
    ///
    /// GitHub obeys lines that begin with `::`, after white space, and `##[` anywhere; Azure Pipelines `##vso[`, TeamCity
    /// `##teamcity[`. Spec: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    private var withoutWorkflowCommands: String {
        let unhashed = withoutHashCommands
        guard unhashed.utf8.contains(UInt8(ascii: ":")) else { return unhashed }
        let lines = unhashed.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let text = String(line)
            let start = text.unicodeScalars.prefix { $0.properties.isWhitespace || $0 == "\u{FEFF}" }.count
            guard text.unicodeScalars.dropFirst(start).starts(with: "::".unicodeScalars) else { return text }
            return String(text.unicodeScalars.prefix(start + 1)) + " "
                + String(text.unicodeScalars.dropFirst(start + 1))
        }
        return lines.joined(separator: "\n")
    }

    /// The text without commands that are obeyed anywhere in a line.
    package var withoutHashCommands: String {
        guard utf8.contains(UInt8(ascii: "#")) else { return self }
        return ["##[", "##vso[", "##teamcity["].reduce(self) { text, command in
            text.replacing(command, with: "# " + command.dropFirst())
        }
    }

    /// JSON whose strings hold no character that could steer a terminal or a workflow's runner: the same values, with
    /// such characters escaped.
    package var printableJSON: String {
        let hidesCommand = utf8.contains(UInt8(ascii: "#")) && contains("##")
        guard hidesCommand || unicodeScalars.contains(where: { $0.steersTerminals && $0 != "\n" }) else { return self }
        var result = ""
        var isAfterHash = false
        for scalar in unicodeScalars {
            // Outside of strings JSON has neither but line ends and tabs.
            if (scalar.steersTerminals && scalar != "\n") || (scalar == "#" && isAfterHash) {
                result += "\\u" + String(repeating: "0", count: 4 - min(4, String(scalar.value, radix: 16).count))
                result += String(scalar.value, radix: 16)
            } else {
                result.unicodeScalars.append(scalar)
            }
            isAfterHash = scalar == "#"
        }
        return result
    }
}

extension Substring.UnicodeScalarView {
    /// Where a colour's control sequence ends that begins here: `ESC [ 1 ; 31 m`.
    fileprivate var endOfStyle: Index? {
        let body = dropFirst()
        guard body.first == "[" else { return nil }
        let end = body.dropFirst().drop { ("0"..."9").contains($0) || $0 == ";" }
        return end.first == "m" ? end.index(after: end.startIndex) : nil
    }
}

extension Unicode.Scalar {
    /// Control characters but the tab, ends of lines, and those that turn the direction of writing.
    var steersTerminals: Bool {
        switch value {
        case 0x09: false
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
