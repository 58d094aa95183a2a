/// Values in the `data` and `stringData` of a Kubernetes `Secret`.
struct ManifestSecrets {
    private let lines: [Substring]

    init(_ text: SettingsText) {
        lines = String(decoding: text.bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// Whether a value of one is neither a placeholder nor filled in later.
    var holdsSecret: Bool {
        var isSecret = false
        var section: (indent: Int, isEncoded: Bool)?
        for document in lines.split(whereSeparator: { $0.hasPrefix("---") }) {
            isSecret = document.contains { Self.isKind($0) }
            section = nil
            for line in document where isSecret {
                let indent = line.prefix { $0 == " " }.count
                let content = line.dropFirst(indent)
                if let open = section, indent > open.indent, Self.isReal(content, isEncoded: open.isEncoded) {
                    return true
                }
                if content.hasPrefix("data:") || content.hasPrefix("\"data\":") { section = (indent, true) }
                if content.hasPrefix("stringData:") || content.hasPrefix("\"stringData\":") {
                    section = (indent, false)
                }
            }
        }
        return false
    }

    /// What a program needs besides its secret, and everybody may know.
    private static let plainNames: Set<String> = [
        "type", "provider", "host", "hostname", "port", "database", "dbname", "db", "username", "user", "region",
        "namespace", "protocol", "scheme", "sslmode",
    ]

    private static func isKind(_ line: Substring) -> Bool {
        let bare = line.filter { $0 != " " && $0 != "\"" && $0 != "," && $0 != "'" }
        return bare == "kind:Secret"
    }

    private static func isReal(_ content: Substring, isEncoded: Bool) -> Bool {
        guard let colon = content.firstIndex(of: ":"), !content.hasPrefix("#") else { return false }
        let name = content[..<colon].filter { $0 != " " && $0 != "\"" && $0 != "'" }.lowercased()
        if plainNames.contains(name) { return false }
        let value = content[content.index(after: colon)...].filter { $0 != " " && $0 != "\"" && $0 != "'" && $0 != "," }
        let bytes = Array(value.utf8)
        guard SecretValue.isReal(bytes, least: 4) else { return false }
        guard isEncoded else { return true }
        guard let decoded = Base64.decoded(bytes) else { return false }
        return SecretValue.isReal(decoded, least: 3) || EncodedSecrets.kind(ofText: decoded) != nil
    }
}

/// The standard alphabet of base64.
enum Base64 {
    /// The bytes that a text stands for; nil where it is none of these.
    static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in text where byte != UInt8(ascii: "=") {
            guard let value = value(of: byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
