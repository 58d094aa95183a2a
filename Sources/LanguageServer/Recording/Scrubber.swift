import Engine
import JSON
import Models

/// Takes out of a message what is a person's, and leaves what the protocol is about.
///
/// Texts keep their length in every encoding, their lines and their punctuation; addresses and paths keep their depth,
/// the ends of their names, and which of them are the same. Names are told apart by a number that only one recording
/// knows.
struct Scrubber: Sendable {
    private let seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    /// Members that say nothing of a person, with all that is in them.
    private static let openTrees: Set<String> = ["capabilities", "clientInfo", "serverInfo"]
    /// Members whose values say nothing of a person, as long as they are single words.
    private static let openWords: Set<String> = [
        "jsonrpc", "method", "trace", "languageId", "language_id", "kind", "event", "status", "agent_type", "severity",
        "source", "code", "rule", "command", "token", "workDoneToken", "positionEncoding", "section", "locale", "only",
    ]
    /// Members of which some values are the product's own words, as the catalogue and the settings list them.
    private static let listedWords: [String: Set<String>] = {
        var words: [String: Set<String>] = [
            "provider": Set(ModelProvider.allCases.map(\.rawValue)), "mode": Set(Project.Mode.allCases.map(\.rawValue)),
        ]
        for argument in CommandDescriptions.all.flatMap(\.arguments) where !argument.choices.isEmpty {
            words[argument.name, default: []].formUnion(argument.choices)
        }
        for setting in Setting.all {
            guard case .choice(let choices) = setting.kind else { continue }
            // Settings may be nested: `{"review": {"minimumSeverity": "info"}}`.
            for name in [setting.key, setting.key.split(separator: ".").last.map(String.init) ?? ""] {
                words[name, default: []].formUnion(choices)
            }
        }
        return words
    }()
    /// The product's own files in a folder `.codeforge`.
    private static let ownFiles: Set<String> = Set(DocumentKind.allCases.map(\.fileName)).union([
        "config.json", "review.json", "dismissals.json", "rules", ChangesDocument.fileName,
    ])
    /// Members whose values are not even to be measured.
    private static let secret: Set<String> = ["github_token", "password", "api_key"]

    /// A whole message of the protocol.
    func scrubbed(_ message: JSONValue) -> JSONValue {
        guard let object = message.object else { return scrubbed(message, of: "") }
        return .object(
            JSONObject(object.members.map { ($0.key, $0.key == "id" ? $0.value : scrubbed($0.value, of: $0.key)) }))
    }

    private func scrubbed(_ value: JSONValue, of key: String) -> JSONValue {
        if Self.openTrees.contains(key) { return value }
        switch value {
        case .object(let object):
            return .object(JSONObject(object.members.map { (name($0.key), scrubbed($0.value, of: $0.key)) }))
        case .array(let items): return .array(items.map { scrubbed($0, of: key) })
        case .string(let text): return .string(scrubbed(text, of: key))
        default: return value
        }
    }

    private func scrubbed(_ text: String, of key: String) -> String {
        if Self.secret.contains(key) { return "scrubbed" }
        if Self.isIdentity(text) || (Self.openWords.contains(key) && Self.isWord(text)) { return text }
        if Self.listedWords[key]?.contains(text) == true { return text }
        if Self.isAddress(text) || key.hasSuffix("ri") { return address(text) }
        if key.hasSuffix("ath") || key.hasSuffix("older") { return path(text[...]) }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(Self.stand(for:))))
    }

    /// Members of a `changes` object are addresses.
    private func name(_ key: String) -> String { Self.isAddress(key) ? address(key) : key }

    /// Rows' identities and findings' identities are numbers.
    static func isIdentity(_ text: String) -> Bool {
        text.utf8.count >= 8
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    /// A name of the protocol's or the product's; source code is none.
    private static func isWord(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "._/$-".utf8.contains(byte)
            }
    }

    private static func isAddress(_ text: String) -> Bool { text.prefix(20).contains("://") }

    private func address(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        return String(text[...colon]) + path(text[text.index(after: colon)...])
    }

    private func path(_ text: Substring) -> String {
        var above: Substring = ""
        return text.split(separator: "/", omittingEmptySubsequences: false).map { name in
            defer { above = name }
            let isOwn = above == DocumentKind.folder[...] && Self.ownFiles.contains(String(name))
            return isOwn ? String(name) : segment(name)
        }.joined(separator: "/")
    }

    /// A name stands for itself by a number; its ending says what language it is.
    private func segment(_ text: Substring) -> String {
        if text.isEmpty || text == DocumentKind.folder[...] { return String(text) }
        var hash = seed ^ 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let ending = text.lastIndex(of: ".").map { text[$0...] } ?? ""
        return "n" + String(hash % 1_000_000) + (ending.utf8.count <= 6 ? ending : "")
    }

    /// A character of the same kind that is as long in UTF-8 and UTF-16.
    private static func stand(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x30...0x39: "0"
        case 0x41...0x5A: "X"
        case 0x61...0x7A: "x"
        case 0...0x7F: scalar
        case ...0x7FF: "é"
        case ...0xFFFF: "字"
        default: "😀"
        }
    }
}
