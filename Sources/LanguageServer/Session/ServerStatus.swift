import Engine
import Glibc
import JSON
import Models

/// How the running server is doing.
struct ServerStatus {
    private let version: String
    private let documents: Int
    private let findings: Int
    private let folders: Int
    private let projects: Int
    private let dismissed: Int
    private let requestsRunning: Int
    private let database: String?
    private let mirrors: [JSONValue]
    private let isStudent: Bool
    /// Where jobs of projects run that are linked to a team's server; nil where none is.
    private let jobPlace: TeamJobPlace?
    private let providers: [String]
    /// Those that have run.
    private let linters: [String]

    init(of session: Session) {
        version = session.options.version
        documents = session.snapshot.documents.count
        findings = session.snapshot.documents.all.reduce(0) { $0 + session.snapshot.findings(of: $1).count }
        folders = session.snapshot.folders.count
        projects = session.snapshot.openFolders.count
        dismissed = session.snapshot.dismissals.count
        requestsRunning = session.running.count
        database = session.databasePath
        mirrors = session.snapshot.openFolders.map { folder in
            Self.json(
                of: folder, session.mirrorStates[folder.uri] ?? MirrorState(),
                mode: session.snapshot.projects[folder.uri]?.project.mode,
                jobs: session.attended[folder.mirror.workspace.id].map { _ in session.snapshot.settings.team.runJobs })
        }
        isStudent = session.snapshot.hasStudents
        jobPlace = session.attended.isEmpty ? nil : session.snapshot.settings.team.runJobs
        linters = session.linters.names.sorted()
        providers = session.snapshot.settings.model.names
    }

    var sentence: String {
        "CodeForge \(version): \(documents.counted("open document")), \(findings.counted("finding")), "
            + "\(Self.residentBytes >> 20) MiB, database \(database ?? "not open")."
            + (isStudent ? " Student mode: hints, and no solutions." : "")
            + (jobPlace.map { " Linked to a team; jobs run \($0 == .here ? "here" : "on the team's workers")." } ?? "")
    }

    var json: JSONValue {
        var status: JSONObject = [
            "version": .string(version), "process_id": .integer(Int(getpid())),
            "open_documents": .integer(documents), "findings": .integer(findings),
            "dismissed": .integer(dismissed), "workspace_folders": .integer(folders), "projects": .integer(projects),
            "requests_running": .integer(requestsRunning), "memory": ["resident_bytes": .integer(Self.residentBytes)],
            "mirrors": .array(mirrors), "providers": .array(providers.map(JSONValue.string)),
            "linters": .array(linters.map(JSONValue.string)),
        ]
        status["database"] = database.map(JSONValue.string)
        return .object(status)
    }

    /// How far a folder is mirrored; counts are those of the last look at the whole folder.
    ///
    /// `place` is where its jobs run, where its project is linked to a team's server.
    private static func json(
        of folder: OpenFolder, _ state: MirrorState, mode: Project.Mode?, jobs place: TeamJobPlace?
    ) -> JSONValue {
        let report = state.summary?.report ?? WalkReport()
        let name =
            state.doubt != nil
            ? "not_agreed" : state.stopReason != nil ? "stopped" : state.summary == nil ? "looking" : "mirrored"
        let skipped = report.skipped.map { ($0.key.name, JSONValue.integer($0.value.count)) }.sorted { $0.0 < $1.0 }
        var mirror: JSONObject = [
            // As the editor knows it, which does not resolve links.
            "folder": .string(folder.mirror.folder.shownPath),
            "project_id": .string(folder.mirror.workspace.projectID.text), "state": .string(name),
            "files": .integer(state.summary?.files ?? 0), "bytes": .integer(Int(report.bytes)),
            "left_out": .object(JSONObject(skipped)),
        ]
        mirror["reason"] = (state.doubt?.sentence(about: folder.mirror.folder.shownPath) ?? state.stopReason)
            .map { .string($0) }
        mirror["mode"] = mode.map { .string($0.rawValue) }
        mirror["team"] = place.map { ["run_jobs": .string($0.rawValue)] }
        mirror["limit"] = report.limit.map { .string($0.description) }
        return .object(mirror)
    }

    /// Memory that the process has in RAM, from `/proc/self/statm`.
    private static var residentBytes: Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 128)
        let count = read(file, &text, text.count)
        let fields = String(decoding: text.prefix(max(count, 0)), as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
    }
}
