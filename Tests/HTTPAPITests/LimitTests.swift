import JSON
import Models
import TestSupport
import Testing

/// How much one user gets, how the server tells how it is, and how it ends.
@Suite struct LimitTests {
    @Test func `sixty requests a minute, each user by themselves`() async throws {
        let server = try RunningServer(limit: 60)
        let token = try await TestToken.of(.random())
        for _ in 0..<60 { #expect(try server.send("GET", "/v1/projects", as: token).status == 200) }
        let refused = try server.send("GET", "/v1/projects", as: token)
        #expect(refused.status == 429)
        #expect(refused.code == "rate_limited")
        let seconds = try #require(refused.headers["retry-after"].flatMap { Int($0) })
        #expect((1...60).contains(seconds))
        #expect(try server.send("GET", "/v1/projects", as: try await TestToken.of(.random())).status == 200)
        #expect(try server.send("GET", "/healthz", as: nil).status == 200)
        for _ in 0..<60 { _ = try server.send("GET", "/v1/projects", as: "a.b.c") }
        #expect(try server.send("GET", "/v1/projects", as: "a.b.c").status == 429)
    }

    @Test func `health, readiness, figures and identities of requests`() async throws {
        let server = try RunningServer()
        #expect(try server.send("GET", "/healthz", as: nil).json == ["status": "ok"])
        #expect(try server.send("GET", "/readyz", as: nil).json == ["status": "ok"])
        let token = try await TestToken.of(.random())
        let named = try server.send("GET", "/v1/projects", as: token, headers: ["x-request-id": "abc-1"])
        #expect(named.headers["x-request-id"] == "abc-1")
        let strange = try server.send("GET", "/v1/projects", as: token, headers: ["x-request-id": "a b\"c"])
        #expect(strange.headers["x-request-id"]?.count == 36)
        #expect(server.log.contains("abc-1"))
        let figures = try server.send("GET", "/metrics", as: nil)
        #expect(
            figures.text.contains(#"codeforge_http_requests_total{method="GET",route="/v1/projects",status="200"} 2"#))
        #expect(figures.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
    }

    @Test func `an answer to HEAD has no body, and the connection stays in step`() async throws {
        let server = try RunningServer()
        let token = try await TestToken.of(.random())
        let connection = try server.connect()
        for (target, status) in [("/v1/projects", 405), ("/nowhere", 404), ("/v1/projects/x", 405)] {
            connection.send("HEAD", target, headers: ["authorization": "Bearer \(token)"])
            #expect(try connection.receiveHead().status == status)
            connection.send("GET", "/v1/projects", headers: ["authorization": "Bearer \(token)"])
            #expect(try connection.receive().json["total"] == 0, "after HEAD \(target)")
        }
    }

    @Test func `told to end, the server ends its streams and itself`() async throws {
        let server = try RunningServer(environment: ["CODEFORGE_WORKER": "/nonexistent"])
        let token = try await TestToken.of(.random())
        let project = try #require(
            try server.send("POST", "/v1/projects", as: token, ["title": "Walks"]).json["id"]?.string)
        let job = try server.send(
            "POST", "/v1/run-agent", as: token,
            [
                "project_id": .string(project), "agent_type": "research",
                "input_context": ["user_idea": "A CRM for dog walkers"],
            ])
        let id = try #require(job.json["job_id"]?.string)
        let stream = try server.connect()
        stream.send("GET", "/v1/jobs/\(id)/stream", headers: ["authorization": "Bearer \(token)"])
        #expect(try stream.receiveHead().status == 200)
        var reader = EventReader(stream)
        server.terminate()
        #expect(try reader.next() == nil)
        #expect(server.exitCode() == 0)
    }

    @Test func `a stream without news shows that it is alive`() async throws {
        let server = try RunningServer(["--heartbeat", "1"])
        let token = try await TestToken.of(.random())
        let project = try #require(
            try server.send("POST", "/v1/projects", as: token, ["title": "Walks"]).json["id"]?.string)
        let stream = try server.connect()
        stream.send("GET", "/v1/projects/\(project)/stream", headers: ["authorization": "Bearer \(token)"])
        _ = try stream.receiveHead()
        var text = ""
        while !text.contains(": alive\n\n") {
            let chunk = try #require(try stream.receiveChunk(.now + ServerProcess.patience))
            text += String(decoding: chunk, as: UTF8.self)
        }
    }
}
