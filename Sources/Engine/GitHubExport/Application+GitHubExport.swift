import JSON
import Models
import Storage

/// Exporting a project to GitHub: done by the worker program, because this one has no network code.
extension Application {
    /// `POST /v1/projects/{id}/export/github`: the project's files as the one commit of a new private repository.
    ///
    /// The answer is that of section 5.8 with `left_out`, `[{"path", "reason"}]`, where something of the
    /// project's folders did not go.
    ///
    /// The token goes to the worker over a pipe. `address` is the API's, where it is not GitHub's own; `allowed` names
    /// files that may go although they hold secrets.
    ///
    /// - Throws: `secrets_found` with their places before anything is sent; else the export's own failure, whose details
    ///   say what exists on GitHub already.
    package func exportToGitHub(
        _ request: ExportGitHubRequest, project id: String, address: String? = nil, allowing allowed: [String] = []
    ) async throws(RequestFailure) -> JSONValue {
        let project = try await project(id)
        _ = try OutgoingCheck(allowing: allowed)
        guard let databasePath else {
            throw RequestFailure(
                "unavailable", "The export needs a database that the worker can read. \(memoryReason ?? "")")
        }
        var question: JSONObject = [
            "database": .string(databasePath), "project_id": .string(project.id.text),
            "repo_name": .string(request.repoName), "allow": .array(allowed.map { .string($0) }),
        ]
        question["api_url"] = address.map { .string($0) }
        request.githubToken.reveal { question["github_token"] = .string($0) }
        let answer: JSONValue
        do {
            let worker = WorkerExchange(path: WorkerLauncher.standardPath(), arguments: ["export-github"])
            let bytes = try await worker.run(input: Array((JSONValue.object(question).serialized + "\n").utf8))
            answer = try JSONValue(parsing: bytes)
            if let result = answer["result"] {
                var response = try ExportGitHubResponse(validating: result).json.object ?? JSONObject()
                if let leftOut = answer["left_out"]?.array, !leftOut.isEmpty { response["left_out"] = .array(leftOut) }
                return .object(response)
            }
        } catch {
            throw RequestFailure("unavailable", "The export did not finish: \(error)")
        }
        throw RequestFailure(
            answer["error"]?["code"]?.string ?? "unavailable",
            answer["error"]?["message"]?.string ?? "The export failed without a reason.",
            details: answer["error"]?["data"]?.object ?? JSONObject())
    }

    /// All files of a project with their content, in the order of their paths; what leaves the machine is taken from
    /// `filesToSend`.
    func contents(ofProject id: String) async throws(RequestFailure) -> [ProjectFile] {
        let project = try await project(id)
        return try await storing { () throws(StoreError) in
            let paths = try await store.files(in: project.id, as: caller).map(\.path)
            return try await store.contents(of: paths, in: project.id, as: caller)
        }
    }
}
