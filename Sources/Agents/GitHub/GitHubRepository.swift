import JSON
import Models

/// A repository that an export may write to.
struct GitHubRepository: Sendable, Hashable {
    /// `/repos/OWNER/NAME`.
    let path: String
    /// For a person's browser.
    let url: String
    let branch: String

    /// - Throws: `provider_unavailable` where GitHub's description lacks its name.
    init(_ body: JSONValue) throws(GitHubExportFailure) {
        let owner = body["owner"]?["login"]?.string
        let name = body["name"]?.string
        let joined = owner.flatMap { owner in name.map { "\(owner)/\($0)" } }
        guard let fullName = body["full_name"]?.string ?? joined else {
            throw .unavailable("GitHub described the repository without its name.")
        }
        path = "/repos/\(fullName)"
        url = body["html_url"]?.string ?? "https://github.com/\(fullName)"
        branch = body["default_branch"]?.string ?? "main"
    }
}

extension GitHubExporter {
    /// Creates the repository, or finds the one that an earlier export of this name left unfinished.
    ///
    /// It is created with an initial commit, because the Git Data API refuses objects for an empty repository; the
    /// export's own commit replaces that one.
    func repository(
        named name: String, title: String, through client: GitHubClient
    ) async throws(GitHubExportFailure) -> GitHubRepository {
        let body: JSONValue = [
            "name": .string(name), "description": .string("\(title), made with CodeForge"), "private": true,
            "auto_init": true,
        ]
        let answer = try await client.send("POST", "/user/repos", body, repeats: false)
        switch answer.status {
        case 200..<300: return try GitHubRepository(answer.body)
        case 403, 404:
            throw GitHubExportFailure(
                "forbidden",
                "The token may not create repositories (\(answer.status), \(answer.message)). Give one with the scope \"repo\"."
            )
        case 422: return try await unfinishedRepository(named: name, refusal: answer, through: client)
        default:
            throw .unavailable("GitHub did not create the repository (\(answer.status), \(answer.message)).")
        }
    }

    private func unfinishedRepository(
        named name: String, refusal: GitHubClient.Answer, through client: GitHubClient
    ) async throws(GitHubExportFailure) -> GitHubRepository {
        let user = try await client.send("GET", "/user")
        guard let login = user.body["login"]?.string else { throw Self.refused(name, refusal) }
        let found = try await client.send("GET", "/repos/\(login)/\(name)")
        guard found.isSuccess else { throw Self.refused(name, refusal) }
        let repository = try GitHubRepository(found.body)
        let commits = try await client.send("GET", "\(repository.path)/commits?per_page=2")
        let messages = commits.body.array?.map { $0["commit"]?["message"]?.string }
        // 409 is GitHub's answer for a repository without commits.
        guard commits.status == 409 || messages == [] || messages == ["Initial commit"] else {
            throw GitHubExportFailure(
                "conflict", "The repository \(repository.url) exists already. Choose another name; nothing was changed."
            )
        }
        return repository
    }

    private static func refused(_ name: String, _ answer: GitHubClient.Answer) -> GitHubExportFailure {
        let details = answer.body["errors"]?.array?.compactMap { $0["message"]?.string }.joined(separator: ", ")
        return .invalidInput("GitHub refused the repository name \"\(name)\": \(details ?? answer.message).")
    }
}
