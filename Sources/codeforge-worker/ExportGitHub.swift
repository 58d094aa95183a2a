import Agents
import Engine
import Foundation
import JSON
import Models

/// `codeforge-worker export-github`: one request line on standard input, one answer line on standard output.
///
/// The request is `{"database", "project_id", "repo_name", "github_token", "api_url", "allow"}`; the answer is
/// `{"result": ..., "left_out": [{"path", "reason"}]}` with section 5.8's response, or `{"error": {"code", "message", "data"}}`, where `data` holds
/// `progress` or `places`. The token comes over the pipe alone, and no request is sent before the check for secrets.
enum ExportGitHub {
    static func run() async -> Int32 {
        let answer: JSONObject
        do {
            let (response, leftOut) = try await export(readLine(strippingNewline: true) ?? "")
            answer = ["result": response.json, "left_out": .array(leftOut.map(\.json))]
        } catch {
            answer = ["error": error.json]
        }
        FileHandle.standardOutput.write(Data((JSONValue.object(answer).serialized + "\n").utf8))
        return answer["error"] == nil ? 0 : 1
    }

    private static func export(
        _ line: String
    ) async throws(GitHubExportFailure) -> (ExportGitHubResponse, [LeftOutFile]) {
        guard let request = try? JSONValue(parsing: line),
            let project = request["project_id"]?.string,
            let name = request["repo_name"]?.string,
            let token = request["github_token"]?.string
        else {
            throw .invalidInput("The request lacks project_id, repo_name or github_token.")
        }
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalidInput(
                "The GitHub token is empty, or holds a space, a line break or a letter that no token has. "
                    + "Copy it once more, without anything around it.")
        }
        let address = try request["api_url"]?.string.map { url throws(GitHubExportFailure) in
            try GitHubAddress(validating: url)
        }
        let allowed = request["allow"]?.array?.compactMap(\.string) ?? []
        let (title, outgoing) = try await read(project, from: request["database"]?.string, allowing: allowed)
        let response = try await GitHubExporter(address: address ?? .standard, token: Secret(token))
            .export(outgoing.files.map(GitHubExporter.File.init), to: name, title: title)
        return (response, outgoing.leftOut)
    }

    private static func read(
        _ project: String, from database: String?, allowing allowed: [String]
    ) async throws(GitHubExportFailure) -> (title: String, outgoing: OutgoingFiles) {
        do {
            let application = try await Application.open(database: database)
            let title = try await application.project(project).title
            return (title, try await application.filesToSend(ofProject: project, allowing: allowed))
        } catch let failure as RequestFailure where failure.code != "not_found" {
            throw GitHubExportFailure(failure.code, failure.message, details: failure.details)
        } catch {
            throw GitHubExportFailure("not_found", "The project's files could not be read: \(error).")
        }
    }
}

extension GitHubExporter.File {
    fileprivate init(_ file: OutgoingFiles.File) {
        self.init(path: file.path, content: file.content, isExecutable: file.isExecutable)
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
