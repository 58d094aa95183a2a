/// Asks for a project's files as a GitHub repository: `POST /v1/projects/{project_id}/export/github`.
package struct ExportGitHubRequest: Hashable, Sendable {
    package var repoName: String
    package var githubToken: Secret

    package init(repoName: String, githubToken: Secret) {
        self.repoName = repoName
        self.githubToken = githubToken
    }
}

/// Tells where the files went.
package struct ExportGitHubResponse: Hashable, Sendable {
    package var repoURL: String
    package var filesPushed: Int
    package var commitSHA: String

    package init(repoURL: String, filesPushed: Int, commitSHA: String) {
        self.repoURL = repoURL
        self.filesPushed = filesPushed
        self.commitSHA = commitSHA
    }
}
