import JSON
import Models
import Storage

/// Files that an agent wrote into the store and that nobody has let into the folder yet.
///
/// A mirror leaves them alone: an editor shows the edit first. Once it is applied, or where nobody can show it, they
/// are released, and the mirror brings them to the disk.
package struct HeldFiles: Sendable {
    private static let prefix = "held/"

    /// The job that wrote each path last.
    package private(set) var jobs: [ProjectPath: RowID] = [:]

    /// None.
    init() {}

    init(in project: RowID, store: any Store, caller: Caller) async throws(StoreError) {
        for (key, value) in try await store.projectValues(withPrefix: Self.prefix, in: project, as: caller) {
            guard let path = try? ProjectPath(validating: String(key.dropFirst(Self.prefix.count))),
                let job = (try? JSONValue(parsing: value.text))?.string.flatMap({ RowID($0) })
            else { continue }
            jobs[path] = job
        }
    }

    package func contains(_ path: ProjectPath) -> Bool { jobs[path] != nil }

    static func hold(
        _ path: ProjectPath, by job: RowID, in project: RowID, store: any Store, caller: Caller
    ) async throws(StoreError) {
        try await store.setProjectValue(
            JSONText(JSONValue.string(job.text).serialized), for: prefix + path.text, in: project, as: caller)
    }

    static func release(
        _ paths: [ProjectPath], in project: RowID, store: any Store, caller: Caller
    ) async throws(StoreError) {
        for path in paths { try await store.setProjectValue(nil, for: prefix + path.text, in: project, as: caller) }
    }
}
