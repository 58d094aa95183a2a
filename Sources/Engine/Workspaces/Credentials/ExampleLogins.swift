/// A name and a password as HTTP sends them: `Basic bmFtZTpwYXNzd29yZA==`.
struct BasicLogin {
    private let password: ArraySlice<UInt8>

    /// - Returns: Nil where the value is no such login.
    init?(_ value: [UInt8]) {
        let word = Array("Basic ".utf8)
        guard value.starts(with: word), let login = Base64.decoded(value.dropFirst(word.count)),
            let colon = login.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        password = login[(colon + 1)...]
    }

    /// Whether the password is one, not a word that shows where one stands.
    var isSecret: Bool {
        SecretValue.isReal(password, least: 4) && !SecretValue.isTrivial(password)
            && password.contains { $0 < 0x80 && !($0 | 0x20 >= 97 && $0 | 0x20 <= 122) }
            && password.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}

/// The password in an address, `//name:password@host`.
struct AddressLogin {
    private let password: String

    init(_ address: ArraySlice<UInt8>) {
        let text = String(decoding: address, as: UTF8.self)
        let login = text.drop { $0 == "/" }.prefix { $0 != "@" }
        password = login.firstIndex(of: ":").map { String(login[login.index(after: $0)...]) } ?? ""
    }

    /// Whether nobody would write it into an example: with digits among its letters, and signs taken for themselves.
    var isSecret: Bool {
        let bytes = Array(unescaped.utf8)
        let hasDigit = bytes.contains { $0 >= 48 && $0 <= 57 }
        let capitals = bytes.count { $0 >= 65 && $0 <= 90 }
        return (hasDigit || capitals > 1 || bytes.count >= 12) && !SecretValue.isTrivial(bytes)
    }

    /// Without what stands for signs: `pass%23word`.
    private var unescaped: String {
        var parts = password.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() where Int(parts[index].prefix(2), radix: 16) != nil {
            parts[index] = String(parts[index].dropFirst(2))
        }
        return parts.joined()
    }
}

/// Examples in the description of an interface, such as OpenAPI's.
enum ExampleLines {
    /// How far into a text what it is stands, in bytes.
    private static let headBytes = 4_096
    /// Deeper than this nothing is looked at, in lines upwards.
    private static let reach = 400

    /// Whether a text is a description: `openapi: 3.0.3`, `"swagger": "2.0"`, `asyncapi: …`.
    static func describesInterface(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(headBytes).split(separator: 10).contains { line in
            let name = line.drop { " \t\"'{\r".utf8.contains($0) }
            guard let word = ["openapi", "swagger", "asyncapi"].first(where: { name.starts(with: $0.utf8) }) else {
                return false
            }
            let rest = name.dropFirst(word.utf8.count).drop { "\"' ".utf8.contains($0) }
            guard rest.first == UInt8(ascii: ":") else { return false }
            return rest.dropFirst().first { !"\"' ".utf8.contains($0) }.map { $0 >= 48 && $0 <= 57 } ?? false
        }
    }

    /// Whether a line of a description, or one of those that it belongs to by their indentation, is an example.
    static func isInExample(_ number: Int, of lines: [ArraySlice<UInt8>]) -> Bool {
        guard lines.indices.contains(number) else { return false }
        var indent = Int.max
        for line in lines[max(0, number - reach)...number].reversed() {
            let own = line.prefix { $0 == 32 || $0 == 9 }.count
            let content = line[(line.startIndex + own)...]
            guard own < indent, content.contains(where: { $0 > 32 }) else { continue }
            indent = own
            let name = content.drop { "\"'- ".utf8.contains($0) }.prefix { $0.isLetterOrDigit }
            if ["example", "examples"].contains(where: { name.elementsEqual($0.utf8) }) { return true }
            if indent == 0 { break }
        }
        return false
    }
}
