import Foundation
import JSON
import JWTKit
import Models
import TestSupport
import Testing

/// Tokens that are signed with a key pair whose public half is published.
@Suite struct KeySetTests {
    private static func jwk(_ key: ES256PrivateKey, id: String) throws -> JSONValue {
        let parameters = try #require(key.parameters)
        func url(_ text: String) -> JSONValue {
            .string(text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
        }
        return [
            "kty": "EC", "crv": "P-256", "kid": .string(id), "use": "sig", "alg": "ES256", "x": url(parameters.x),
            "y": url(parameters.y),
        ]
    }

    private static func signed(_ token: TestToken, with key: ES256PrivateKey) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: key)
        let algorithm = try await keys.getKey()
        return try token.signed { try algorithm.sign($0) }
    }

    @Test func `keys are read, read anew when they change, and taken for nothing else`() async throws {
        let site = try StaticSite()
        let (first, second) = (ES256PrivateKey(), ES256PrivateKey())
        let secretKey: JSONValue = [
            "kty": "oct", "kid": "shared", "alg": "HS256", "k": .string(TestToken.base64("published-by-mistake")),
        ]
        try site.write(["keys": [try Self.jwk(first, id: "one"), secretKey]], to: "jwks.json")
        let server = try RunningServer(
            environment: [
                "CODEFORGE_JWT_SECRET": "", "CODEFORGE_JWKS_URL": site.url("jwks.json"),
                "CODEFORGE_JWT_ISSUER": "https://id.example/auth/v1",
            ])
        func token(_ id: String, algorithm: String = "ES256", issuer: String = "https://id.example/auth/v1")
            -> TestToken
        {
            var token = TestToken(.random())
            token.header = ["alg": .string(algorithm), "typ": "JWT", "kid": .string(id)]
            token.claims["iss"] = .string(issuer)
            return token
        }
        func status(_ token: String) throws -> Int { try server.send("GET", "/v1/projects", as: token).status }

        #expect(try status(try await Self.signed(token("one"), with: first)) == 200)
        #expect(try status(try await Self.signed(token("one"), with: second)) == 401)
        #expect(try status(try await Self.signed(token("one", issuer: "https://evil.example"), with: first)) == 401)
        // The public key, or a shared secret that was published, taken for the secret of HS256.
        let published = try #require(try Self.jwk(first, id: "one")["x"]?.string)
        for secret in [published, "published-by-mistake", first.publicKey.pemRepresentation] {
            #expect(try status(try await token("one", algorithm: "HS256").signed(with: secret)) == 401)
            #expect(try status(try await token("shared", algorithm: "HS256").signed(with: secret)) == 401)
        }
        #expect(try status(try await TestToken.of(.random())) == 401)

        try site.write(["keys": [try Self.jwk(second, id: "two")]], to: "jwks.json")
        let rotated = try await Self.signed(token("two"), with: second)
        // An unknown key is asked for again after a pause.
        _ = try RunningServer.wait(for: "the new key") { try status(rotated) == 200 ? true : nil }
        #expect(try status(try await Self.signed(token("one"), with: first)) == 401)
    }

    @Test func `a server without keys or secret does not start`() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            BuiltProgram.folder + "/codeforge-server",
            ["serve", "--database-url", "sqlite:\(folder.path)/a.db", "--listen", "127.0.0.1:0"], in: folder.path,
            environment: ["CODEFORGE_JWT_SECRET": "", "CODEFORGE_JWKS_URL": ""])
        #expect(run.exitCode != 0)
        #expect(run.errors.contains("CODEFORGE_JWT_SECRET"))
    }
}
