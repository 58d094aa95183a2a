import AsyncHTTPClient
import Foundation
import JSON
import Models

/// A project's files as one commit in a new repository, through the Git Data API: blobs → tree → commit → ref.
///
/// https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-your-git-database
package struct GitHubExporter: Sendable {
    package struct File: Sendable {
        package let path: ProjectPath
        package let content: String
        package let isExecutable: Bool

        package init(path: ProjectPath, content: String, isExecutable: Bool = false) {
            self.path = path
            self.content = content
            self.isExecutable = isExecutable
        }

        /// Git's name of a file's mode, which is one of two.
        fileprivate var mode: String { isExecutable ? "100755" : "100644" }
    }

    private let address: GitHubAddress
    private let token: Secret
    /// The first pause before a request is sent again, in seconds.
    private let firstPause: Double
    /// Requests under way at once; GitHub asks for few.
    private static let concurrentUploads = 4

    package init(address: GitHubAddress, token: Secret, firstPause: Double = 0.5) {
        self.address = address
        self.token = token
        self.firstPause = firstPause
    }

    /// Creates the private repository `name` for the token's user, with `files` as its only commit.
    ///
    /// A repository of that name that an earlier export left without a commit is finished instead; any other is a
    /// conflict, and nothing in it changes.
    ///
    /// - Throws: `GitHubExportFailure`, which says what exists already.
    package func export(
        _ files: [File], to name: String, title: String
    ) async throws(GitHubExportFailure) -> ExportGitHubResponse {
        guard !files.isEmpty else {
            throw .invalidInput("The project has no files yet. Run the pipeline or add files, then export again.")
        }
        guard !token.isEmpty else {
            throw .invalidInput("The GitHub token is empty. Give one with the scope \"repo\".")
        }
        var configuration = HTTPClient.Configuration()
        // A redirect could carry the token elsewhere.
        configuration.redirectConfiguration = .disallow
        // The client's own tries tell nothing of why there is no connection.
        configuration.connectionPool.retryConnectionEstablishment = false
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let client = GitHubClient(address: address, token: token, http: http, firstPause: firstPause)
        let outcome: Result<ExportGitHubResponse, GitHubExportFailure>
        do {
            outcome = .success(try await export(files, to: name, title: title, through: client))
        } catch {
            outcome = .failure(error)
        }
        try? await http.shutdown()
        return try outcome.get()
    }

    private func export(
        _ files: [File], to name: String, title: String, through client: GitHubClient
    ) async throws(GitHubExportFailure) -> ExportGitHubResponse {
        var progress = GitHubExportProgress()
        progress.files = files.count
        do {
            let repository = try await repository(named: name, title: title, through: client)
            progress.repositoryURL = repository.url
            let entries = try await upload(files, to: repository, through: client, counting: &progress)
            let tree = try await create("trees", ["tree": .array(entries)], in: repository, through: client)
            let message = "Export \(title) from CodeForge"
            let commit = try await create(
                "commits", ["message": .string(message), "tree": .string(tree), "parents": []],
                in: repository, through: client)
            progress.commit = commit
            try await point(repository, at: commit, through: client)
            return ExportGitHubResponse(repoURL: repository.url, filesPushed: files.count, commitSHA: commit)
        } catch {
            var failure = error
            failure.progress = progress
            throw failure
        }
    }

    /// Uploads each file's content; answers with the tree's entries, in the files' order.
    private func upload(
        _ files: [File], to repository: GitHubRepository, through client: GitHubClient,
        counting progress: inout GitHubExportProgress
    ) async throws(GitHubExportFailure) -> [JSONValue] {
        var entries: [JSONValue] = []
        for start in stride(from: 0, to: files.count, by: Self.concurrentUploads) {
            let batch = files[start..<min(start + Self.concurrentUploads, files.count)]
            let results = await withTaskGroup(of: (Int, Result<String, GitHubExportFailure>).self) { group in
                for (index, file) in zip(batch.indices, batch) {
                    group.addTask { (index, await blob(for: file, in: repository, through: client)) }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            progress.blobs += results.values.count { (try? $0.get()) != nil }
            for (index, file) in zip(batch.indices, batch) {
                guard let sha = try results[index]?.get() else { continue }
                entries.append([
                    "path": .string(file.path.text), "mode": .string(file.mode), "type": "blob", "sha": .string(sha),
                ])
            }
        }
        return entries
    }

    private func blob(
        for file: File, in repository: GitHubRepository, through client: GitHubClient
    ) async -> Result<String, GitHubExportFailure> {
        let content = Data(file.content.utf8).base64EncodedString()
        let body: JSONObject = ["content": .string(content), "encoding": "base64"]
        do {
            return .success(try await create("blobs", body, in: repository, through: client))
        } catch {
            return .failure(error)
        }
    }

    /// Creates a git object; answers with its id.
    private func create(
        _ kind: String, _ body: JSONObject, in repository: GitHubRepository, through client: GitHubClient
    ) async throws(GitHubExportFailure) -> String {
        let answer = try await client.send("POST", "\(repository.path)/git/\(kind)", .object(body))
        guard answer.isSuccess, let sha = answer.body["sha"]?.string else {
            throw .unavailable("GitHub did not take the \(kind) (\(answer.status), \(answer.message)).")
        }
        return sha
    }

    /// Moves the default branch to the commit, or creates the branch where the repository has none yet.
    private func point(
        _ repository: GitHubRepository, at commit: String, through client: GitHubClient
    ) async throws(GitHubExportFailure) {
        let moved = try await client.send(
            "PATCH", "\(repository.path)/git/refs/heads/\(repository.branch)",
            ["sha": .string(commit), "force": true])
        if moved.isSuccess { return }
        let created = try await client.send(
            "POST", "\(repository.path)/git/refs",
            ["ref": .string("refs/heads/\(repository.branch)"), "sha": .string(commit)])
        guard created.isSuccess else {
            throw .unavailable(
                "GitHub did not set the branch \(repository.branch) (\(created.status), \(created.message)).")
        }
    }
}
