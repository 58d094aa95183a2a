import Review

/// Finds private keys that are written as text: PEM, OpenSSH, OpenPGP, PuTTY, age, OpenVPN.
struct PrivateKeyText {
    private let text: SettingsText

    /// What a key is looked for in.
    enum Place {
        /// A file of its own: the first letter after the heading counts, but only at the start of a line or a value.
        case file
        /// Code or prose, which may speak of keys: a heading counts with some of the key after it.
        case code

        var leastBytes: Int { self == .file ? 1 : 16 }
    }

    init(_ text: SettingsText) {
        self.text = text
    }

    /// Where the first private key begins; nil where there is none.
    func first(in place: Place) -> Int? {
        var start = 0
        while let found = text.position(of: "PRIVATE KEY", from: start) {
            start = found + 11
            if let heading = heading(around: found), let body = endOfHeading(after: start) {
                if place == .file, !startsText(heading) { continue }
                if hasKey(after: body, least: place.leastBytes) { return heading }
            }
        }
        return ageKey ?? puttyKey ?? staticKey
    }

    /// Where `-----BEGIN` stands before `PRIVATE KEY` on the same line.
    private func heading(around end: Int) -> Int? {
        let bytes = text.bytes
        var index = end
        while index > 0, end - index < 40, bytes[index - 1] != 10 {
            index -= 1
            guard bytes[index] == UInt8(ascii: "-") else { continue }
            let words = String(decoding: bytes[index..<end], as: UTF8.self).drop { $0 == "-" || $0 == " " }
            if !words.hasPrefix("BEGIN ") { return nil }
            while index > 0, bytes[index - 1] == UInt8(ascii: "-") || bytes[index - 1] == 32 { index -= 1 }
            return index
        }
        return nil
    }

    /// Whether nothing but space or a quote stands before, on the line.
    private func startsText(_ heading: Int) -> Bool {
        var index = heading
        while index > 0, text.bytes[index - 1] == 32 || text.bytes[index - 1] == 9 { index -= 1 }
        // `>` ends a tag or begins a quoted line; after a sign a value begins.
        return index == 0 || [10, 13, 0x22, 0x27, 0x3E, 0x3D, 0x3A].contains(text.bytes[index - 1])
    }

    /// The byte after the dashes that end the heading.
    private func endOfHeading(after end: Int) -> Int? {
        let bytes = text.bytes
        var index = end
        for byte in " BLOCK".utf8 where index < bytes.count && bytes[index] == byte { index += 1 }
        let dashes = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == 32 { index += 1 }
        return index > dashes + 3 ? index : nil
    }

    /// Whether what follows is a key: base64, in one line or many, escaped or not.
    private func hasKey(after start: Int, least: Int) -> Bool {
        var key: [UInt8] = []
        var line: [UInt8] = []
        let bytes = text.bytes[start...].prefix(2_000)
        var index = bytes.startIndex
        func endLine() {
            // Headers such as `DEK-Info: AES-256-CBC,…` and comments are no part of the key.
            if !line.contains(UInt8(ascii: ":")) { key += line.filter(Self.isBase64) }
            line = []
        }
        while index < bytes.endIndex, key.count < 64 {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex {
                endLine()
                index += 2
                continue
            }
            if byte == UInt8(ascii: "-"), line.isEmpty || line.allSatisfy({ !Self.isBase64($0) }) { break }
            if "<.*$…".utf8.contains(byte) { return false }
            if byte == 10 || byte == 13 { endLine() } else { line.append(byte) }
            index += 1
        }
        endLine()
        guard key.count >= least, !PublishedSecrets.isKey(key) else { return false }
        let head = key.prefix(48)
        if least == 1, head.count < 16 { return !Placeholders.isPlaceholder(head) || Set(head).count > 2 }
        return Entropy.bits(of: head) >= 2.5 && !Placeholders.isPlaceholder(head)
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57) || byte == 43 || byte == 47
            || byte == 61
    }

    // MARK: - Others

    private var ageKey: Int? {
        let heading: StaticString = "AGE-SECRET-KEY-1"
        guard let found = text.position(of: heading, from: 0) else { return nil }
        let key = text.bytes[(found + heading.utf8CodeUnitCount)...].prefix(58)
        return key.count == 58 && Entropy.bits(of: key) > 3 ? found : nil
    }

    private var puttyKey: Int? {
        guard let found = text.position(of: "PuTTY-User-Key-File-", from: 0), startsText(found),
            text.contains("Private-Lines:") || text.bytes.count < 400
        else { return nil }
        return found
    }

    private var staticKey: Int? {
        guard let found = text.position(of: "BEGIN OpenVPN Static key", from: 0) else { return nil }
        let rest = text.bytes[found...].prefix(200).drop { $0 != 10 }
        return Entropy.bits(of: rest.dropFirst().prefix(64)) > 3 ? found : nil
    }
}
