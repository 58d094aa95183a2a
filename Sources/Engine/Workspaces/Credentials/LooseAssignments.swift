import Review

/// Secrets that are given a name in ways that no lexer of the reviewer knows: settings of any format, XML attributes,
/// `define('DB_PASSWORD', …)`, `identified by '…'`.
///
/// Stricter than the reviewer about the value, because the place says less.
struct LooseAssignments {
    /// Whether bare words may be values, as in files of settings; in code they are names.
    let allowsBareValues: Bool

    private struct Name {
        let text: [UInt8]
        let isPassword: Bool
    }

    private static let names: [Name] =
        ["password", "passwd", "passphrase", "pwd", "identified by", "requirepass", "masterauth"].map {
            Name(text: Array($0.utf8), isPassword: true)
        }
        + [
            "secret", "token", "api_key", "apikey", "api-key", "access_key", "accesskey", "secret_key", "secretkey",
            "private_key", "signing_key", "encryption_key", "auth_key",
        ].map { Name(text: Array($0.utf8), isPassword: false) }

    /// The names by their first letter.
    private static let byLetter: [[Name]] = (0...UInt8.max).map { byte in names.filter { $0.text[0] == byte } }

    /// What kind of secret a line holds, nil for none; with `onlyGenerated`, values count that a program made.
    ///
    /// - Complexity: O(bytes of the line)
    func kind(in line: ArraySlice<UInt8>, onlyGenerated: Bool) -> String? {
        for index in line.indices {
            let byte = line[index]
            let first = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
            for name in Self.byLetter[Int(first)] {
                guard let end = Self.end(of: name.text, in: line, at: index), let value = value(in: line, after: end),
                    Self.isSecret(value)
                else { continue }
                if SecretValue.isGenerated(value) || (name.isPassword && !onlyGenerated) {
                    return name.isPassword ? "password" : "token or key"
                }
            }
        }
        return nil
    }

    /// The place after a name that stands at a place, in whatever case, and ends a word; nil where none does.
    private static func end(of name: [UInt8], in line: ArraySlice<UInt8>, at start: Int) -> Int? {
        let end = start + name.count
        guard end <= line.endIndex else { return nil }
        for (offset, expected) in name.enumerated() {
            let byte = line[start + offset]
            if (byte >= 65 && byte <= 90 ? byte | 0x20 : byte) != expected { return nil }
        }
        guard end < line.endIndex else { return end }
        let next = line[end] | 0x20
        return next >= 97 && next <= 122 || line[end] == UInt8(ascii: "_") ? nil : end
    }

    private func value(in line: ArraySlice<UInt8>, after end: Int) -> ArraySlice<UInt8>? {
        var rest = line[end...]
        let quotes = Array("\"'`".utf8)
        func skipSpace() { while let byte = rest.first, byte == 32 || byte == 9 { rest.removeFirst() } }
        if let first = rest.first, quotes.contains(first) { rest.removeFirst() }
        let start = rest.startIndex
        skipSpace()
        let attribute = Array("value=".utf8)
        var isBareAllowed = allowsBareValues
        if rest.starts(with: attribute) {
            rest = rest.dropFirst(attribute.count)
        } else if let sign = rest.first, "=:,><".utf8.contains(sign) {
            if sign == UInt8(ascii: ",") { isBareAllowed = false }
            rest.removeFirst()
            while let sign = rest.first, "=>-".utf8.contains(sign) { rest.removeFirst() }
            skipSpace()
        } else {
            // `identified by '…'`, `password '…'`: without a sign there must be a space and a quote, or one word.
            guard rest.startIndex > start else { return nil }
            if rest.contains(32) { isBareAllowed = false }
        }
        // A quote within a text of JSON.
        if rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
        if let quote = rest.first, quotes.contains(quote) {
            let text = rest.dropFirst()
            guard let close = text.firstIndex(of: quote) else { return nil }
            return text[..<close].last == UInt8(ascii: "\\") ? text[..<close].dropLast() : text[..<close]
        }
        guard isBareAllowed else { return nil }
        return rest.prefix { $0 > 32 && !"<,;\"'".utf8.contains($0) }
    }

    /// Digits among letters, nothing that refers to something else.
    private static func isSecret(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count >= 8, value.count <= 512, SecretValue.isReal(value, least: 8) else { return false }
        let hasDigit = value.contains { $0 >= 48 && $0 <= 57 }
        let hasLetter = value.contains { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        guard hasDigit, hasLetter, !value.contains(where: { "(){}[]/\\".utf8.contains($0) }) else { return false }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        return !["password", "secret", "token", "sha256", "sha512", "0x", "arn:"].contains(where: text.contains)
    }
}
