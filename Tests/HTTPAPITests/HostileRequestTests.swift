import Foundation
import JSON
import JWTKit
import Models
import TestSupport
import Testing

/// Requests of somebody who means harm: refused with the right status, and nothing is told in the answer or the log.
@Suite struct HostileRequestTests {
    private let server: RunningServer
    private let user = RowID.random()
    private let token: String
    private let stranger: String
    private let project: String

    init() async throws {
        server = try RunningServer(["--request-timeout", "2"])
        token = try await TestToken.of(user)
        stranger = try await TestToken.of(.random())
        let made = try server.send("POST", "/v1/projects", as: token, ["title": "Private walks"])
        project = try #require(made.json["id"]?.string)
    }

    private var base: String { "/v1/projects/\(project)" }

    /// What must stand in no answer and no log.
    private func expectSilence(_ texts: String..., in reply: HTTPReply) {
        for text in texts + [RunningServer.secret, server.database, "sqlite", "GRDB", "Private walks", ".swift"] {
            #expect(!reply.text.contains(text), "the answer holds \(text)")
            #expect(!server.log.contains(text), "the log holds \(text)")
        }
    }

    @Test func `forged, expired and foreign tokens are refused`() async throws {
        func token(_ change: (inout TestToken) -> Void, secret: String = RunningServer.secret) async throws -> String {
            var token = TestToken(user)
            change(&token)
            return try await token.signed(with: secret)
        }
        let none = TestToken.base64(#"{"alg":"none","typ":"JWT"}"#)
        let claims = TestToken.base64(JSONValue.object(TestToken(user).claims).serialized)
        let valid = try await TestToken.of(user)
        let parts = valid.split(separator: ".")
        var other = TestToken(.random())
        other.claims["sub"] = .string(RowID.random().text)
        let attacks: [(String, String)] = [
            ("no signature", "\(none).\(claims)."),
            ("none with a signature", "\(none).\(claims).\(parts[2])"),
            ("None in capitals", TestToken.base64(#"{"alg":"NONE"}"#) + ".\(claims)."),
            ("other secret", try await token({ _ in }, secret: "another-secret-of-32-bytes-or-more-than-that")),
            ("empty secret", try await token({ _ in }, secret: "")),
            ("expired", try await token { $0.claims["exp"] = 1_000_000 }),
            ("no end", try await token { $0.claims["exp"] = nil }),
            ("end is a text", try await token { $0.claims["exp"] = "9999999999" }),
            ("not yet", try await token { $0.claims["nbf"] = 9_999_999_999 }),
            ("other audience", try await token { $0.claims["aud"] = "anon" }),
            ("no audience", try await token { $0.claims["aud"] = nil }),
            ("no user", try await token { $0.claims["sub"] = nil }),
            ("user is SQL", try await token { $0.claims["sub"] = "' or 1=1 --" }),
            ("other claims", "\(parts[0]).\(TestToken.base64(JSONValue.object(other.claims).serialized)).\(parts[2])"),
            ("HS512", try await token { $0.header["alg"] = "HS512" }),
            ("critical header", try await token { $0.header["crit"] = ["exp"] }),
            ("RS256 by name", try await token { $0.header["alg"] = "RS256" }),
            ("ES256 by name", try await token { $0.header["alg"] = "ES256" }),
            ("two parts", "\(parts[0]).\(parts[1])"),
            ("garbage", "a.b.c"),
            (
                "key in the header",
                try await token {
                    $0.header["jwk"] = ["kty": "oct", "k": "AAAA"]; $0.header["alg"] = "none"
                }
            ),
            ("huge", String(repeating: "A", count: 10_000)),
        ]
        for (name, attack) in attacks {
            let reply = try server.send("GET", "/v1/profiles/me", as: attack)
            #expect(reply.status == 401, "\(name)")
            #expect(reply.code == "unauthenticated", "\(name)")
            #expect(reply.headers["www-authenticate"] == "Bearer error=\"invalid_token\"", "\(name)")
            expectSilence(attack, in: reply)
        }
        #expect(try server.send("GET", "/v1/profiles/me", as: nil).status == 401)
    }

    @Test func `a role in a token raises nobody`() async throws {
        for role: JSONValue in ["service_role", "postgres", "anon", "supabase_admin", ["authenticated"]] {
            var token = TestToken(user)
            token.claims["role"] = role
            let reply = try server.send(
                "GET", "/v1/profiles/me", as: try await token.signed(with: RunningServer.secret))
            #expect(reply.status == 403)
            #expect(reply.code == "forbidden")
        }
    }

    @Test func `what is somebody else's does not exist`() throws {
        _ = try server.send("PUT", base + "/files/a.txt", as: token, ["content": "Private text"])
        let job = try server.send(
            "POST", "/v1/run-agent", as: token,
            [
                "project_id": .string(project), "agent_type": "roadmap",
                "input_context": ["skill_level": "beginner"],
            ])
        let id = try #require(job.json["job_id"]?.string)
        let context: JSONValue = ["user_idea": "A CRM for dog walkers"]
        let requests: [(String, String, JSONValue?)] = [
            ("GET", base, nil), ("PATCH", base, ["title": "Mine"]), ("DELETE", base, nil),
            ("GET", base + "/files", nil), ("GET", base + "/files/a.txt", nil),
            ("PUT", base + "/files/b.txt", ["content": "x"]),
            ("POST", base + "/files", ["saves": [["path": "b.txt", "content": "x"]]]),
            ("POST", base + "/file-contents", ["paths": ["a.txt"]]),
            ("GET", base + "/roadmap", nil), ("GET", base + "/sessions", nil), ("GET", base + "/choices", nil),
            ("GET", base + "/dismissals", nil), ("GET", base + "/stream", nil),
            ("PUT", base + "/dismissals", ["identity": "a", "rule_id": "b"]),
            ("GET", "/v1/jobs/\(id)", nil), ("GET", "/v1/jobs/\(id)/stream", nil),
            ("POST", "/v1/jobs/\(id)/cancel", nil), ("GET", "/v1/jobs/\(project)/list", nil),
            ("POST", "/v1/jobs/\(id)/respond", ["responses": [["question_id": "q", "answer": "a"]]]),
            ("POST", "/v1/choices/\(id)/select", ["option_id": "a"]),
            ("POST", "/v1/run-pipeline", ["project_id": .string(project), "input_context": context]),
            ("POST", base + "/export/github", ["repo_name": "mine", "github_token": "ghp_stolen"]),
        ]
        for (method, target, body) in requests {
            let foreign = try server.send(method, target, as: stranger, body)
            #expect(foreign.status == 404, "\(method) \(target)")
            // As for a row that never was.
            let missing = target.replacing(project, with: RowID.random().text).replacing(id, with: RowID.random().text)
            if missing != target {
                #expect(try server.send(method, missing, as: stranger, body).status == foreign.status)
            }
            expectSilence("Private text", "ghp_stolen", in: foreign)
        }
        #expect(try server.send("GET", base, as: token).json["title"] == "Private walks")
        #expect(try server.send("GET", "/v1/projects", as: stranger).json["total"] == 0)
    }

    @Test func `paths out of the project are refused`() throws {
        for path in [
            "..%2F..%2Fetc%2Fpasswd", "../../etc/passwd", "%2Fetc%2Fpasswd", "a/../../b", "a//b", "./a", ".git/config",
            ".codeforge/config.json", "C:%5Ca", "a%5C..%5Cb", "a%00b", "a%0Ab", "%2e%2e/x",
        ] {
            for method in ["GET", "PUT"] {
                let reply = try server.send(
                    method, base + "/files/" + path, as: token, method == "PUT" ? ["content": "x"] : nil)
                #expect(reply.status == 422, "\(method) \(path)")
                #expect(reply.code == "invalid_input")
                expectSilence("root:", in: reply)
            }
        }
        let batch = try server.send(
            "POST", base + "/files", as: token, ["saves": [["path": "../a", "content": "x"]]])
        #expect(batch.status == 422)
        #expect(try server.send("GET", base + "/files/%ff", as: token).status == 422)
    }

    @Test func `SQL in every field is a text like any other`() throws {
        let attack = "'; drop table projects; --"
        let made = try server.send(
            "POST", "/v1/projects", as: token,
            ["title": .string(attack), "description": .string(attack), "tech_stack": [.string(attack)]])
        #expect(made.json["title"] == .string(attack))
        let encoded = "%27%3B%20drop%20table%20projects%3B%20--"
        #expect(
            try server.send("PUT", base + "/files/\(encoded)", as: token, ["content": .string(attack)]).status == 201)
        #expect(try server.send("PATCH", "/v1/profiles/me", as: token, ["username": .string(attack)]).status == 200)
        for target in [
            "/v1/jobs/\(encoded)", "/v1/projects/\(encoded)", "/v1/profiles/\(encoded)",
            "/v1/projects?limit=\(encoded)", "/v1/projects?offset=1%3B--", "/v1/projects?limit=0",
            "/v1/projects?limit=101", "/v1/projects?limit=1&limit=2",
        ] {
            #expect(try server.send("GET", target, as: token).status == 422, "\(target)")
        }
        let matched = try server.send(
            "POST", "/v1/patterns/match", as: token, ["query": "shop", "filter_type": .string(attack)])
        #expect(matched.json["matches"] == [])
        #expect(try server.send("GET", "/v1/projects", as: token).json["total"] == 2)
    }

    @Test func `bodies that are too large, too slow or no JSON are refused`() throws {
        let large = try server.connect()
        large.send(
            "POST /v1/projects HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(token)\r\ncontent-length: 99999999\r\n\r\n{"
        )
        #expect(try large.receive().status == 413)
        #expect(large.isClosed(within: .seconds(30)))

        let chunked = try server.connect()
        chunked.send(
            "POST /v1/projects HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(token)\r\ntransfer-encoding: chunked\r\n\r\n"
        )
        let part = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        for _ in 0..<10 { chunked.send(Array("100000\r\n".utf8) + part + Array("\r\n".utf8)) }
        #expect(try chunked.receive().status == 413)

        // These two run out of time beside the one that does not.
        let slow = try server.connect()
        slow.send(
            "POST /v1/projects HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(token)\r\ncontent-length: 20\r\n\r\n{\"a\""
        )
        let silent = try server.connect()
        silent.send("GET /v1/projects HTTP/1.1\r\nhost:")
        // Longer than the time for a request, but much of it came: that is a slow line.
        let content = "{\"content\":\"" + String(repeating: "x", count: 100_000) + "\"}"
        let steady = try server.connect()
        steady.send(
            "PUT \(base)/files/slow.txt HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(token)\r\n"
                + "content-length: \(content.utf8.count)\r\n\r\n\(content.prefix(80_000))")
        usleep(4_000_000)
        steady.send(String(content.dropFirst(80_000)))
        #expect(try steady.receive().status == 201)

        let late = try slow.receive()
        #expect(late.status == 408)
        #expect(late.code == "timeout")
        #expect(silent.isClosed(within: .seconds(60)))

        for body in ["", "{", "[]", "null", "{\"title\":\"a\",}", "\u{FEFF}{}", "{\"title\":\"a\\u0000b\"}"] {
            let connection = try server.connect()
            connection.send(
                "POST", "/v1/projects",
                headers: ["authorization": "Bearer \(token)", "content-type": "application/json"],
                body: Array(body.utf8))
            let reply = try connection.receive()
            #expect([400, 422].contains(reply.status), "\(body)")
            expectSilence(in: reply)
        }
        let connection = try server.connect()
        connection.send(
            "POST", "/v1/projects", headers: ["authorization": "Bearer \(token)", "content-type": "text/xml"],
            body: Array("<a/>".utf8))
        #expect(try connection.receive().status == 415)
        let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
        let nested = try server.connect()
        nested.send("POST", "/v1/projects", headers: ["authorization": "Bearer \(token)"], body: Array(deep.utf8))
        #expect(try nested.receive().status == 400)
    }

    @Test func `smuggled requests are refused`() throws {
        let heads = [
            "content-length: 5\r\ntransfer-encoding: chunked", "content-length: 5\r\ncontent-length: 6",
            "transfer-encoding: xchunked", "content-length: -1", "content-length: 0x5", "transfer-encoding : chunked",
        ]
        for head in heads {
            let connection = try server.connect()
            connection.send(
                "POST /v1/projects HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(token)\r\n\(head)\r\n\r\n0\r\n\r\n"
                    + "GET /metrics HTTP/1.1\r\nhost: a\r\n\r\n")
            let reply = try connection.receive()
            #expect(reply.status == 400, "\(head)")
            // The second request was never read as one.
            #expect(connection.isClosed(within: .seconds(60)), "\(head)")
        }
        let two = try server.connect()
        two.send(
            "GET /v1/profiles/me HTTP/1.1\r\nhost: a\r\nauthorization: Bearer \(stranger)\r\n"
                + "authorization: Bearer \(token)\r\n\r\n")
        #expect(try two.receive().status == 401)
        for hosts in ["", "host: a\r\nhost: b\r\n", "host: a\r\nHOST: a\r\n"] {
            let connection = try server.connect()
            connection.send("GET /v1/profiles/me HTTP/1.1\r\n\(hosts)authorization: Bearer \(token)\r\n\r\n")
            #expect(try connection.receive().status == 400, "\(hosts)")
        }
        let alive = try server.connect()
        alive.send("GET /healthz HTTP/1.0\r\n\r\n")
        #expect(try alive.receive().status == 200)
        let many = try server.connect()
        many.send("GET /healthz HTTP/1.1\r\nhost: a\r\n" + String(repeating: "x-a: b\r\n", count: 500) + "\r\n")
        #expect(try many.receive().status >= 400)
        let long = try server.connect()
        long.send("GET /healthz HTTP/1.1\r\nhost: a\r\nx-a: \(String(repeating: "a", count: 200_000))\r\n\r\n")
        #expect(try long.receive().status >= 400)
        #expect(try server.send("POST", "/v1/projects/x", as: token, [:]).status == 405)
        #expect(try server.send("GET", "/v2/projects", as: token).status == 404)
    }

    @Test func `a token never stands in the log`() throws {
        _ = try server.send("GET", "/v1/projects", as: token)
        _ = try server.send("GET", "/v1/projects?access_token=\(token)", as: token)
        let lines = server.log.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            #expect((try? JSONValue(parsing: String(line)))?["time"] != nil, "\(line)")
            #expect(!line.contains(token))
        }
    }
}
