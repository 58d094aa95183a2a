import Foundation
import JSON
import TestSupport
import Testing

@Suite struct FixtureTests {
    @Test(arguments: try Fixture.all()) func `the server says what the fixture lists, and nothing else`(
        fixture: Fixture
    ) throws {
        var player = try FixturePlayer(fixture)
        try player.play()
    }

    @Test(arguments: try Fixture.all()) func `a fixture says what it is about and where that is specified`(
        fixture: Fixture
    ) {
        #expect(fixture.about.hasSuffix("."))
        #expect(fixture.spec.hasPrefix("https://") || fixture.spec.hasPrefix("ARCHITECTURE "))
    }

    @Test func `each advertised method and command has a fixture in which it succeeds`() throws {
        let server = try ServerProcess()
        let capabilities = try server.initialize(capabilities: [
            "textDocument": ["diagnostic": [:]],
            "workspace": [
                "textDocumentContent": [:],
                "fileOperations": ["willRename": true, "didCreate": true, "didRename": true, "didDelete": true],
            ],
        ])
        _ = try server.shutDown()
        let succeeded = Set(try Fixture.all().flatMap(succeeding))
        #expect(advertised(capabilities).filter { !succeeded.contains($0) }.sorted() == [])
    }

    /// The methods and commands of a fixture's notifications, and of its requests that are answered with a result.
    private func succeeding(in fixture: Fixture) -> [String] {
        let results = fixture.steps.compactMap { step -> JSONValue? in
            guard case .server(let message) = step, message["result"] != nil else { return nil }
            return message["id"]
        }
        return fixture.steps.flatMap { step -> [String] in
            guard case .client(let message) = step, message["id"].map(results.contains) ?? true else { return [] }
            return [message["method"]?.string, message["params"]?["command"]?.string].compactMap { $0 }
        }
    }

    /// The methods and commands that capabilities stand for.
    private func advertised(_ capabilities: JSONValue) -> [String] {
        let methods = [
            "textDocumentSync": ["didOpen", "didChange", "didSave", "didClose"].map { "textDocument/" + $0 },
            "hoverProvider": ["textDocument/hover"],
            "codeActionProvider": ["textDocument/codeAction", "codeAction/resolve"],
            "codeLensProvider": ["textDocument/codeLens", "codeLens/resolve"],
            "documentSymbolProvider": ["textDocument/documentSymbol"],
            "foldingRangeProvider": ["textDocument/foldingRange"],
            "documentLinkProvider": ["textDocument/documentLink"],
            "completionProvider": ["textDocument/completion"],
            "diagnosticProvider": ["textDocument/diagnostic", "workspace/diagnostic"],
            "executeCommandProvider": ["workspace/executeCommand"],
            "workspace": ["workspace/didChangeWorkspaceFolders"],
        ]
        let keys = capabilities.object?.keys ?? []
        return keys.flatMap { methods[$0] ?? [] }
            + (capabilities["executeCommandProvider"]?["commands"]?.array ?? []).compactMap(\.string)
            + (capabilities["workspace"]?["textDocumentContent"].map { _ in ["workspace/textDocumentContent"] } ?? [])
            + (capabilities["workspace"]?["fileOperations"]?.object?.keys ?? []).map { "workspace/\($0)Files" }
            // Announced notifications go from the server to the client.
            + (capabilities["experimental"]?.object?.keys ?? []).filter { !Self.notifications.contains($0) }
    }

    private static let notifications: Set<String> = ["codeforge/job/event", "codeforge/project/didChange"]
}
