import Foundation

/// Where GitHub's REST API answers: `https://api.github.com`, or a GitHub Enterprise or test server.
package struct GitHubAddress: Sendable, Hashable {
    /// Without a slash at its end.
    package let text: String

    package static let standard = GitHubAddress(unchecked: "https://api.github.com")

    private init(unchecked text: String) { self.text = text }

    /// - Throws: `invalid_input` unless it is an `https` URL, or an `http` one of this machine: the token travels with
    ///   every request.
    package init(validating text: String) throws(GitHubExportFailure) {
        var trimmed = Substring(text)
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let url = URLComponents(string: String(trimmed)), let host = url.host, !host.isEmpty,
            url.query == nil, url.fragment == nil, url.user == nil, url.password == nil
        else {
            throw .invalidInput("GitHub's API address \"\(text)\" is no URL. Give one such as \(Self.standard.text).")
        }
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        guard url.scheme == "https" || (url.scheme == "http" && isLocal) else {
            throw .invalidInput(
                "GitHub's API address \"\(text)\" would send the token in the clear. Give an https address.")
        }
        self.text = String(trimmed)
    }
}
