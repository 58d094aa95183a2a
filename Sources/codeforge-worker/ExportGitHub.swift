import Agents
import Engine
import Foundation
import JSON
import Models

/// `codeforge-worker export-github`: one request line on standard input, one answer line on standard output.
///
/// The request is `{"database", "project_id", "repo_name", "github_token", "api_url", "allow"}`; the answer is
/// `{"result": ...}` with section 5.8's response, or `{"error": {"code", "message", "data"}}`, where `data` holds
/// `progress` or `places`. The token comes over the pipe alone, and no request is sent before the check for secrets.
enum ExportGitHub {
    static func run() async -> Int32 {
        let answer: JSONObject
        do {
            let response = try await export(readLine(strippingNewline: true) ?? "")
            answer = ["result": response.json]
        } catch {
            answer = ["error": error.json]
        }
        FileHandle.standardOutput.write(Data((JSONValue.object(answer).serialized + "\n").utf8))
        return answer["error"] == nil ? 0 : 1
    }

    private static func export(_ line: String) async throws(GitHubExportFailure) -> ExportGitHubResponse {
        guard let request = try? JSONValue(parsing: line),
            let project = request["project_id"]?.string,
            let name = request["repo_name"]?.string,
            let token = request["github_token"]?.string
        else {
            throw .invalidInput("The request lacks project_id, repo_name or github_token.")
        }
        let address = try request["api_url"]?.string.map { url throws(GitHubExportFailure) in
            try GitHubAddress(validating: url)
        }
        let allowed = request["allow"]?.array?.compactMap(\.string) ?? []
        let (title, files) = try await read(project, from: request["database"]?.string, allowing: allowed)
        return try await GitHubExporter(address: address ?? .standard, token: Secret(token))
            .export(files, to: name, title: title)
    }

    private static func read(
        _ project: String, from database: String?, allowing allowed: [String]
    ) async throws(GitHubExportFailure) -> (title: String, files: [GitHubExporter.File]) {
        do {
            let application = try await Application.open(database: database)
            let title = try await application.project(project).title
            let files = try await application.filesToSend(ofProject: project, allowing: allowed)
            return (title, files.map { GitHubExporter.File(path: $0.path, content: $0.content) })
        } catch let failure as RequestFailure where failure.code != "not_found" {
            throw GitHubExportFailure(failure.code, failure.message, details: failure.details)
        } catch {
            throw GitHubExportFailure("not_found", "The project's files could not be read: \(error).")
        }
    }
}

extension GitHubExportFailure {
    var json: JSONValue {
        ["code": .string(code), "message": .string(description), "data": .object(data)]
    }

    private var data: JSONObject {
        var data = details
        if data.isEmpty { data["progress"] = progress.json }
        return data
    }
}
