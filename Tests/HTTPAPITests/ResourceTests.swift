import Foundation
import JSON
import Models
import TestSupport
import Testing

/// What a client needs beside section 5: profiles, projects, files, roadmaps, sessions, choices, patterns, dismissals.
@Suite struct ResourceTests {
    private let server: RunningServer
    private let user = RowID.random()
    private let token: String
    private let project: String

    init() async throws {
        server = try RunningServer()
        token = try await TestToken.of(user)
        let made = try server.send("POST", "/v1/projects", as: token, ["title": "Walks"])
        project = try #require(made.json["id"]?.string)
    }

    private func send(
        _ method: String, _ target: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) throws -> HTTPReply {
        try server.send(method, target, as: token, body, headers: headers)
    }

    private var base: String { "/v1/projects/\(project)" }

    @Test func `the first request of a user makes their profile, which they change`() async throws {
        let own = try send("GET", "/v1/profiles/me")
        #expect(own.status == 200)
        #expect(own.json["id"] == .string(user.text))
        let changed = try send("PATCH", "/v1/profiles/me", ["username": "ada", "skill_level": "beginner"])
        #expect(changed.json["username"] == "ada")
        #expect(try send("PATCH", "/v1/profiles/me", ["username": .null]).json["username"] == .null)
        #expect(try send("PATCH", "/v1/profiles/me", ["username": "ada"]).json["skill_level"] == "beginner")
        #expect(try send("PATCH", "/v1/profiles/me", ["skill_level": "genius"]).status == 422)

        let other = try await TestToken.of(.random())
        #expect(try server.send("PATCH", "/v1/profiles/me", as: other, ["username": "ada"]).status == 409)
        #expect(try server.send("GET", "/v1/profiles/\(user)", as: other).json["username"] == "ada")
        #expect(try server.send("GET", "/v1/profiles?limit=1", as: other).json["has_more"] == true)
    }

    @Test func `a project is made, changed, listed and deleted`() throws {
        let changed = try send(
            "PATCH", base, ["title": "Dogs", "status": "building", "tech_stack": ["swift"], "description": "Walks."])
        #expect(changed.json["title"] == "Dogs")
        #expect(changed.json["status"] == "building")
        #expect(changed.json["tech_stack"] == ["swift"])
        #expect(try send("PATCH", base, ["description": .null]).json["description"] == .null)
        #expect(try send("PATCH", base, ["user_id": .string(RowID.random().text)]).status == 422)
        #expect(try send("PATCH", base, ["status": "done"]).status == 422)
        #expect(try send("GET", "/v1/projects").json["total"] == 1)
        #expect(try send("DELETE", base).status == 204)
        #expect(try send("GET", base).status == 404)
        #expect(try send("GET", "/v1/projects").json["items"] == [])
    }

    @Test func `a file is written by its version, and nothing is overwritten`() throws {
        let file = base + "/files/src/app/page.tsx"
        let made = try send("PUT", file, ["content": "one"])
        #expect(made.status == 201)
        #expect(made.headers["etag"] == "\"1\"")
        #expect(made.json["language"] == "typescript")
        #expect(try send("PUT", file, ["content": "two"]).status == 428)
        #expect(try send("PUT", file, ["content": "two"], headers: ["if-none-match": "*"]).status == 412)
        let changed = try send("PUT", file, ["content": "two"], headers: ["if-match": "\"1\""])
        #expect(changed.status == 200)
        #expect(changed.headers["etag"] == "\"2\"")
        let late = try send("PUT", file, ["content": "three"], headers: ["if-match": "\"1\""])
        #expect(late.status == 412)
        #expect(late.code == "conflict")
        let read = try send("GET", base + "/files/src%2Fapp%2Fpage.tsx")
        #expect(read.json["content"] == "two")
        #expect(read.headers["etag"] == "\"2\"")
        #expect(try send("GET", base + "/files").json["total"] == 1)
        #expect(try send("DELETE", file).status == 428)
        #expect(try send("DELETE", file, headers: ["if-match": "\"1\""]).status == 412)
        #expect(try send("DELETE", file, headers: ["if-match": "\"2\""]).status == 204)
        #expect(try send("GET", file).status == 404)
        #expect(try send("PUT", base + "/files/.env", ["content": "KEY=1"]).code == "secrets_found")
    }

    @Test func `many files are saved and removed at once`() throws {
        let saves = (0..<300).map { index -> JSONValue in
            ["path": "a/\(String(index)).txt", "content": "text \(String(index))"]
        }
        let saved = try send("POST", base + "/files", ["saves": .array(saves)])
        #expect(saved.status == 200)
        #expect(saved.json["items"]?.array?.count == 300)
        #expect(saved.json["items"]?.array?.allSatisfy { $0["outcome"] == "saved" } == true)
        let again = try send(
            "POST", base + "/files",
            [
                "saves": [
                    ["path": "a/0.txt", "content": "new", "base_version": 1],
                    ["path": "a/1.txt", "content": "new", "base_version": 7],
                    ["path": "a/2.txt", "content": "text 2", "base_version": 1],
                ],
                "removals": [["path": "a/3.txt", "version": 1], ["path": "a/4.txt", "version": 2]],
            ])
        let outcomes = again.json["items"]?.array?.compactMap { $0["outcome"]?.string }
        #expect(outcomes == ["saved", "conflict", "unchanged", "removed", "conflict"])
        let contents = try send(
            "POST", base + "/file-contents", ["paths": ["a/0.txt", "a/3.txt", "a/5.txt"]])
        #expect(contents.json["items"]?.array?.compactMap { $0["content"]?.string } == ["new", "text 5"])
        #expect(try send("GET", base + "/files?limit=1000").json["total"] == 299)
    }

    @Test func `a project is shared with whoever its owner names`() async throws {
        let friend = RowID.random()
        let theirs = try await TestToken.of(friend)
        #expect(try send("POST", base + "/members", ["user_id": .string(friend.text)]).status == 404)
        #expect(try server.send("GET", base, as: theirs).status == 404)
        #expect(try send("POST", base + "/members", ["email": "nobody@example.com"]).status == 404)
        #expect(try send("POST", base + "/members", [:]).status == 422)
        let added = try send("POST", base + "/members", ["user_id": .string(friend.text)])
        #expect(added.status == 201)
        #expect(added.json["is_owner"] == false && added.json["added_by"] == .string(user.text))
        #expect(try server.send("GET", base, as: theirs).json["title"] == "Walks")
        let listed = try server.send("GET", base + "/members", as: theirs).json["items"]?.array
        #expect(listed?.compactMap { $0["user_id"]?.string } == [user.text, friend.text])

        let run = try server.send(
            "POST", "/v1/run-agent", as: theirs,
            ["project_id": .string(project), "agent_type": "qa", "input_context": ["code": "x"]])
        let job = try #require(run.json["job_id"]?.string)
        #expect(try send("GET", "/v1/jobs/\(job)").status == 200)
        #expect(try server.send("PUT", base + "/files/a.txt", as: theirs, ["content": "a"]).status == 201)
        #expect(try send("GET", base + "/files/a.txt").json["content"] == "a")
        #expect(try server.send("DELETE", base, as: theirs).status == 404)
        let third = try await TestToken.of(.random())
        #expect(try server.send("POST", base + "/members", as: theirs, ["email": "x@example.com"]).status == 403)
        #expect(try server.send("DELETE", base + "/members/\(friend)", as: third).status == 404)
        #expect(try server.send("DELETE", base + "/members/\(friend)", as: theirs).status == 204)
        #expect(try server.send("GET", base, as: theirs).status == 404)
    }

    @Test func `a roadmap is walked`() throws {
        #expect(try send("GET", base + "/roadmap").status == 404)
        let module: JSONValue = [
            "title": "Start", "description": "", "steps": ["one", "two"], "estimated_hours": 2, "prerequisites": [],
        ]
        #expect(try send("POST", base + "/roadmaps", ["modules": [module]]).status == 201)
        #expect(try send("GET", base + "/roadmaps").json["total"] == 1)
        #expect(try send("POST", base + "/roadmap/mark", ["step": 1]).json["current_step_index"] == 0)
        #expect(try send("POST", base + "/roadmap/advance").json["current_step_index"] == 2)
        #expect(try send("POST", base + "/roadmap/advance").status == 409)
        #expect(try send("POST", base + "/roadmap/advance", ["step_index": 9]).status == 422)
    }

    @Test func `conversations with the mentor are kept`() throws {
        let made = try send(
            "POST", base + "/sessions",
            ["transcript": [["role": "user", "content": "Why?"]], "concepts_covered": ["loops"]])
        #expect(made.status == 201)
        let id = try #require(made.json["id"]?.string)
        let more = try send(
            "POST", base + "/sessions/\(id)/entries", ["entries": [["role": "mentor", "content": "What do you see?"]]])
        #expect(more.json["transcript"]?.array?.count == 2)
        #expect(try send("GET", base + "/sessions/\(id)").json == more.json)
        #expect(try send("GET", base + "/sessions").json["items"] == [more.json])
        #expect(
            try send("POST", base + "/sessions", ["transcript": [["role": "system", "content": ""]]]).status == 422)
    }

    @Test func `a choice is asked for and made`() throws {
        let asked = try send("POST", base + "/choices", ["decision_context": "How should we store sessions?"])
        #expect(asked.status == 200)
        let choice = try RunningServer.wait(for: "the choice") {
            try send("GET", base + "/choices").json["items"]?.array?.first
        }
        let id = try #require(choice["choice_id"]?.string)
        let option = try #require(choice["options"]?[0]?["id"]?.string)
        #expect(
            try send("POST", "/v1/choices/\(id)/select", ["option_id": .string(option)]).json["selected"]
                == .string(option))
        #expect(try send("POST", "/v1/choices/\(id)/select", ["option_id": "none of them"]).status == 422)
    }

    @Test func `patterns are found by a text`() throws {
        let found = try send("POST", "/v1/patterns/match", ["query": "an online shop with a cart", "match_count": 3])
        #expect(found.json["matches"]?.array?.count == 3)
        #expect(try send("POST", "/v1/patterns/match", ["query_embedding": [1, 2]]).status == 422)
        #expect(try send("POST", "/v1/patterns/match", [:]).status == 422)
    }

    @Test func `a finding is dismissed and shown again`() throws {
        let finding: JSONValue = ["identity": "abc", "rule_id": "eval/python-eval", "path": "a.py"]
        #expect(try send("PUT", base + "/dismissals", finding).status == 204)
        #expect(try send("PUT", base + "/dismissals", finding).status == 204)
        #expect(try send("GET", base + "/dismissals").json["total"] == 1)
        #expect(try send("DELETE", base + "/dismissals?identity=abc&path=a.py").status == 204)
        #expect(try send("GET", base + "/dismissals").json["total"] == 0)
    }

    @Test func `what changes in a project is told to whoever follows it`() throws {
        let connection = try server.connect()
        connection.send("GET", base + "/stream", headers: ["authorization": "Bearer \(token)"])
        #expect(try connection.receiveHead().status == 200)
        var reader = EventReader(connection)
        #expect(try reader.next()?.event == "reload")
        _ = try send("PUT", base + "/files/a.txt", ["content": "text"])
        let change = try #require(try reader.next())
        #expect(change.event == "change")
        #expect(change.data["table"] == "project_files")
        #expect(change.data["operation"] == "insert")
    }
}
