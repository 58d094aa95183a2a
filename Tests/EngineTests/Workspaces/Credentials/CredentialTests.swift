import Foundation
import Models
import TestSupport
import Testing

@testable import Engine

@Suite struct CredentialTests {
    private func file(_ path: String, _ content: String) throws -> ProjectFile {
        ProjectFile(
            info: ProjectFileInfo(
                id: .random(), projectID: .random(), path: try ProjectPath(validating: path), language: nil, version: 1,
                createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0)),
            content: content)
    }

    @Test func `credential files of every shape are told by name and content, code that holds a secret is not`() throws
    {
        var composer = SecretComposer(seed: 1)
        let planted = PlantedSecret.all(times: 3, &composer)
        #expect(PlantedSecret.shapeCount >= 100 && planted.count >= 300)
        for secret in planted {
            let kind = CredentialFile.kind(of: try ProjectPath(validating: secret.path), Array(secret.content.utf8))
            #expect(
                (kind != nil) == secret.isCredentialFile,
                "\(secret.path): \(kind?.description ?? "none"): \(secret.content)")
            #expect((kind?.staysAtHomeByCustom ?? false) == secret.isUntold, "\(secret.path)")
        }
    }

    @Test func `an environment is told by its name whatever stage and whatever copy it is`() throws {
        let names = [
            "env.prod", "env.production", "env.local", "env.staging.local", "app.env.production", "production.env.bak",
            ".env~", ".env.swp", ".prod.env.swp", "prod.env~", "prod.env.old", "#.env#", "prod.env copy", ".env.1",
            "ENV.PROD", ".netrc~", ".netrc.bak", "id_rsa.old", "config/.git-credentials.save", "a.p12.bak",
        ]
        for name in names {
            let path = try ProjectPath(validating: "api/\(name)")
            #expect(CredentialFile.kind(of: path, []) != nil, "\(name)")
        }
        for name in [
            "env.ts", "env.d.ts", "env.py", "env.test.js", "environment.md", "env.sh", "env.example",
            "env.prod.example",
            ".env.sample~", "env", "env.json", "events.prod", "prod.envelope", "notes.bak", "main.py.orig", "a.env.rb",
        ] {
            let path = try ProjectPath(validating: "api/\(name)")
            #expect(CredentialFile.kind(of: path, Array("PORT=3000\nNAME=shop\n".utf8)) == nil, "\(name)")
        }
    }

    @Test func `a file of variables is told by what is in it, and a program stays one`() throws {
        var composer = SecretComposer(seed: 6)
        let files = [
            ("env.sh", "#!/bin/sh\n# deploy\nexport TOKEN=\"\(composer.github())\"\n"),
            ("prod-secrets.sh", "set -a\nDB=\(composer.password())\nDB_PASSWORD=\(composer.password())\n"),
            ("setenv.bat", "@echo off\nREM keys\nset API_KEY=\(composer.hex(40))\n"),
            ("credentials.fish", "set -gx GITHUB_TOKEN \(composer.github())\n"),
            ("vars.ps1", "$env:TOKEN = \"\(composer.github())\"\n"),
            ("heroku", "PORT=1\nSECRET_KEY=\(composer.word(40))\n"),
            ("settings.prod", "REGION=eu\nSTRIPE=\(composer.stripe())\n"),
            ("env.txt", "API_TOKEN=\(composer.word(40))\n"),
            ("env.json", "{\"token\": \"\(composer.github())\"}\n"),
        ]
        for (name, text) in files {
            let kind = CredentialFile.kind(of: try ProjectPath(validating: name), Array(text.utf8))
            #expect(kind != nil, "\(name): \(text)")
        }
        for (name, text) in [
            ("deploy.sh", "export TOKEN=\(composer.github())\ncurl https://corp.io\n"),
            ("env.sh", "export TOKEN=\(composer.github())\nexec node server.js\n"),
            ("env.sh", "export PORT=3000\nexport TOKEN=\"$(cat /run/token)\"\n"),
            ("settings.prod", "REGION=eu\nSIZE=3\n"), ("heroku", "PORT=1\nSHA=\(composer.hex(40))\n"),
        ] {
            let kind = CredentialFile.kind(of: try ProjectPath(validating: name), Array(text.utf8))
            #expect(kind == nil, "\(name): \(text)")
        }
    }

    @Test func `no shape of a secret passes the gate, and no report holds it`() async throws {
        var composer = SecretComposer(seed: 2)
        let files = try PlantedSecret.all(times: 3, &composer).map { try file($0.path, $0.content) }
        let places = try await OutgoingCheck().places(in: files)
        let found = Set(places.map(\.path.text))
        for file in files { #expect(found.contains(file.path.text), "\(file.path): \(file.content.suffix(200))") }
        let report = RequestFailure(secrets: places)
        let told = report.message + "\(report.details)"
        for secret in composer.made { #expect(!told.contains(secret)) }
    }

    @Test func `no comment lets a secret through the gate`() async throws {
        var composer = SecretComposer(seed: 5)
        let comments = [
            ("py", "# nosec"), ("py", "# noqa: S105"), ("py", "# codeforge-ignore: secrets/known-token a test"),
            ("js", "// gitleaks:allow"), ("ts", "// eslint-disable-line"), ("go", "//nolint:gosec"),
            ("rb", "# pragma: allowlist secret"), ("yaml", "# nosemgrep"), ("sh", "# codeforge-ignore"),
        ]
        for (ending, comment) in comments {
            for token in [composer.github(), composer.awsKey(), composer.slack()] {
                let line = "TOKEN = \"\(token)\" \(comment)\n"
                let whole = "\(comment.prefix(2).trimmingCharacters(in: .whitespaces)) codeforge-ignore-file\n\(line)"
                for text in [line, whole] {
                    let places = try await OutgoingCheck().places(in: [file("src/a.\(ending)", text)])
                    #expect(places.count == 1, "\(text)")
                    let spans = SecretScan.spans(in: Array(text.utf8), path: try ProjectPath(validating: "a.\(ending)"))
                    #expect(!spans.isEmpty, "\(text)")
                }
            }
        }
    }

    @Test func `harmless look-alikes are mirrored and pass the gate`() async throws {
        let files = try HarmlessLookAlike.all(times: 3, seed: 3).map { try file($0.path, $0.content) }
        #expect(files.count >= 200)
        for file in files {
            let kind = CredentialFile.kind(of: file.path, Array(file.content.utf8))
            #expect(kind == nil, "\(file.path): \(kind?.description ?? ""): \(file.content)")
        }
        let places = try await OutgoingCheck().places(in: files)
        #expect(places.map(\.description) == [])
    }
}
