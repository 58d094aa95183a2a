import Engine
import Glibc
import JSON
import JSONRPC
import Models

/// `codeforge/project/exportGitHub`: the project's files as a commit in a new repository.
///
/// Without `github_token` the one in the server's environment, `GITHUB_TOKEN`, is taken. `allow` lists paths of files
/// that may go although they hold secrets; any other that does stops the export before anything is sent. What of the
/// folder does not go is named in the answer.
struct ExportGitHubMethod: ProductMethod {
    static let method = "codeforge/project/exportGitHub"
    static let command: String? = "codeforge.exportGitHub"

    static func sentence(for answer: JSONValue) -> String? {
        let count = answer["files_pushed"]?.int ?? 0
        let sentences = LeftOutFile.sentences(of: answer["left_out"])
        return answer["repo_url"]?.string.map { url in
            (["\(count) file\(count == 1 ? "" : "s") pushed to \(url)\(sentences.isEmpty ? "" : ".")"] + sentences)
                .joined(separator: " ")
        }
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        guard let name = try parameters.text("repo_name") else {
            throw parameters.wrong("repo_name", "is missing. Say what the new repository is to be called.")
        }
        var members: JSONObject = ["repo_name": .string(name)]
        let token = try parameters.text("github_token") ?? getenv("GITHUB_TOKEN").map { String(cString: $0) }
        guard let token, !token.isEmpty else {
            throw .failed(
                "invalid_input",
                "There is no GitHub token. Set the environment variable GITHUB_TOKEN before the editor starts, or run "
                    + "codeforge project export-github in a terminal where it is set.",
                data: ["loc": ["github_token"]])
        }
        members["github_token"] = .string(token)
        let request: ExportGitHubRequest
        do {
            request = try ExportGitHubRequest(validating: .object(members))
        } catch {
            throw ResponseError(RequestFailure(error))
        }
        let address = try parameters.text("api_url") ?? getenv("CODEFORGE_GITHUB_API_URL").map { String(cString: $0) }
        let allowed = try parameters.texts("allow") ?? []
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            try await application.exportToGitHub(request, project: project, address: address, allowing: allowed)
        }
    }
}
