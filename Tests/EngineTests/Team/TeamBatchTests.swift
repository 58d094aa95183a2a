import Foundation
import Models
import TestSupport
import Testing

@testable import Engine

/// More files than go into one request, which several requests carry at a time.
@Suite struct TeamBatchTests {
    private static let count = 1_020

    private func fill(_ folder: TemporaryFolder, _ text: (Int) -> String) throws -> [String: String] {
        var files: [String: String] = [:]
        for number in 0..<Self.count { files["d\(number % 40)/f\(number).txt"] = text(number) }
        for (name, text) in files { try folder.write(name, text) }
        return files
    }

    @Test(arguments: zip([0, 1, 2, 3, 3], [true, true, false, false, true]))
    func `a first sync that is cut off anywhere loses nothing and sends nothing twice`(
        requests: Int, isDone: Bool
    ) async throws {
        let server = try await TeamServerSample()
        var ada = try await LaptopSample(server, as: server.owner)
        let files = try fill(ada.folder) { "\($0)\n" }
        ada.way.weather.change { $0 = .breaks(after: requests, isDone: isDone) }
        let cut = try? await ada.look()
        // One request with the listing and three with files.
        #expect(cut == nil)
        ada.way.weather.change { $0 = .fair }
        try await ada.restart()
        _ = try await ada.look()
        let there = try await server.texts()
        #expect(there == files)
        let versions = try await server.store.files(in: server.project, as: .service).map(\.version)
        #expect(versions.allSatisfy { $0 == 1 }, "a file that was there already was written once more")
        let before = ada.way.requests.value
        let again = try await ada.look()
        #expect(!again.didSomething && again.agreed == files.count)
        #expect(ada.way.requests.value == before + 1, "the listing alone")
    }

    @Test func `all come to the other, by as many requests as there is room for`() async throws {
        let server = try await TeamServerSample()
        var ada = try await LaptopSample(server, as: server.owner)
        var bob = try await LaptopSample(server, as: server.friend)
        var files = try fill(ada.folder) { "\($0)\n" }
        // Together more than one answer holds.
        for number in 0..<9 {
            files["big\(number).txt"] = String(repeating: "word \(number)\n", count: 130_000)
            try ada.folder.write("big\(number).txt", files["big\(number).txt"] ?? "")
        }
        _ = try await ada.look()
        let report = try await bob.look()
        #expect(report.broughtIn == files.count && report.waiting.isEmpty)
        #expect(bob.texts() == files)
        let again = try await bob.look()
        #expect(!again.didSomething && again.agreed == files.count)
    }

    @Test func `a text that was searched for an agreement is searched again once it changed`() async throws {
        let server = try await TeamServerSample()
        let ada = try await LaptopSample(server, as: server.owner)
        try ada.folder.write("a.txt", "one\n")
        try ada.folder.write("b.txt", "two\n")
        try await ada.mirror()
        let preview = try await ada.application.teamPreview(of: ada.project, allowing: [])
        let cleared = ClearedTexts(preview.cleared.json)
        let rows = try await ada.application.store.files(in: ada.project, as: ada.application.caller)
        #expect(rows.map(cleared.holds) == [true, true])
        try ada.folder.write("b.txt", "token = \"ghp_" + String(repeating: "aB3dE6gH9j", count: 4).prefix(36) + "\"\n")
        try await ada.mirror()
        let sync = TeamSync(
            ada.application, project: ada.project,
            link: try #require(try await ada.application.teamLink(of: ada.project)), server: ada.way, cleared: cleared)
        let report = try await sync.lookAndBringIn { _ in false }
        #expect(report.leftOut == ["b.txt"])
        #expect(try await server.texts() == ["a.txt": "one\n"])
    }
}
