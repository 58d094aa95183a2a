import Engine

/// The proxy that the environment names for an address, as most programs read it.
///
/// `HTTPS_PROXY` or `HTTP_PROXY` by the address's scheme, else `ALL_PROXY`, in capitals or small letters; `NO_PROXY` lists
/// hosts, and endings of hosts, that are reached without it. This machine is always reached without it.
struct ProxyAddress: Hashable, Sendable {
    let host: String
    let port: Int
    let user: String?
    let password: String?

    init?(for address: ModelAddress, environment: (String) -> String?) {
        func variable(_ name: String) -> String? {
            [name.lowercased(), name].lazy.compactMap(environment).first { !$0.isEmpty }
        }
        guard !address.isThisMachine,
            let text = variable(address.isEncrypted ? "HTTPS_PROXY" : "HTTP_PROXY") ?? variable("ALL_PROXY"),
            !Self.isExempt(address.host, by: variable("NO_PROXY") ?? "")
        else { return nil }
        var rest = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if rest.first?.hasSuffix(":") == true { rest.removeFirst() }
        guard let authority = rest.first else { return nil }
        let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
        let place = parts.last.map(String.init) ?? authority
        let login = parts.count > 1 ? parts.dropLast().joined(separator: "@") : nil
        let words = login?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        user = words?.first
        password = words.map { $0.count > 1 ? $0[1] : "" }
        let colon = place.lastIndex(of: ":")
        host = colon.map { String(place[..<$0]) } ?? place
        port = colon.flatMap { Int(place[place.index(after: $0)...]) } ?? (text.hasPrefix("https") ? 443 : 80)
        if host.isEmpty { return nil }
    }

    private static func isExempt(_ host: String, by list: String) -> Bool {
        list.split { $0 == "," || $0 == " " }.contains { entry in
            var name = entry.lowercased()[...]
            if name == "*" { return true }
            if name.hasPrefix("*") { name.removeFirst() }
            if name.hasPrefix(".") { name.removeFirst() }
            return !name.isEmpty && (host == name || host.hasSuffix("." + name))
        }
    }
}
