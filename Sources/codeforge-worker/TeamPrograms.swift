import Agents
import Engine
import Foundation
import JSON
import Models

/// `codeforge-worker team`: one request line on standard input, one answer line on standard output.
///
/// The request is `{"action", "url", ...}`: `check` gives the sender's profile, `open` a project (`project_id`, or a new
/// one with `title` and `mode`), `delete` takes one away, `members` and `share` (`who`) give those who share one.
enum TeamProgram {
    static func run() async -> Int32 {
        await answer { () async throws(RequestFailure) -> JSONValue in
            guard let request = try? JSONValue(parsing: readLine(strippingNewline: true) ?? ""),
                let url = request["url"]?.string
            else { throw RequestFailure("invalid_input", "The request lacks url.") }
            let client = try TeamClient(url: url, token: TeamToken(SettingsFiles(folder: nil).settings))
            let result: Result<JSONValue, RequestFailure>
            do throws(RequestFailure) {
                result = .success(try await ask(client, request))
            } catch {
                result = .failure(error)
            }
            await client.shutDown()
            return try result.get()
        }
    }

    private static func ask(_ client: TeamClient, _ request: JSONValue) async throws(RequestFailure) -> JSONValue {
        let project = request["project_id"]?.string
        switch request["action"]?.string {
        case "check": return try await client.send("GET", "/v1/profiles/me", nil)
        case "open":
            if let project { return try await client.send("GET", "/v1/projects/\(project)", nil) }
            return try await client.send(
                "POST", "/v1/projects",
                ["title": request["title"] ?? "", "mode": request["mode"] ?? "builder"])
        case "delete": return try await client.send("DELETE", "/v1/projects/\(project ?? "")", nil)
        case "members": return try await client.send("GET", "/v1/projects/\(project ?? "")/members", nil)
        case "share":
            let who = request["who"]?.string ?? ""
            return try await client.send(
                "POST", "/v1/projects/\(project ?? "")/members",
                .object([who.contains("@") ? "email" : "user_id": .string(who)]))
        default: throw RequestFailure("invalid_input", "There is no such action.")
        }
    }

    static func answer(_ body: () async throws(RequestFailure) -> JSONValue) async -> Int32 {
        let answer: JSONObject
        do throws(RequestFailure) {
            answer = ["result": try await body()]
        } catch {
            answer = [
                "error": [
                    "code": .string(error.code), "message": .string(error.message), "data": .object(error.details),
                ]
            ]
        }
        FileHandle.standardOutput.write(Data((JSONValue.object(answer).serialized + "\n").utf8))
        return answer["error"] == nil ? 0 : 1
    }
}

/// `codeforge-worker team-sync`: keeps linked projects in step while an editor is there, or with `--once` looks once.
///
/// With `--once` the request is `{"database", "project_id", "cleared"}` and the answer a report for each project.
enum TeamSyncProgram {
    static func runOnce() async -> Int32 {
        await TeamProgram.answer { () async throws(RequestFailure) -> JSONValue in
            let request = (try? JSONValue(parsing: readLine(strippingNewline: true) ?? "")) ?? .null
            let application: Application
            do {
                application = try await Application.open(database: request["database"]?.string)
            } catch {
                throw RequestFailure("unavailable", "\(error)")
            }
            let only = request["project_id"]?.string
            var reports: [JSONValue] = []
            for (project, link) in try await application.linkedProjects() where only ?? project.text == project.text {
                reports.append(try await look(application, project, link, ClearedTexts(request["cleared"])))
            }
            return .array(reports)
        }
    }

    private static func look(
        _ application: Application, _ project: RowID, _ link: TeamLink, _ cleared: ClearedTexts
    ) async throws(RequestFailure) -> JSONValue {
        let client = try TeamClient(url: link.url, token: TeamToken(SettingsFiles(folder: nil).settings))
        let sync = TeamSync(application, project: project, link: link, server: client, cleared: cleared)
        let result: Result<TeamReport, RequestFailure>
        do throws(RequestFailure) {
            result = .success(try await sync.lookAndBringIn { application.isEdited($0) })
        } catch {
            try? await application.keepTeamFailure(error, of: project)
            result = .failure(error)
        }
        await client.shutDown()
        var report = try result.get().json.object ?? JSONObject()
        report["project_id"] = .string(project.text)
        return .object(report)
    }

    static func follow(_ arguments: [String]) async -> Int32 {
        var database: String?
        var isAnnounced = false
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--database": database = rest.popFirst()
            case "--announced": isAnnounced = true
            default:
                fail("unknown option \(name)\nusage: codeforge-worker team-sync [--database FILE] [--once]", code: 64)
            }
        }
        do {
            let application = try await Application.open(database: database)
            guard let path = application.databasePath else { return 1 }
            let presence = WorkerPresence(teamOf: path)
            let announcement = (isAnnounced ? presence.adopt() : nil) ?? presence.announce()
            defer { announcement?.end() }
            await TeamFollower(application, settings: SettingsFiles(folder: nil).settings).run()
            return 0
        } catch {
            fail("\(error)", code: 1)
        }
    }
}
