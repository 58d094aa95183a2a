/// Asks for a project's files as a GitHub repository: `POST /v1/projects/{project_id}/export/github`.
package struct ExportGitHubRequest: Contract {
    package var repoName: String
    package var githubToken: Secret

    package static let schema = Schema(
        "ExportGitHubRequest",
        "Asks for a project's files as a GitHub repository: POST /v1/projects/{project_id}/export/github.",
        Field("repo_name", \ExportGitHubRequest.repoName, .repositoryName),
        Field("github_token", \ExportGitHubRequest.githubToken, .secret),
        make: ExportGitHubRequest.init(repoName:githubToken:))

    package init(repoName: String, githubToken: Secret) {
        self.repoName = repoName
        self.githubToken = githubToken
    }
}

/// Tells where the files went.
package struct ExportGitHubResponse: Contract {
    package var repoURL: String
    package var filesPushed: Int
    package var commitSHA: String

    package static let schema = Schema(
        "ExportGitHubResponse", "Tells where the files went.",
        Field("repo_url", \ExportGitHubResponse.repoURL, .string()),
        Field("files_pushed", \ExportGitHubResponse.filesPushed, .integer(0...Int.max)),
        Field("commit_sha", \ExportGitHubResponse.commitSHA, .string()),
        make: ExportGitHubResponse.init(repoURL:filesPushed:commitSHA:))

    package init(repoURL: String, filesPushed: Int, commitSHA: String) {
        self.repoURL = repoURL
        self.filesPushed = filesPushed
        self.commitSHA = commitSHA
    }
}
