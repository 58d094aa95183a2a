import Foundation
import Models
import TestSupport
import Testing

@testable import Engine

/// What stands in tests and documentation of many projects and opens nothing, beside what could be real.
@Suite struct FalseAlarmTests {
    private func kinds(_ text: String, _ path: String) throws -> [String] {
        let path = try ProjectPath(validating: path)
        let bytes = Array(text.utf8)
        if let kind = CredentialFile.kind(of: path, bytes) { return [kind.description] }
        return SecretScan.places(in: bytes, path: path).map(\.kind)
    }

    private func token(_ claims: String, _ header: String = #"{"alg":"HS256","typ":"JWT"}"#) -> String {
        var random = SeededRandom(seed: UInt64(claims.utf8.count))
        let signature = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        return [Data(header.utf8), Data(claims.utf8), Data(signature)].map {
            $0.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }.joined(separator: ".")
    }

    @Test func `a web token that expired, or is about nobody in a test, is no secret; every other one is`() throws {
        let expired = token(#"{"iss":"https://accounts.corp.io","sub":"4815162342","exp":1437018592}"#)
        let toy = token(#"{"foo":"bar","iat":1659510608}"#)
        let next = Int(Date.now.timeIntervalSince1970) + 3600
        let live = [
            token(#"{"foo":"bar","exp":"1437018592"}"#), token(#"{"sub":"4815162342","name":"Hansi"}"#),
            token(#"{"iss":"supabase","ref":"qwkzpvxmd","role":"service_role"}"#),
            token(#"{"sub":"4815162342","exp":\#(next)}"#), token(#"{"user_id":7,"exp":1437018592000}"#),
            token(#"{"sub":"4815162342","exp":\#(next - 7_200)}"#),
        ]
        for path in ["tests/a_test.go", "src/main.ts", "README.md", "docs/use.rst"] {
            #expect(try kinds("const t = '\(expired)';\n", path) == [], "\(path)")
            for (number, token) in live.enumerated() where number > 0 {
                #expect(try !kinds("const t = '\(token)';\n", path).isEmpty, "\(path): \(number)")
            }
        }
        #expect(try kinds("const t = '\(toy)';\n", "tests/a.js") == [])
        #expect(try kinds("t = (\n  b'\(toy.prefix(40))'\n  b'\(toy.dropFirst(40))'\n)\n", "tests/a.py") == [])
        #expect(try !kinds("const t = '\(toy)';\n", "src/a.js").isEmpty, "what ships may accept it")
        #expect(try !kinds("const t = '\(live[0])';\n", "src/a.js").isEmpty)
    }

    @Test func `a description's examples are none, its other values and tokens are`() throws {
        var composer = SecretComposer(seed: 71)
        let (word, token) = (composer.word(22), composer.github())
        let head = "openapi: 3.0.3\npaths:\n  /token:\n    post:\n"
        let example = "      examples:\n        refresh:\n          value:\n            refresh_token: \(word)\n"
        #expect(try kinds(head + example, "openapi.yaml") == [])
        let json = "{\n  \"openapi\": \"3.1.0\",\n  \"example\": {\n    \"refresh_token\": \"\(word)\"\n  }\n}\n"
        #expect(try kinds(json, "api.json") == [])
        #expect(try !kinds(head + "      x-login:\n        refresh_token: \(word)\n", "openapi.yaml").isEmpty)
        #expect(try !kinds(head + example.replacing(word, with: token), "openapi.yaml").isEmpty)
        // The same without the word that says what it is.
        #expect(try kinds("refresh_token: \(word)\n", "tokens.yaml") == ["OAuth tokens"])
    }

    @Test func `what standards, providers and tools publish is no secret`() throws {
        var composer = SecretComposer(seed: 72)
        let stripe = "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc"
        #expect(try kinds("stripe.api_key = '\(stripe)'\n", "app.py") == [])
        #expect(try !kinds("stripe.api_key = 'sk_test_\(composer.word(24))'\n", "app.py").isEmpty)
        #expect(try kinds("assert r == {'access_token': '2YotnFZFEjr1zCsicMWpAA'}\n", "tests/t.py") == [])
        let beginning = "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj"
        func pem(_ first: String) -> String {
            "-----BEGIN PRIVATE" + " KEY-----\n\(first)\n\(composer.base64(64))\n-----END PRIVATE" + " KEY-----\n"
        }
        #expect(try kinds("const KEY = `\(pem(beginning))`;\n", "test/sign.ts") == [])
        #expect(try kinds(pem(beginning), "test/keys/a") == [])
        #expect(try !kinds(pem(beginning.dropLast(10) + composer.word(10)), "test/keys/a").isEmpty)
        #expect(try !kinds("const KEY = `\(pem(composer.base64(64)))`;\n", "test/sign.ts").isEmpty)
        // A real one after the published one.
        #expect(try !kinds(pem(beginning) + pem(composer.base64(64)), "src/keys.py").isEmpty)
    }

    @Test func `logins of examples are none, and logins that somebody chose are`() throws {
        var composer = SecretComposer(seed: 73)
        func basic(_ login: String) -> String { "Basic \(Data(login.utf8).base64EncodedString())" }
        for login in [
            "admin:password", "Username:Password", "example-username:example-password", "имя:пароль", "a:test123",
        ] {
            #expect(try kinds("h = {'Authorization': '\(basic(login))'}\n", "src/a.py") == [], "\(login)")
        }
        for password in [composer.password(), composer.word(20)] {
            let text = "h = {'Authorization': '\(basic("ann:" + password))'}\n"
            #expect(try !kinds(text, "tests/a.py").isEmpty, "\(password)")
        }
        for address in ["http://darin:nothin@www.apple.com:42/dir/", "http://user:pass%23pass@complex.url.com/path"] {
            #expect(try kinds("check(\"\(address)\")\n", "tests/url_test.py") == [], "\(address)")
        }
        let address = "https://ann:\(composer.password())@git.corp.io/a.git"
        #expect(try !kinds("check(\"\(address)\")\n", "tests/url_test.py").isEmpty)
        // What a person writes about is no example.
        #expect(try !kinds("Use postgres://ann:somebody@db.corp.io/app", "text.md").isEmpty)
        #expect(try kinds("environment:\n  - ADMIN_PASSWORD=test123\n", "docker-compose.yml") == [])
        #expect(try !kinds("environment:\n  - ADMIN_PASSWORD=\(composer.password())\n", "docker-compose.yml").isEmpty)
        let manifest =
            "apiVersion: v1\nkind: Secret\nstringData:\n  provider: postgresql\n  username: user\n  password: "
        #expect(try kinds(manifest + "pass\n", "k8s/db.yml") == [])
        #expect(try kinds(manifest + composer.password() + "\n", "k8s/db.yml") == ["Kubernetes Secret"])
    }
}
