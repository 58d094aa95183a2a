import JSON

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tells JSON web tokens that open nothing from those that may: what expired, and what a test says of nobody.
struct WebToken {
    private let claims: JSONObject

    /// A token that expired has to be out of date by this much, in seconds: clocks differ, and some servers wait.
    private static let leeway = 7 * 86_400

    /// - Returns: Nil for what is none, or cannot be read.
    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.object(in: parts[0]) != nil, let claims = Self.object(in: parts[1]) else {
            return nil
        }
        self.claims = claims
    }

    private static func object(in part: Substring) -> JSONObject? {
        let standard = part.utf8.map { $0 == UInt8(ascii: "-") ? 43 : $0 == UInt8(ascii: "_") ? 47 : $0 }
        return Base64.decoded(standard).flatMap { try? JSONValue(parsing: $0).object }
    }

    /// Whether nobody lets it in any more; `now` is in seconds since 1970.
    func isExpired(at now: Int = time(nil)) -> Bool {
        guard let end = claims["exp"]?.double else { return false }
        return end < Double(now - Self.leeway)
    }

    /// Whether it says nothing of anybody, as tokens do that are there to try a library with: `{"foo": "bar"}`.
    var isAboutNobody: Bool {
        claims.allSatisfy { name, value in
            if Self.times.contains(name) { return true }
            guard Self.names.contains(name.lowercased()) || name.hasPrefix("http://example.com/") else { return false }
            return value.bool != nil || value.double.map { abs($0) < 100_000 } == true
                || value.string.map(Self.isWord) == true
        }
    }

    private static let times: Set<String> = ["exp", "iat", "nbf"]
    /// Claims that name nobody, or that name somebody for whom everybody takes the same few names.
    private static let names: Set<String> = [
        "foo", "bar", "baz", "hello", "some", "pay", "payload", "test", "a", "b", "x", "key", "msg", "message", "data",
        "name", "admin", "sub", "iss", "aud",
    ]
    private static let words: Set<String> = [
        "foo", "bar", "baz", "qux", "world", "payload", "load", "test", "testing", "joe", "john", "john doe",
        "1234567890", "single", "user", "value", "hello", "adas", "issuer", "audience", "subject", "me", "you",
    ]

    private static func isWord(_ text: String) -> Bool { words.contains(text.lowercased()) || text.contains("example") }
}
