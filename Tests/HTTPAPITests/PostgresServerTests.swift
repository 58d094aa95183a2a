import Foundation
import JSON
import Models
import TestSupport
import Testing

/// The server on PostgreSQL, with the login for users' requests that owns nothing and bypasses nothing.
@Suite struct PostgresServerTests {
    private let cluster: PostgresCluster
    private let database: String
    private let server: RunningServer

    init() throws {
        let cluster = try PostgresCluster.shared()
        let database = try cluster.makeDatabase()
        func url(_ user: String) -> String { Self.url(database, user, cluster) }
        let migrated = try CommandRun(
            BuiltProgram.folder + "/codeforge-server", ["migrate", "--database-url", url("postgres")], in: "/")
        guard migrated.exitCode == 0 else { throw HTTPConnection.Failure.malformed(migrated.errors) }
        (self.cluster, self.database) = (cluster, database)
        server = try RunningServer(database: url("codeforge_api"), service: url("codeforge_service"))
    }

    private static func url(_ database: String, _ user: String, _ cluster: PostgresCluster) -> String {
        "postgresql:///\(database)?host=\(cluster.folder)&user=\(user)"
    }

    @Test func `migrating again changes nothing`() throws {
        let again = try CommandRun(
            BuiltProgram.folder + "/codeforge-server",
            ["migrate", "--database-url", Self.url(database, "postgres", cluster)], in: "/")
        #expect(again.exitCode == 0)
        #expect(again.output.hasPrefix("up to date"))
    }

    @Test func `files by version, and what is somebody else's does not exist`() async throws {
        let (owner, stranger) = (try await TestToken.of(.random()), try await TestToken.of(.random()))
        let made = try server.send("POST", "/v1/projects", as: owner, ["title": "Walks"])
        let base = "/v1/projects/\(try #require(made.json["id"]?.string))"
        let file = base + "/files/src/walk.py"
        #expect(try server.send("PUT", file, as: owner, ["content": "one"]).status == 201)
        #expect(try server.send("PUT", file, as: owner, ["content": "two"]).status == 428)
        let seen = ["if-match": "\"1\""]
        #expect(try server.send("PUT", file, as: owner, ["content": "two"], headers: seen).headers["etag"] == "\"2\"")
        #expect(try server.send("PUT", file, as: owner, ["content": "three"], headers: seen).status == 412)
        for (method, target, body) in [
            ("GET", base, nil), ("DELETE", base, nil), ("GET", file, nil), ("GET", base + "/files", nil),
            ("PUT", base + "/files/b.txt", ["content": "x"]), ("PATCH", base, ["title": "Mine"]),
            ("GET", base + "/sessions", nil), ("GET", base + "/dismissals", nil), ("GET", base + "/stream", nil),
        ] as [(String, String, JSONValue?)] {
            #expect(try server.send(method, target, as: stranger, body).status == 404, "\(method) \(target)")
        }
        #expect(try server.send("GET", file, as: owner).json["content"] == "two")
        let named = try server.send("PATCH", "/v1/profiles/me", as: owner, ["username": "'; drop table projects; --"])
        #expect(named.status == 200)
        #expect(try server.send("PATCH", "/v1/profiles/me", as: stranger, ["username": "a\u{0}"]).status == 422)
    }

    @Test func `whoever is let go hears nothing more, and nobody after the end of their token`() async throws {
        let (owner, friend) = (RowID.random(), RowID.random())
        let token = try await TestToken.of(owner)
        let theirs = try await TestToken.of(friend)
        let made = try server.send("POST", "/v1/projects", as: token, ["title": "Walks"])
        let base = "/v1/projects/\(try #require(made.json["id"]?.string))"
        let job = try server.send(
            "POST", "/v1/run-agent", as: token,
            [
                "project_id": try #require(made.json["id"]), "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers"],
            ])
        let jobStream = "/v1/jobs/\(try #require(job.json["job_id"]?.string))/stream"
        _ = try server.send("GET", "/v1/profiles/me", as: theirs)
        #expect(
            try server.send("POST", base + "/members", as: token, ["user_id": .string(friend.text)]).status == 201)
        func open(_ target: String, _ token: String) throws -> EventReader {
            let stream = try server.connect()
            stream.send("GET", target, headers: ["authorization": "Bearer \(token)"])
            let head = try stream.receiveHead()
            #expect(head.status == 200 && head.headers["connection"] == "close", "it ends with its connection")
            return EventReader(stream)
        }
        var (project, jobs) = (try open(base + "/stream", theirs), try open(jobStream, theirs))
        var own = try open(base + "/stream", token)
        // Within the leeway of half a minute: a second of it is left.
        let short = try await TestToken(owner, expiresIn: -28).signed(with: RunningServer.secret)
        var ending = try open(base + "/stream", short)
        #expect(try server.send("DELETE", base + "/members/\(friend)", as: token).status == 204)
        #expect(try project.all().allSatisfy { $0.data["table"] != "project_files" })
        #expect(try jobs.all() == [])
        #expect(try server.send("PUT", base + "/files/a.txt", as: token, ["content": "a"]).status == 201)
        _ = try ending.all()
        var heard: [String] = []
        while heard.last != "project_files", let event = try own.next() {
            heard.append(event.data["table"]?.string ?? event.event)
        }
        #expect(heard.last == "project_files", "who may listen goes on")
    }

    @Test func `a stream goes on through a change of another connection, and ends with the job`() async throws {
        let token = try await TestToken.of(.random())
        let made = try server.send("POST", "/v1/projects", as: token, ["title": "Walks"])
        let job = try server.send(
            "POST", "/v1/run-agent", as: token,
            [
                "project_id": try #require(made.json["id"]), "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers"],
            ])
        let id = try #require(job.json["job_id"]?.string)
        let stream = try server.connect()
        stream.send("GET", "/v1/jobs/\(id)/stream", headers: ["authorization": "Bearer \(token)"])
        #expect(try stream.receiveHead().status == 200)
        #expect(try server.send("POST", "/v1/jobs/\(id)/cancel", as: token).json == ["status": "cancelled"])
        var reader = EventReader(stream)
        let events = try reader.all()
        #expect(events.map(\.event) == ["cancelled"])
        // Whoever has seen the end hears nothing more.
        let again = try server.connect()
        let last = try #require(events.last?.id)
        again.send(
            "GET", "/v1/jobs/\(id)/stream", headers: ["authorization": "Bearer \(token)", "last-event-id": last])
        _ = try again.receiveHead()
        var rest = EventReader(again)
        #expect(try rest.all() == [])
    }
}
