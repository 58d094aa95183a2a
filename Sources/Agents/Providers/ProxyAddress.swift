import AsyncHTTPClient
import Engine

/// The proxy that the environment names for an address, as most programs read it.
///
/// `HTTPS_PROXY` or `HTTP_PROXY` by the address's scheme, else `ALL_PROXY`, in capitals or small letters; `NO_PROXY` lists
/// hosts, and endings of hosts, that are reached without it, each with or without a port. This machine is always reached
/// without it. Names and passwords have their signs escaped, as in any address; `socks5://` is a SOCKS proxy.
struct ProxyAddress: Hashable, Sendable {
    let host: String
    let port: Int
    let user: String?
    let password: String?
    private let isSOCKS: Bool

    /// The proxy for a client.
    var setting: HTTPClient.Configuration.Proxy {
        if isSOCKS { return .socksServer(host: host, port: port) }
        let login = user.map { HTTPClient.Authorization.basic(username: $0, password: password ?? "") }
        return .server(host: host, port: port, authorization: login)
    }

    init?(for address: ModelAddress, environment: (String) -> String?) {
        func variable(_ name: String) -> String? {
            [name.lowercased(), name].lazy.compactMap(environment).first { !$0.isEmpty }
        }
        guard !address.isThisMachine,
            let text = variable(address.isEncrypted ? "HTTPS_PROXY" : "HTTP_PROXY") ?? variable("ALL_PROXY"),
            !Self.isExempt(address, by: variable("NO_PROXY") ?? "")
        else { return nil }
        var rest = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if rest.first?.hasSuffix(":") == true { rest.removeFirst() }
        guard let authority = rest.first else { return nil }
        let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
        let place = parts.last.map(String.init) ?? authority
        let login = parts.count > 1 ? parts.dropLast().joined(separator: "@") : nil
        let words = login?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        user = words?.first.map(Self.unescaped)
        password = words.map { $0.count > 1 ? Self.unescaped($0[1]) : "" }
        isSOCKS = text.lowercased().hasPrefix("socks")
        let colon = place.lastIndex(of: ":")
        host = colon.map { String(place[..<$0]) } ?? place
        port =
            colon.flatMap { Int(place[place.index(after: $0)...]) }
            ?? (isSOCKS ? 1080 : text.hasPrefix("https") ? 443 : 80)
        if host.isEmpty { return nil }
    }

    /// A text without `%40` and the like.
    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isExempt(_ address: ModelAddress, by list: String) -> Bool {
        let host = address.host
        return list.split { $0 == "," || $0 == " " }.contains { entry in
            var name = entry.lowercased()[...]
            if let colon = name.lastIndex(of: ":"), let port = Int(name[name.index(after: colon)...]) {
                if port != address.port { return false }
                name = name[..<colon]
            }
            if name == "*" { return true }
            if name.hasPrefix("*") { name.removeFirst() }
            if name.hasPrefix(".") { name.removeFirst() }
            return !name.isEmpty && (host == name || host.hasSuffix("." + name))
        }
    }
}
