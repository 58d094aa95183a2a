import Review

/// Secrets that are given a name in ways that no lexer of the reviewer knows: settings of any format, XML attributes,
/// `define('DB_PASSWORD', …)`, `identified by '…'`.
///
/// Stricter than the reviewer about the value, because the place says less.
struct LooseAssignments {
    /// What a text is, which tells what may be a value.
    enum Style {
        /// Names are given bare words or texts in quotes.
        case settings
        /// As settings; a word is a value where the line ends with it, or what is in brackets.
        case yaml
        /// Commands and notes: bare words that nobody would write as a name.
        case commands
        /// Texts in quotes.
        case code
    }

    private let style: Style
    /// Longest text after a name that is looked at, in bytes.
    private static let longestValue = 640

    init(_ style: Style) { self.style = style }

    /// What a line names together with its value in one of the next ones: a block of YAML, an element of a property list,
    /// a member `value` or `default`; nil where it names nothing that goes on.
    private func continued(
        _ line: ArraySlice<UInt8>, by next: ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<UInt8>? {
        let end = line.suffix(8).reversed().drop { $0 <= 32 }
        guard let last = end.first, let first = next.first?.drop(while: { $0 <= 32 }) else { return nil }
        if end.starts(with: "</key>".utf8.reversed()) { return line + first }
        if style == .yaml, end.dropFirst(last == 45 || last == 43 ? 1 : 0).first.map("|>".utf8.contains) == true {
            return line + [32] + first
        }
        guard ",:{".utf8.contains(last), let sign = line.lastIndex(of: last) else { return nil }
        for following in next {
            let text = following.drop { $0 <= 32 || $0 == UInt8(ascii: "\"") }
            if Self.members.contains(where: { text.holds($0, at: text.startIndex) }) {
                let value = text.drop { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") }.dropFirst()
                return line[..<sign] + Array(": ".utf8) + value.drop { $0 <= 32 }
            }
            if last == UInt8(ascii: ",") { return nil }
        }
        return nil
    }

    private static let members = ["value", "default"].map { Array($0.utf8) }

    private struct Name {
        let text: [UInt8]
        let isPassword: Bool
        /// Whether it counts only where a word starts.
        var startsWord = false
    }

    private static let names: [Name] =
        [
            "password", "passwd", "passphrase", "pwd", "_pass", "-pass", "identified by", "requirepass", "masterauth",
        ].map { Name(text: Array($0.utf8), isPassword: true) }
        + [Name(text: Array("pass".utf8), isPassword: true, startsWord: true)]
        + [
            "secret", "token", "api_key", "apikey", "api-key", "access_key", "accesskey", "secret_key", "secretkey",
            "private_key", "privatekey", "signing_key", "signingkey", "encryption_key", "encryptionkey", "auth_key",
            "authkey",
        ].map { Name(text: Array($0.utf8), isPassword: false) }

    /// The names by their first letter, small or not.
    private static let byLetter: [[Name]] = (0...UInt8.max).map { byte in
        names.filter { $0.text[0] == byte.lowercased }
    }

    /// What kind of secret a line holds, nil for none; with `onlyGenerated`, values count that a program made.
    ///
    /// `next` are the lines after it, as many as may belong to it.
    ///
    /// - Complexity: O(bytes of the line)
    func kind(
        in line: ArraySlice<UInt8>, onlyGenerated: Bool, before next: ArraySlice<ArraySlice<UInt8>> = []
    ) -> String? {
        var hasName = false
        for index in line.indices {
            for name in Self.byLetter[Int(line[index])] {
                if name.startsWord, index > line.startIndex, line[index - 1].lowercased >= 97 { continue }
                guard let end = Self.end(of: name.text, in: line, at: index) else { continue }
                hasName = true
                guard let value = value(in: line, after: end), isSecret(value) else { continue }
                if SecretValue.isGenerated(value) || (name.isPassword && !onlyGenerated) {
                    return name.isPassword ? "password" : "token or key"
                }
            }
        }
        guard hasName, let whole = continued(line, by: next) else { return nil }
        return kind(in: whole, onlyGenerated: onlyGenerated)
    }

    /// The place after a name that stands at a place, in whatever case, and ends a word; nil where none does.
    private static func end(of name: [UInt8], in line: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard line.holds(name, at: start) else { return nil }
        let end = start + name.count
        guard end < line.endIndex else { return end }
        let next = line[end] | 0x20
        return next >= 97 && next <= 122 || line[end] == UInt8(ascii: "_") ? nil : end
    }

    private func value(in line: ArraySlice<UInt8>, after end: Int) -> ArraySlice<UInt8>? {
        var rest = line[end..<min(line.endIndex, end + Self.longestValue)]
        let quotes = Array("\"'`".utf8)
        func skipSpace() { while let byte = rest.first, byte == 32 || byte == 9 { rest.removeFirst() } }
        func skip(_ text: StaticString) -> Bool {
            guard text.withUTF8Buffer({ rest.starts(with: $0) }) else { return false }
            rest = rest.dropFirst(text.utf8CodeUnitCount)
            return true
        }
        // Quotes within a text of JSON have a backslash before them.
        func skipQuote() {
            while rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
            if let first = rest.first, quotes.contains(first) { rest.removeFirst() }
        }
        skipQuote()
        // `ENV["PASSWORD"] = `
        if rest.first == UInt8(ascii: "]") { rest.removeFirst() }
        let start = rest.startIndex
        skipSpace()
        var isBareAllowed = style != .code
        if skip("</key>") {
            skipSpace()
            guard skip("<string>") else { return nil }
            return rest.prefix { $0 > 32 && $0 != UInt8(ascii: "<") }
        }
        let isAttribute = skip("value=")
        if !isAttribute, let sign = rest.first, "=:,><".utf8.contains(sign) {
            if sign == UInt8(ascii: ",") { isBareAllowed = false }
            rest.removeFirst()
            while let sign = rest.first, "=>-".utf8.contains(sign) { rest.removeFirst() }
            skipSpace()
            skipWrapping(&rest)
        } else if !isAttribute {
            // `identified by '…'`, `password '…'`: without a sign there must be a space and a quote, or one word.
            guard rest.startIndex > start else { return nil }
            if rest.contains(32), style != .commands { isBareAllowed = false }
        }
        while let first = rest.first, first == UInt8(ascii: "\\") || first == UInt8(ascii: "@") { rest.removeFirst() }
        if let quote = rest.first, quotes.contains(quote) {
            var text = rest.dropFirst()
            guard let close = text.firstIndex(of: quote) else { return nil }
            text = text[..<close]
            while text.last == UInt8(ascii: "\\") { text.removeLast() }
            return text
        }
        guard isBareAllowed else { return nil }
        return bareValue(rest)
    }

    /// Goes over what may stand between a sign and its value: `&anchor `, `| `, `{"value": `, `"value": `, `String(`.
    private func skipWrapping(_ rest: inout ArraySlice<UInt8>) {
        if style == .yaml, let first = rest.first, "&!|>".utf8.contains(first), let space = rest.firstIndex(of: 32) {
            rest = rest[space...].drop { $0 == 32 }
        }
        for call in ["String::from(", "String("] where rest.starts(with: call.utf8) {
            rest = rest.dropFirst(call.utf8.count)
        }
        let isQuoteOrSpace: (UInt8) -> Bool = { $0 <= 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        var inner = (rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest).drop(while: isQuoteOrSpace)
        for name in ["value", "default"] where inner.starts(with: name.utf8) {
            inner = inner.dropFirst(name.utf8.count).drop(while: isQuoteOrSpace)
            guard inner.first == UInt8(ascii: ":") else { return }
            rest = inner.dropFirst().drop { $0 <= 32 }
            return
        }
    }

    private func bareValue(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        switch style {
        case .code: return nil
        case .settings: return rest.prefix { $0 > 32 && !"<,;\"'".utf8.contains($0) }
        case .commands:
            let value = rest.prefix { $0 > 32 && !"<,;\"'`|&".utf8.contains($0) }
            return value.count >= 10 && SecretValue.isMixed(value) || SecretValue.isGenerated(value) ? value : nil
        case .yaml:
            let value = rest.prefix { $0 > 32 && !",}]".utf8.contains($0) }
            // Of a sentence no word is the value.
            let next = rest[value.endIndex...].first { $0 > 32 }
            return next.map { ",}]#".utf8.contains($0) } ?? true ? value : nil
        }
    }

    /// Digits among letters, nothing that refers to something else.
    private func isSecret(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count >= 8, value.count <= 512, SecretValue.isReal(value, least: 8) else { return false }
        if SecretValue.isTrivial(value) || SecretScan.isHarmless(value, isAside: false) { return false }
        let hasDigit = value.contains { $0 >= 48 && $0 <= 57 }
        let hasLetter = value.contains { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        guard hasDigit || SecretValue.isGenerated(value), hasLetter, !value.contains(where: "\\{}".utf8.contains) else {
            return false
        }
        let isCall = value.contains { "()[]".utf8.contains($0) }
        if isCall, style == .code || style == .commands || value.last == UInt8(ascii: ")") { return false }
        // Keys in base64 have some; a path has words between them.
        if value.contains(UInt8(ascii: "/")), value.count < 32 || !SecretValue.isMixed(value) || value.contains(46) {
            return style != .code && style != .commands && isCall && SecretValue.isMixed(value)
        }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        return !["0x", "arn:"].contains(where: text.hasPrefix)
            && !["password", "secret", "token", "sha256", "sha512"].contains(where: text.contains)
    }
}
