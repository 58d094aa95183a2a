import Models
import TestSupport
import Testing

@testable import Agents

@Suite struct GitHubExportTests {
    @Test(arguments: [[String](), ["--bare-create"]])
    func `an exported project clones as the same files in one commit`(options: [String]) async throws {
        let server = try options.isEmpty ? GitHubServer() : GitHubServer(options[0])
        let response = try await server.exporter().export(try exportFiles(), to: "dog-walkers", title: "Dog walkers")
        let clone = try server.clone("dog-walkers")
        #expect(clone.files == exportedFiles)
        #expect(clone.commits == [response.commitSHA])
        #expect(response.repoURL == "https://github.com/ada/dog-walkers")
        #expect(response.filesPushed == exportedFiles.count)
    }

    @Test func `faults that pass are tried again`() async throws {
        let server = try GitHubServer("--fail", "POST:/git/blobs:2:502", "--fail", "POST:/git/trees:1:429")
        _ = try await server.exporter().export(try exportFiles(), to: "again", title: "Again")
        #expect(try server.clone("again").files == exportedFiles)
    }

    @Test func `a failure says what exists, and a second export finishes it`() async throws {
        // Four tries of the tree fail, which ends the first export; the second one's succeed.
        let server = try GitHubServer("--fail", "POST:/git/trees:4:500")
        let failure = await #expect(throws: GitHubExportFailure.self) {
            try await server.exporter().export(try exportFiles(), to: "half", title: "Half")
        }
        #expect(failure?.code == "provider_unavailable")
        #expect(failure?.progress.repositoryURL == "https://github.com/ada/half")
        #expect(failure?.progress.blobs == exportedFiles.count)
        #expect(failure?.progress.commit == nil)
        #expect(failure?.description.contains("https://github.com/ada/half exists with 6 of 6 files") == true)

        let response = try await server.exporter().export(try exportFiles(), to: "half", title: "Half")
        let clone = try server.clone("half")
        #expect(clone.files == exportedFiles)
        #expect(clone.commits == [response.commitSHA])
    }

    @Test func `a repository with somebody's commits is left alone`() async throws {
        let server = try GitHubServer()
        let first = try await server.exporter().export(try exportFiles(), to: "taken", title: "Taken")
        let other = [GitHubExporter.File(path: try ProjectPath(validating: "x.txt"), content: "x")]
        let failure = await #expect(throws: GitHubExportFailure.self) {
            try await server.exporter().export(other, to: "taken", title: "Other")
        }
        #expect(failure?.code == "conflict")
        #expect(try server.clone("taken").commits == [first.commitSHA])
    }

    @Test func `a refused token is named as such and never shown`() async throws {
        let server = try GitHubServer()
        let failure = await #expect(throws: GitHubExportFailure.self) {
            try await server.exporter(token: "ghp_very-secret").export(try exportFiles(), to: "no", title: "No")
        }
        #expect(failure?.code == "forbidden")
        #expect(failure.map { String(reflecting: $0).contains("very-secret") } == false)
        #expect(failure?.progress.repositoryURL == nil)
    }

    @Test func `no server, no files and no token are said clearly`() async throws {
        let nowhere = GitHubExporter(
            address: try GitHubAddress(validating: "http://127.0.0.1:1"), token: Secret("t"), firstPause: 0.01)
        await #expect(throws: GitHubExportFailure.self) {
            try await nowhere.export(try exportFiles(), to: "a", title: "A")
        }
        let server = try GitHubServer()
        let empty = await #expect(throws: GitHubExportFailure.self) {
            try await server.exporter().export([], to: "a", title: "A")
        }
        #expect(empty?.code == "invalid_input")
        let tokenless = await #expect(throws: GitHubExportFailure.self) {
            try await server.exporter(token: "").export(try exportFiles(), to: "a", title: "A")
        }
        #expect(tokenless?.code == "invalid_input")
    }

    @Test(arguments: [
        "http://api.github.com", "ftp://api.github.com", "api.github.com", "", "https://user:word@example.org",
        "https://example.org?x=1", "http://127.0.0.1.example.org",
    ])
    func `an address that would leak the token is refused`(text: String) {
        #expect(throws: GitHubExportFailure.self) { try GitHubAddress(validating: text) }
    }

    @Test(arguments: ["https://api.github.com", "https://github.example.org/api/v3/", "http://localhost:8080"])
    func `an address over TLS or on this machine is taken`(text: String) throws {
        #expect(!(try GitHubAddress(validating: text)).text.hasSuffix("/"))
    }
}
