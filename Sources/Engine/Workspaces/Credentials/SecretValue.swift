import Review

/// Tells a secret from what stands where one is to be put.
enum SecretValue {
    /// How far a long value is searched for words: further on, chance writes some.
    private static let readBytes = 64

    private static let harmless: Set<String> = [
        "password", "passwd", "pass", "secret", "token", "changeme", "change-me", "none", "null", "nil", "true",
        "false",
        "undefined", "string", "test", "admin", "root", "user", "username", "default", "empty", "redacted", "hidden",
        "hunter2", "pypi", "bearer", "basic", "optional", "required",
    ]

    /// Whether a value that is called a secret may be one; fewer than `least` bytes are none.
    static func isReal(_ value: some BidirectionalCollection<UInt8>, least: Int) -> Bool {
        guard value.count >= least, let first = value.first else { return false }
        // Variables, tags, placeholders, encrypted values of Ansible and Jasypt.
        if "$<{%(@!*&|>[".utf8.contains(first) { return false }
        let head = value.prefix(readBytes)
        if head.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return false }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        if harmless.contains(text) || text.hasPrefix("enc(") || text.hasPrefix("enc[") { return false }
        if text.contains("-here") || text.contains("_here") || text.contains("...") { return false }
        return !isWords(text) && !Placeholders.isPlaceholder(head)
    }

    /// Whether a value is what everybody tries first: one of a few words, and a short number at most.
    static func isTrivial(_ value: some BidirectionalCollection<UInt8>) -> Bool {
        guard value.count <= 16 else { return false }
        let text = String(decoding: Array(value), as: UTF8.self).lowercased()
        let word = text.reversed().drop { $0.isNumber || $0 == "!" }.reversed()
        guard text.count - word.count <= 3 else { return false }
        return harmless.contains(String(word)) || trivial.contains(String(word))
    }

    private static let trivial: Set<String> = [
        "testing", "demo", "guest", "foo", "bar", "foobar", "qwerty", "abc", "letmein", "welcome", "postgres", "mysql",
        "my-secret", "mysecret", "testpass", "testpassword", "userpass", "openssl", "tiger", "keyboard cat",
    ]

    /// Whether a value says itself that it is a password or a secret, with a number behind: `newPassword123`.
    static func isWordWithNumber(_ value: some BidirectionalCollection<UInt8>) -> Bool {
        let text = String(decoding: Array(value), as: UTF8.self).lowercased()
        let word = text.reversed().drop(while: \.isNumber)
        return text.utf8.count <= 40 && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
            && ["password", "secret", "token"].contains(where: text.contains)
    }

    /// Words that are joined, as in `my-secret-token`: nobody's secret.
    private static func isWords(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
            && text.utf8.allSatisfy { !($0 >= 48 && $0 <= 57) && ($0 | 0x20 >= 97 || "-_.".utf8.contains($0)) }
            && text.utf8.count <= 40
    }

    /// Whether small letters, capitals and digits are in it, which is how people are told to choose passwords.
    static func isMixed(_ value: some Collection<UInt8>) -> Bool {
        value.contains { $0 >= 48 && $0 <= 57 } && value.contains { $0 >= 65 && $0 <= 90 }
            && value.contains { $0 >= 97 && $0 <= 122 }
    }

    /// Whether a value looks as if a program had made it: digits among letters, and no pattern.
    static func isGenerated(_ value: some Collection<UInt8>) -> Bool {
        let digits = value.count { $0 >= 48 && $0 <= 57 }
        let letters = value.count { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        if value.count >= 24, letters == value.count { return isShuffled(value) }
        return value.count >= 16 && digits >= 2 && letters >= 4 && Entropy.bits(of: value) >= 3.3
    }

    /// Whether letters are capitals or not by chance; in names that are put together, few are.
    private static func isShuffled(_ letters: some Collection<UInt8>) -> Bool {
        let capitals = letters.count { $0 <= 90 }
        return capitals * 10 >= letters.count * 3 && capitals * 10 <= letters.count * 7
            && Entropy.bits(of: letters) >= 3.8
    }
}
