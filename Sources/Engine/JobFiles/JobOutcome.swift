import JSON
import Models

/// What a job did to the folder, for a person: what changed, what was left alone and why, and what to do next.
package struct JobOutcome: Sendable, Hashable {
    package private(set) var written: [ProjectPath] = []
    package private(set) var removed: [ProjectPath] = []
    /// In an editor's documents, and not saved.
    package private(set) var shown: [ProjectPath] = []
    package private(set) var undone: [ProjectPath] = []
    /// Brought in before what is told of.
    package private(set) var earlier: [ProjectPath] = []
    /// Files that were as the job wants them before it came.
    package private(set) var same: [ProjectPath] = []
    /// Files that are as they were, with the reason where there is one.
    package private(set) var left: [Left] = []
    /// Files that nobody decided about yet.
    package private(set) var waiting: [Left] = []
    /// Files that a program writes, or that an editor asks about, at this moment.
    package private(set) var writing: [ProjectPath] = []
    /// Files that a program was writing when it ended: each may be there, or not.
    package private(set) var interrupted: [ProjectPath] = []
    /// Those of the files that programs run or obey by themselves: no list folds them away.
    private var starting: Set<ProjectPath> = []

    package struct Left: Sendable, Hashable {
        package let path: ProjectPath
        package let reason: String?
    }

    /// With `isBeingWritten`, a program that brings the files in lives; `before` are those that were in already.
    package init(_ files: [JobFile], isBeingWritten: Bool = true, before: Set<ProjectPath> = []) {
        for file in files {
            switch file.state {
            case .applied where before.contains(file.path): earlier.append(file.path)
            case .applied where file.before == file.written: same.append(file.path)
            case .applied where file.written == nil: removed.append(file.path)
            case .applied: written.append(file.path)
            case .shown: shown.append(file.path)
            case .undone: undone.append(file.path)
            case .refused: left.append(Left(path: file.path, reason: file.reason))
            case .proposed, .offered: waiting.append(Left(path: file.path, reason: file.reason))
            case .writing where isBeingWritten: writing.append(file.path)
            case .writing: interrupted.append(file.path)
            }
        }
        // What the others wait for is named first.
        let needing = waiting.filter { $0.reason?.hasPrefix(JobChange.needing) ?? false }
        if !needing.isEmpty { waiting = waiting.filter { !needing.contains($0) } + needing }
        starting = Set(files.filter { SelfStartingFile.starter(of: $0.path, $0.content) != nil }.map(\.path))
    }

    package var isEmpty: Bool {
        written.isEmpty && earlier.isEmpty && removed.isEmpty && shown.isEmpty && undone.isEmpty && same.isEmpty
            && left.isEmpty && waiting.isEmpty && writing.isEmpty && interrupted.isEmpty
    }

    /// A sentence for each thing to tell; `next` says how to look at what waits and how to bring it in.
    package func sentences(next: String) -> [String] {
        var sentences: [String] = []
        if !written.isEmpty { sentences.append("Brought in \(list(written)).") }
        if !earlier.isEmpty { sentences.append("Brought in earlier, and not looked at: \(list(earlier)).") }
        if !removed.isEmpty { sentences.append("Removed \(list(removed)).") }
        if !shown.isEmpty { sentences.append("In the editor and not saved: \(list(shown)).") }
        if !undone.isEmpty { sentences.append("Taken back: \(list(undone)).") }
        if !same.isEmpty { sentences.append("Nothing to change in \(list(same)).") }
        if !left.isEmpty {
            // Run again, a job says once more what was decided, and how to decide otherwise.
            let isDecided = waiting.isEmpty && left.contains { $0.reason == JobFile.leftOutBefore }
            sentences.append("Left as it is: \(list(left))." + (isDecided && !next.isEmpty ? " \(next)" : ""))
        }
        if !writing.isEmpty { sentences.append("Being brought in, or asked about, just now: \(list(writing)).") }
        if !interrupted.isEmpty {
            sentences.append(
                "Cut off while being brought in, so that each may be there or not: \(list(interrupted))."
                    + (next.isEmpty ? "" : " \(next)"))
        }
        let held = heldByPlace
        if let reason = held.first?.reason {
            let count = held.count.counted("new file")
            // Once told, a reason says that, too.
            let words = reason.split(separator: ";").first ?? ""
            sentences.append("Not brought in, for \(words): \(count), \(list(held.map(\.path))).")
        }
        let others = waiting.filter { !held.contains($0) }
        if !others.isEmpty { sentences.append("Not brought in: \(list(others)).") }
        if !waiting.isEmpty, !next.isEmpty { sentences.append(next) }
        return sentences
    }

    /// New files that wait because of what the folder holds: they share one reason.
    private var heldByPlace: [Left] { waiting.filter { $0.reason?.hasPrefix(JobChange.placing) ?? false } }

    private func list(_ paths: [ProjectPath]) -> String {
        Self.list(paths.map(\.text), naming: paths.filter(starting.contains).map(\.text))
    }

    private func list(_ files: [Left]) -> String {
        func text(_ file: Left) -> String { file.reason.map { "\(file.path) (\($0))" } ?? "\(file.path)" }
        return Self.list(files.map(text), naming: files.filter { starting.contains($0.path) }.map(text))
    }

    /// The names shown of a list; the others are counted.
    package static let shownNames = 5
    /// The names shown of those that are not to be folded away: enough to see what is going on.
    private static let shownStartingNames = 50

    /// The first names of a list, and how many more; files that programs run by themselves are all named.
    package static func list(_ paths: [ProjectPath]) -> String {
        list(paths.map(\.text), naming: paths.filter { SelfStartingFile.starter(of: $0, nil) != nil }.map(\.text))
    }

    /// As above; `naming` are those of the texts that are never folded away.
    package static func list(_ texts: [String], naming marked: [String] = []) -> String {
        let first = marked.prefix(shownStartingNames)
        let known = Set(first)
        let names = first + texts.lazy.filter { !known.contains($0) }.prefix(max(shownNames - first.count, 0))
        let rest = texts.count - names.count
        return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    package var json: JSONValue {
        func paths(_ paths: [ProjectPath]) -> JSONValue { .array(paths.map { .string($0.text) }) }
        func files(_ files: [Left]) -> JSONValue {
            .array(
                files.map { file in
                    var object: JSONObject = ["path": .string(file.path.text)]
                    if let reason = file.reason { object["reason"] = .string(reason) }
                    return .object(object)
                })
        }
        var object: JSONObject = [
            "written": paths(written), "removed": paths(removed), "unsaved": paths(shown), "undone": paths(undone),
            "same": paths(same), "left": files(left), "waiting": files(waiting),
        ]
        if !earlier.isEmpty { object["earlier"] = paths(earlier) }
        if !writing.isEmpty { object["writing"] = paths(writing) }
        if !interrupted.isEmpty { object["interrupted"] = paths(interrupted) }
        return .object(object)
    }
}

extension Application {
    /// The paths of a job's files that the folder was seen to hold.
    package func appliedFiles(of job: RowID) async throws(RequestFailure) -> Set<ProjectPath> {
        Set(try await jobFiles(of: job).filter { $0.state == .applied }.map(\.path))
    }

    /// What a job did to the folder; of the files in `before`, only that they were brought in earlier.
    package func outcome(
        of job: RowID, before: Set<ProjectPath> = []
    ) async throws(RequestFailure) -> JobOutcome {
        let files = try await jobFiles(of: job)
        guard files.contains(where: { $0.state == .writing }) else { return JobOutcome(files, before: before) }
        // Whoever writes has the claim; the kernel drops that of one that died.
        let claim = claimEdits(of: job)
        defer { claim?.end() }
        return JobOutcome(files, isBeingWritten: claim == nil, before: before)
    }
}
