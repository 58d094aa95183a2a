import Models
import Testing

@testable import Engine

/// What a job's files would do to a folder, case by case.
@Suite struct JobChangesTests {
    private let job = RowID.random()
    private let earlier = RowID.random()
    private let project = RowID.random()

    private func file(
        _ content: String?, seen: String? = nil, state: JobFile.State = .proposed, by other: RowID? = nil,
        written: String? = nil
    ) throws -> JobFile {
        JobFile(
            jobID: other ?? job, projectID: project, path: try ProjectPath(validating: "a.txt"), content: content,
            seen: seen, state: state, written: written)
    }

    private func changes(
        _ file: JobFile, after history: [JobFile] = [], isAsked: Bool = false, on disk: String?
    ) -> JobChanges {
        JobChanges(of: [file], history: history, isAsked: isAsked) { _ in disk.map { Array($0.utf8) } }
    }

    private func check(
        _ changes: JobChanges, _ kind: JobChange.Kind, becomes result: String?, conflicts: Int = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(changes.changes.map(\.kind) == [kind], sourceLocation: sourceLocation)
        #expect(
            changes.changes.first?.result.map { String(decoding: $0, as: UTF8.self) } == result,
            sourceLocation: sourceLocation)
        #expect(changes.changes.first?.conflicts == conflicts, sourceLocation: sourceLocation)
        #expect(changes.left.isEmpty && changes.settled.isEmpty, sourceLocation: sourceLocation)
    }

    private func checkLeft(
        _ changes: JobChanges, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(changes.left.map(\.reason) == [reason], sourceLocation: sourceLocation)
        #expect(changes.changes.isEmpty, sourceLocation: sourceLocation)
    }

    @Test func `a file that a person had already, byte for byte, is not an agent's`() throws {
        var had = try file("same\n", state: .applied, by: earlier, written: "same\n")
        had.before = "same\n"
        check(changes(try file("new\n", seen: "same\n"), after: [had], on: "same\n"), .replace, becomes: "new\n")
        checkLeft(
            changes(try file(nil), after: [had], on: "same\n"), "no longer wanted, but changed by you")
        let undo = JobUndo(of: [had], in: "/folder") { _ in Array("same\n".utf8) }
        #expect(undo.steps.isEmpty && undo.settled.isEmpty && undo.left.isEmpty)
    }

    @Test func `where nothing stands and nothing ever did, a file comes in without a word`() throws {
        let new = changes(try file("new\n"), on: nil)
        check(new, .create, becomes: "new\n")
        #expect(new.asking.isEmpty && new.free.count == 1)
    }

    @Test func `a file that no agent wrote would be replaced, and somebody is asked`() throws {
        let replacing = changes(try file("new\n", seen: "mine\n"), on: "mine\n")
        check(replacing, .replace, becomes: "new\n")
        #expect(replacing.asking.count == 1)
    }

    @Test func `what was typed since the agent looked stays in what replaces the rest`() throws {
        let change = changes(try file("new\n", seen: "old\n"), on: "old\ntyped\n").changes.first
        let text = String(decoding: change?.result ?? [], as: UTF8.self)
        #expect(change?.kind == .replace && text.contains("new\n") && text.contains("typed\n"))
    }

    @Test func `what a person made of an agent's file stays, and the base is what the agent wrote`() throws {
        let base = try file("a\nb\nc\nd\n", state: .applied, by: earlier, written: "a\nb\nc\nd\n")
        check(changes(try file("a\nb\nc\nD\n"), after: [base], on: "A\nb\nc\nd\n"), .change, becomes: "A\nb\nc\nD\n")
    }

    @Test func `both changed one place: the person's text stays there`() throws {
        let base = try file("a\nb\nc\nd\ne\n", state: .applied, by: earlier)
        check(
            changes(try file("a\ntheirs\nc\nd\nE\n"), after: [base], on: "a\nmine\nc\nd\ne\n"), .change,
            becomes: "a\nmine\nc\nd\nE\n", conflicts: 1)
        checkLeft(
            changes(
                try file("a\ntheirs\nc\n"), after: [try file("a\nb\nc\n", state: .applied, by: earlier)],
                on: "a\nmine\nc\n"), "you changed the same places; yours stay")
    }

    @Test(arguments: [JobFile.State.applied, .undone, .refused, .shown])
    func `a file that was there and is gone comes back only when agreed`(state: JobFile.State) throws {
        let before = try file("old\n", state: state, by: earlier)
        check(changes(try file("new\n"), after: [before], on: nil), .restore, becomes: "new\n")
    }

    @Test(arguments: [JobFile.State.undone, .refused, .shown])
    func `a change that was refused, undone or discarded does not come by itself`(state: JobFile.State) throws {
        let before = try file("new\n", state: state, by: earlier)
        checkLeft(changes(try file("new\n"), after: [before], on: nil), "you left this change out before")
        checkLeft(changes(try file("new\n"), after: [before], on: "mine\n"), "you left this change out before")
        check(changes(try file("new\n"), after: [before], isAsked: true, on: nil), .restore, becomes: "new\n")
        let own = try file("new\n", state: state)
        check(changes(own, isAsked: true, on: nil), .create, becomes: "new\n")
    }

    @Test func `what is not wanted any more goes only untouched and when agreed`() throws {
        let base = try file("old\n", state: .applied, by: earlier, written: "old\n")
        check(changes(try file(nil), after: [base], on: "old\n"), .remove, becomes: nil)
        checkLeft(changes(try file(nil), after: [base], on: "old and mine\n"), "no longer wanted, but changed by you")
        #expect(changes(try file(nil), after: [base], on: nil).settled.count == 1)
    }

    @Test func `a file that is as the agent wants it is settled`() throws {
        #expect(changes(try file("same\n"), on: "same\n").settled.count == 1)
    }

    @Test func `a file that is no text, or cannot be read, waits and is not decided about`() throws {
        let binary = JobChanges(of: [try file("new\n")], history: [], isAsked: false) { _ in [0xFF, 0xFE, 0] }
        #expect(binary.left.map(\.state) == [.offered] && binary.left.map(\.reason) == ["is no text"])
        let refused = JobChanges(of: [try file("new\n")], history: [], isAsked: false) {
            path throws(WorkspaceError) in throw .notAFile(path: path.text)
        }
        #expect(refused.left.map(\.state) == [.offered])
    }
}
