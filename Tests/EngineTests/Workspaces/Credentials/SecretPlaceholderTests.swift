import TestSupport
import Testing

@testable import Engine

/// Secrets are out of a text before it leaves, and back in what comes.
@Suite struct SecretPlaceholderTests {
    @Test func `of a thousand planted secrets none is left, and each comes back`() throws {
        var composer = SecretComposer(seed: 20_261_127)
        var planted = 0
        while planted < 1_000 {
            let before = composer.made.count
            let files = PlantedSecret.all(times: 1, &composer)
            let secrets = composer.made.dropFirst(before)
            planted += secrets.count
            for file in files {
                var placeholders = SecretPlaceholders()
                // Nothing of a credential file goes.
                guard let text = placeholders.hide(file.content, path: file.path) else { continue }
                for secret in secrets where file.content.contains(secret) {
                    #expect(!text.contains(secret), "\(file.path)")
                }
                #expect(placeholders.restore(text) == file.content, "\(file.path)")
            }
        }
    }

    @Test func `the same secret has one placeholder in all texts, and what surrounds it stays`() throws {
        var composer = SecretComposer(seed: 7)
        let token = composer.github()
        var placeholders = SecretPlaceholders()
        let code = placeholders.hide("const client = new Octokit({ auth: \"\(token)\" });\n", path: "a.ts")
        #expect(code == "const client = new Octokit({ auth: \"CODEFORGE_SECRET_1\" });\n")
        #expect(placeholders.hide("My token is \(token), use it.", path: "text.md")?.contains(token) == false)
        #expect(placeholders.hide("nothing here", path: "b.ts") == "nothing here")
        #expect(placeholders.restore("x = \"CODEFORGE_SECRET_1\"") == "x = \"\(token)\"")
        #expect(placeholders.hasUnknown(in: "CODEFORGE_SECRET_9"))
        #expect(!placeholders.hasUnknown(in: "CODEFORGE_SECRET_1"))
    }

    @Test func `of a credential file nothing goes, and a private key goes as one word`() {
        var composer = SecretComposer(seed: 8)
        var placeholders = SecretPlaceholders()
        #expect(placeholders.hide("TOKEN=\(composer.github())\n", path: ".env") == nil)
        let key = composer.privateKey()
        let text = placeholders.hide("const pem = `\(key)`;\nconst next = 1;\n", path: "pem.js")
        #expect(text?.contains("PRIVATE KEY") == false)
        #expect(text?.contains("const next = 1;") == true)
    }

    @Test func `a text whose own words look like placeholders comes back as it was`() throws {
        var composer = SecretComposer(seed: 9)
        var placeholders = SecretPlaceholders()
        let code = "mark = \"CODEFORGE_SECRET_1\"\ntoken = \"\(composer.github())\"\n"
        let sent = placeholders.hide(code, path: "a.py")
        let hidden = try #require(sent)
        #expect(placeholders.restore(hidden) == code)
        #expect(!placeholders.hasUnknown(in: hidden))
    }

    @Test(arguments: [
        "postgres://u:realpw9@db.example.com/x", "https://deploy:Zk8vQ2nL@localhost/repo.git",
        "redis://:Wurst4All@cache.test:6379/0",
    ])
    func `the password of an address does not go, whatever its host`(address: String) throws {
        var placeholders = SecretPlaceholders()
        let sent = placeholders.hide("url = \"\(address)\"\n", path: "a.py")
        let hidden = try #require(sent)
        #expect(hidden.contains("CODEFORGE_SECRET_1@") || hidden.contains("\"CODEFORGE_SECRET_1\""))
        #expect(placeholders.restore(hidden) == "url = \"\(address)\"\n")
        var others = SecretPlaceholders()
        let plain = "url = \"postgres://user:password@localhost/x\"\n"
        #expect(others.hide(plain, path: "a.py") == plain)
    }
}
