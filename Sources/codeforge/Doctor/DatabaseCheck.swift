import Engine
import Glibc

/// Whether the database can be used; one that is not there yet is not made.
enum DatabaseCheck {
    static func run(_ named: String?) async -> HealthSection {
        HealthSection(title: "Database", checks: await checks(named))
    }

    private static func checks(_ named: String?) async -> [HealthCheck] {
        let path: String
        do {
            path = try DatabaseLocation(named: named).path
        } catch {
            return [HealthCheck(name: "file", state: .problem, detail: "\(error)")]
        }
        var attributes = stat()
        guard stat(path, &attributes) == 0 else { return [missing(path)] }
        guard attributes.st_mode & S_IFMT != S_IFDIR else {
            return [
                HealthCheck(
                    name: "file", state: .problem, detail: "\(path) is a folder, and a database is a file",
                    advice: "Name a file, such as \(path.hasSuffix("/") ? path : path + "/")codeforge.db, "
                        + "\(Self.naming).")
            ]
        }
        let file = HealthCheck(name: "file", state: .good, detail: "\(path), \(attributes.st_size) bytes")
        // Of what is no file, such as /dev/null, nobody's rights are to be changed.
        guard attributes.st_mode & S_IFMT == S_IFREG else { return [file, await opening(path)] }
        return [file, access(path, attributes), await opening(path)]
    }

    private static let naming = "with --database or CODEFORGE_DATABASE"

    /// A database that is not there yet, and whether it could be made.
    private static func missing(_ path: String) -> HealthCheck {
        let reason = errno
        if reason != ENOENT {
            return HealthCheck(
                name: "file", state: .problem,
                detail: "\(path) cannot be looked at: \(String(cString: strerror(reason)))",
                advice: "Check the folders of the path, or name another file \(naming).")
        }
        var folder = path
        var attributes = stat()
        repeat {
            folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        } while !folder.isEmpty && stat(folder, &attributes) != 0
        if folder.isEmpty { folder = "/" }
        guard let hindrance = ProjectFolder.hindrance(toMakeFilesIn: folder) else {
            return HealthCheck(name: "file", state: .absent, detail: "\(path) is made when it is first needed")
        }
        return HealthCheck(
            name: "file", state: .problem, detail: "\(path) cannot be made: \(hindrance)",
            advice: "Give yourself the right to write there, or name another file \(naming).")
    }

    private static func access(_ path: String, _ attributes: stat) -> HealthCheck {
        guard attributes.st_mode & 0o077 != 0 else {
            return HealthCheck(name: "access", state: .good, detail: "only you can read it")
        }
        return HealthCheck(
            name: "access", state: .problem, detail: "other users of this machine may read it",
            advice: "chmod 600 \(path)")
    }

    private static func opening(_ path: String) async -> HealthCheck {
        do {
            try await Application.proveDatabase(named: path)
            return HealthCheck(name: "state", state: .good, detail: "can be opened, and is of this version")
        } catch {
            // The file itself may be in order, and something be in the way of who writes it.
            let isSound = (try? await Application.databaseProblems(in: path))?.isEmpty ?? false
            return HealthCheck(
                name: "state", state: .problem, detail: "\(error)",
                advice: isSound
                    ? "What is in it is in order. Give yourself the right to write to it and to its folder, or make room there."
                    : "'codeforge db check' says more. Nothing is lost: the file is left as it is.")
        }
    }
}
