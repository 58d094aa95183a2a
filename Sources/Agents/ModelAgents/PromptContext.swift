import Engine

/// The material of a prompt, within a limit: each piece marked as data, without secrets, and what does not fit named.
struct PromptContext: Sendable {
    private let limitBytes: Int
    private var parts: [String] = []
    private var usedBytes = 0
    /// What does not stand in the prompt, or not whole.
    private(set) var leftOut: [String] = []
    private(set) var secrets = SecretPlaceholders()

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// The data, and what was left out.
    var text: String {
        var secrets = secrets
        let leftOut = leftOut.map { secrets.hide($0, path: "text.md") ?? "a file" }
        let rest = leftOut.isEmpty ? "" : "Not shown: \(leftOut.joined(separator: ", ")).\n"
        return parts.joined() + rest
    }

    /// Adds a piece.
    ///
    /// `name` is what it is, in a word or two, or its path; `path` the file that it is, for of one that is there for
    /// credentials nothing is sent; `isCuttable` whether its beginning is of use where all of it does not fit.
    ///
    /// - Returns: What stands in the prompt of it; nil for nothing, or not all.
    @discardableResult
    mutating func add(_ name: String, _ text: String, path: String? = nil, isCuttable: Bool = true) -> String? {
        guard !text.isEmpty else { return nil }
        guard let safe = secrets.hide(text, path: path ?? "text.md") else {
            leftOut.append("\(name) (a credential file)")
            return nil
        }
        return add(name, hidden: safe, isCuttable: isCuttable)
    }

    /// Adds a piece whose secrets are gone.
    mutating func add(_ name: String, hidden safe: String, isCuttable: Bool = true) -> String? {
        let room = limitBytes - usedBytes - name.utf8.count - 40
        guard safe.utf8.count > room else {
            append(name, safe)
            return safe
        }
        guard isCuttable, room > 400 else {
            leftOut.append(name)
            return nil
        }
        var kept = String(decoding: safe.utf8.prefix(room), as: UTF8.self)
        if let end = kept.lastIndex(where: \.isNewline) { kept = String(kept[..<end]) }
        append(name, kept)
        leftOut.append("the rest of \(name)")
        return nil
    }

    /// A text without its secrets, which are known from then on; nil for a credential file.
    mutating func hidden(_ text: String, path: String) -> String? { secrets.hide(text, path: path) }

    mutating func note(leftOut name: String) { leftOut.append(name) }

    /// A text that cannot end the data that it is, nor the turn of the conversation, as `<|im_end|>` does.
    static func harmless(_ text: String) -> String {
        guard text.contains("<") else { return text }
        var bytes: [UInt8] = []
        let all = Array(text.utf8)
        for (index, byte) in all.enumerated() {
            bytes.append(byte)
            guard byte == UInt8(ascii: "<"), endsData(all[(index + 1)...]) || isMark(all[(index + 1)...]) else {
                continue
            }
            bytes.append(UInt8(ascii: " "))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As above, taken back: what a model repeats of a harmless text, as it stands in the file.
    static func unharmed(_ text: String) -> String {
        var text = text
        for start in ["< /data", "< data", "< |"] {
            text = text.replacing(start, with: start.filter { $0 != " " })
        }
        return text
    }

    /// `/data` or `data`, in any case and with any blanks.
    private static func endsData(_ rest: ArraySlice<UInt8>) -> Bool {
        var rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 } }
        return rest.prefix(4).map { $0 | 0x20 } == Array("data".utf8)
    }

    /// `|word|>`: what models' templates mark turns with.
    private static func isMark(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: "|") else { return false }
        let word = rest.dropFirst().prefix { ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || $0 == UInt8(ascii: "_") }
        return !word.isEmpty && rest[word.endIndex...].starts(with: Array("|>".utf8))
    }

    private mutating func append(_ name: String, _ text: String) {
        let inner = Self.harmless(text)
        // A file's name may hold a secret as well.
        let name = secrets.hide(name, path: "text.md") ?? "a file"
        let title = name.replacing("\"", with: "'").split(whereSeparator: \.isNewline).joined(separator: " ")
        let part = "<data name=\"\(title)\">\n\(inner)\n</data>\n"
        parts.append(part)
        usedBytes += part.utf8.count
    }
}
