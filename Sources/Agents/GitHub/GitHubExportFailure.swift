import JSON

/// Why an export ended early, and what of it stands on GitHub all the same.
package struct GitHubExportFailure: Error, Sendable, CustomStringConvertible {
    /// `invalid_input`, `forbidden`, `conflict`, `provider_unavailable`, `secrets_found`.
    package let code: String
    /// What is wrong and what to do next; never holds the token.
    package let message: String
    /// What a program may want to know of an export that did not begin.
    package let details: JSONObject
    package var progress = GitHubExportProgress()

    package init(_ code: String, _ message: String, details: JSONObject = JSONObject()) {
        self.code = code
        self.message = message
        self.details = details
    }

    package static func invalidInput(_ message: String) -> GitHubExportFailure {
        GitHubExportFailure("invalid_input", message)
    }

    package static func unavailable(_ message: String) -> GitHubExportFailure {
        GitHubExportFailure("provider_unavailable", message)
    }

    /// The message, followed by what exists already where anything does.
    package var description: String {
        progress.summary.map { "\(message) \($0)" } ?? message
    }
}

/// How far an export has come.
package struct GitHubExportProgress: Sendable, Hashable {
    package var repositoryURL: String?
    package var blobs = 0
    package var files = 0
    package var commit: String?

    /// A sentence for a person; nil before anything exists.
    var summary: String? {
        guard let repositoryURL else { return nil }
        if let commit {
            return "The repository \(repositoryURL) and the commit \(commit) exist, but no branch points to it yet."
                + " Export again to the same name to finish it."
        }
        return "The repository \(repositoryURL) exists with \(blobs) of \(files) files uploaded and no commit."
            + " Export again to the same name to finish it."
    }

    package var json: JSONValue {
        var object = JSONObject()
        object["repo_url"] = repositoryURL.map { .string($0) } ?? .null
        object["blobs_created"] = .integer(blobs)
        object["files"] = .integer(files)
        object["commit_sha"] = commit.map { .string($0) } ?? .null
        return .object(object)
    }
}
