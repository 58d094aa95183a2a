/// The base of a provider's API: `https://HOST/PATH`, or `http://` where that is.
package struct ModelAddress: Hashable, Sendable {
    package struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Without a slash at its end.
    package let text: String
    package let host: String
    package let isEncrypted: Bool

    /// The port that is named, or that of the scheme.
    package var port: Int {
        let authority = text.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
        let tail = authority.lastIndex(of: ":").flatMap { Int(authority[authority.index(after: $0)...]) }
        return tail ?? (isEncrypted ? 443 : 80)
    }

    /// Reads an address.
    ///
    /// - Throws: `Invalid` for another scheme, none, no host, a user, a query or a fragment: what is secret goes into a
    ///   header, and nothing else into the address.
    package init(validating text: String) throws(Invalid) {
        var rest = text[...]
        while rest.last == "/" { rest.removeLast() }
        guard let mark = rest.firstIndex(of: ":"), rest[mark...].hasPrefix("://") else {
            throw Invalid(description: "must begin with https:// or http://")
        }
        let scheme = rest[..<mark].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw Invalid(description: "must begin with https:// or http://")
        }
        let authority = rest[mark...].dropFirst(3).prefix { $0 != "/" }
        guard !rest.contains(where: { $0.isWhitespace || "?#\"<>\\^`{|}".contains($0) || !$0.isASCII }) else {
            throw Invalid(description: "must be an address without blanks, query and fragment")
        }
        guard !authority.contains("@") else { throw Invalid(description: "must not hold a user or a password") }
        let host = Self.host(of: authority)
        guard !host.isEmpty else { throw Invalid(description: "must name a host") }
        self.text = String(rest)
        self.host = host
        isEncrypted = scheme == "https"
    }

    private static func host(of authority: Substring) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return authority[authority.index(after: authority.startIndex)..<end].lowercased()
        }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    /// Whether what is sent there stays on this machine.
    package var isThisMachine: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
