import Glibc
import JSON
import Models
import Storage

/// Taking back what a job did to a folder: each file that still is as the job left it.
package struct JobUndo: Sendable {
    /// A file that goes back to what it was.
    package struct Step: Sendable, Hashable {
        package let file: JobFile
        /// What stands there now; nil for no file.
        package let current: [UInt8]?
        /// What stood there before; nil for no file.
        package let result: [UInt8]?
    }

    package private(set) var steps: [Step] = []
    /// Files that are as they were before already, by somebody's doing or by an undo that was cut off.
    ///
    /// Nothing is done about them, and nothing noted: stashed files come back, and are the job's then as before.
    package private(set) var settled: [JobFile] = []
    /// Files that stay, each with the reason why.
    package private(set) var left: [JobFile] = []

    /// - Parameters:
    ///   - files: the job's files.
    ///   - folder: the absolute path of the folder; what the job did to another one is none of its business.
    ///   - current: what stands at a path, in the editor or on the disk.
    package init(
        of files: [JobFile], in folder: String, current: (ProjectPath) throws(WorkspaceError) -> [UInt8]?
    ) {
        for file in files where file.state == .applied && !file.changedNothing && (file.folder ?? folder) == folder {
            let (before, written) = (file.before.map { Array($0.utf8) }, file.written.map { Array($0.utf8) })
            do throws(WorkspaceError) {
                let now = try current(file.path)
                if now == before {
                    settled.append(file)
                } else if now == written {
                    steps.append(Step(file: file, current: now, result: before))
                } else {
                    leave(file, now == nil ? "was removed since" : "was changed since")
                }
            } catch {
                leave(file, "\(error)")
            }
        }
    }

    /// `{undone: [path], left: [{path, reason}], settled?: [path]}`: what came of it.
    package static func json(undone: [ProjectPath], left: [JobFile], settled: [ProjectPath]) -> JSONValue {
        func texts(_ paths: [ProjectPath]) -> JSONValue { .array(paths.map { .string($0.text) }) }
        var object: JSONObject = [
            "undone": texts(undone),
            "left": .array(left.map { ["path": .string($0.path.text), "reason": .string($0.reason ?? "")] }),
        ]
        if !settled.isEmpty { object["settled"] = texts(settled) }
        return .object(object)
    }

    private mutating func leave(_ file: JobFile, _ reason: String) {
        var file = file
        file.reason = reason
        left.append(file)
    }
}

extension Application {
    /// What undoing a job would do.
    package func undo(
        of job: RowID, in folder: ProjectFolder, current: (ProjectPath) throws(WorkspaceError) -> [UInt8]?
    ) async throws(RequestFailure) -> JobUndo {
        JobUndo(of: try await jobFiles(of: job), in: folder.path, current: current)
    }

    /// Takes steps back on the disk, each if the file still is as the job left it.
    ///
    /// The file first, then the record: a program that dies in between leaves a file that is as it was.
    /// - Returns: The files that are as they were, and those that are not, with the reason.
    package func takeBack(
        _ steps: [JobUndo.Step], in folder: ProjectFolder
    ) async throws(RequestFailure) -> (undone: [JobFile], left: [JobFile]) {
        var (undone, left) = ([JobFile](), [JobFile]())
        for step in steps {
            do throws(WorkspaceError) {
                if let result = step.result {
                    try folder.write(
                        step.file.path, result, replacing: step.current, mode: step.file.mode.map { mode_t($0) })
                } else if let current = step.current {
                    try folder.remove(step.file.path, holding: current)
                    if let made = step.file.madeFolder { folder.removeEmptyFolders(above: step.file.path, upTo: made) }
                }
                undone.append(step.file)
            } catch {
                var file = step.file
                file.reason = "\(error)"
                left.append(file)
            }
        }
        try await noteUndone(undone)
        return (undone, left)
    }

    package func noteUndone(_ files: [JobFile]) async throws(RequestFailure) {
        try await move(files, to: .undone, from: [.applied])
    }
}
