import Foundation
import JSON
import TestSupport
import Testing

/// The sample workspace: its problems are found, and nothing else is reported.
@Suite struct SampleWorkspaceTests {
    @Test func `what is found is what the list beside it says`() throws {
        let run = try SampleWorkspace().codeforge("review")
        let list = try String(contentsOfFile: SampleWorkspace.original + ".findings.txt", encoding: .utf8)
        #expect(run.output == list)
        #expect(run.exitCode == 1)
    }

    @Test func `the problems are many, and in many languages`() throws {
        let run = try SampleWorkspace().codeforge("review", "--format", "json")
        let paths = try JSONValue(parsing: run.output)["findings"]?.array?.compactMap { $0["path"]?.string } ?? []
        #expect(paths.count >= 12)
        #expect(Set(paths.compactMap { $0.split(separator: ".").last }).count >= 4)
    }
}
