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

    @Test(arguments: [
        ("README.md", "readme.md"), ("readme.md", "README.MD"), ("src/Cafe\u{301}.ts", "src/caf\u{E9}.ts"),
        ("Src/a.ts", "src/a.ts"), ("src/a.ts", "SRC/b.ts"), ("stra\u{DF}e.md", "STRA\u{DF}E.md"),
    ])
    func `a name that people take for one that is there is asked about`(there: String, new: String) async throws {
        let sample = try await FolderSample()
        try sample.files.write(there, "mine\n")
        let job = try await sample.job([new: "theirs\n", "other.md": "theirs\n"])
        let changes = try await sample.offer(job)
        #expect(changes.free.map(\.path.text) == ["other.md"])
        #expect(changes.asking.map(\.path.text) == [new])
        #expect(changes.asking.first?.why.contains(" is there, whose name is the same but for letter case") == true)
        #expect(sample.files.read(there) == "mine\n")
        #expect(sample.folder.presence(of: new) == .absent)
        #expect(try await sample.application.outcome(of: job).waiting.map(\.path.text) == [new])
        try await sample.apply(job)
        #expect(sample.files.read(new) == "theirs\n" && sample.files.read(there) == "mine\n")
    }

    @Test func `names that are the same, or others altogether, are no reason to ask`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("readme.txt", "mine\n")
        try sample.files.write("src/a.ts", "mine\n")
        let changes = try await sample.offer(try await sample.job(["readme.md": "x\n", "src/b.ts": "x\n"]))
        #expect(changes.asking.isEmpty && changes.free.count == 2)
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

    @Test func `a file that no agent wrote stays where a person wrote to it since the agent looked`() throws {
        let made = changes(try file("new\n", seen: "old\n"), on: "old\ntyped\n")
        #expect(made.changes.isEmpty && made.left.map(\.state) == [.offered])
        #expect(made.left.first?.reason?.hasPrefix("it is not as the agent saw it") == true)
        // Moved away, the agent's comes in, once somebody agrees: whoever deleted the file meant that.
        let moved = changes(try file("new\n", seen: "old\n"), on: nil)
        check(moved, .restore, becomes: "new\n")
        #expect(moved.free.isEmpty)
    }

    @Test func `a file that came after the agent looked is replaced only by who has looked at it`() throws {
        let made = changes(try file("new\n"), isAsked: true, on: "mine\n")
        check(made, .replace, becomes: "new\n")
        #expect(made.asking.map(\.isOfUnseen) == [true])
        #expect(changes(try file("new\n", seen: "mine\n"), on: "mine\n").asking.map(\.isOfUnseen) == [false])
    }

    @Test func `what came in and is gone again comes back only where somebody agrees`() throws {
        let gone = changes(try file("new\n", state: .applied, written: "new\n"), isAsked: true, on: nil)
        check(gone, .restore, becomes: "new\n")
        #expect(gone.free.isEmpty)
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

    @Test func `new files that need one that was left out before wait, and the way to take it is named`() async throws {
        let sample = try await FolderSample()
        let first = try await sample.job(["src/a.ts": "export const a = 1\n"])
        _ = try await sample.offer(first)
        try await sample.apply(first)
        let undo = try await sample.application.undo(of: first, in: sample.folder) { path throws(WorkspaceError) in
            try sample.folder.read(path)?.bytes
        }
        _ = try await sample.application.takeBack(undo.steps, in: sample.folder)
        let second = try await sample.job([
            "src/a.ts": "export const a = 1\n", "src/b.ts": "import { a } from './a'\n", "src/c.ts": "export {}\n",
        ])
        let changes = try await sample.offer(second)
        #expect(changes.free.map(\.path.text) == ["src/c.ts"])
        #expect(
            changes.asking.map(\.why) == ["is new, but it needs src/a.ts, which you left out before"])
        #expect(changes.left.map(\.path.text) == ["src/a.ts"])
    }

    @Test func `a job that only brings what was left out before says how to take it after all`() async throws {
        let left = try file("new\n", state: .refused)
        var known = left
        known.reason = "you left this change out before"
        #expect(
            JobOutcome([known]).sentences(next: "Do this.")
                == ["Left as it is: a.txt (you left this change out before). Do this."])
        known.reason = "nothing new for it"
        #expect(JobOutcome([known]).sentences(next: "Do this.") == ["Left as it is: a.txt (nothing new for it)."])
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

    // MARK: Changes of a certain text

    private func edit(_ content: String, of seen: String, after history: [JobFile] = [], on disk: String?) throws
        -> JobChanges
    {
        let file = try file(content, seen: seen)
        return JobChanges(of: [file], history: history, edits: [file.path], isAsked: false) { _ in
            disk.map { Array($0.utf8) }
        }
    }

    @Test func `a change of a text is merged with what was typed since, and refused where that does not go`() throws {
        check(try edit("a\nB\nc\nd\n", of: "a\nb\nc\nd\n", on: "a\nb\nc\nD\n"), .replace, becomes: "a\nB\nc\nD\n")
        checkLeft(
            try edit("a\nB\nc\n", of: "a\nb\nc\n", on: "a\nmine\nc\n"),
            "you changed the same places since this was made; run the job again for the text as it is now")
        checkLeft(
            try edit("a\nB\n", of: "a\nb\n", on: nil), "the file was removed since this change of it was made")
        checkLeft(try edit("a\nB\nc\nd\n", of: "a\nb\nc\nd\n", on: "a\nB\nc\nmine\n"), "nothing new for it")
    }

    @Test
    func `a change of lines that a person wrote into an agent's file is merged from the text that it was made for`()
        throws
    {
        let base = try file("a\nb\n", state: .applied, by: earlier, written: "a\nb\n")
        check(
            try edit("a\nb\nmine, mended\n", of: "a\nb\nmine\n", after: [base], on: "a\nb\nmine\n"), .change,
            becomes: "a\nb\nmine, mended\n")
    }
}
