import CGlibc
import Glibc

/// Starts `codeforge-worker` as a process of its own that outlives this one and shares no stream with it.
package struct WorkerLauncher: Sendable {
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case notFound(String)
        case notStarted(path: String, error: Int32)

        package var description: String {
            switch self {
            case .notFound(let path):
                "The worker program is not at \(path). Install it beside codeforge, or name it in CODEFORGE_WORKER."
            case .notStarted(let path, let error):
                "\(path) could not be started: \(String(cString: strerror(error)))."
            }
        }
    }

    /// The program.
    package let path: String
    private let database: String

    package init(path: String, database: String) {
        self.path = path
        self.database = database
    }

    /// `$CODEFORGE_WORKER`, else the program beside this one.
    package static func standardPath() -> String {
        if let named = getenv("CODEFORGE_WORKER"), named.pointee != 0 { return String(cString: named) }
        let size = Int(PATH_MAX)
        let own = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer -> String in
            guard let start = buffer.baseAddress else { return "" }
            let length = readlink("/proc/self/exe", start, size)
            guard length > 0 else { return "" }
            return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        let folder = own.lastIndex(of: "/").map { own[...$0] } ?? ""
        return folder + "codeforge-worker"
    }

    /// Starts a worker unless one with this program's environment already serves the database, or is being started by
    /// anybody.
    ///
    /// - Returns: Whether one was started.
    /// - Throws: `Failure`, where the program is missing or the system refuses to start it.
    @discardableResult
    package func ensureRunning() throws(Failure) -> Bool {
        let mark = WorkerEnvironment(database: database)?.mark
        guard let presence = WorkerPresence(database: database, environment: mark).reserve() else { return false }
        // The worker is born with the lock; this program's hold on it ends here.
        defer { presence.end() }
        try start(["--database", database, "--announced"], with: presence)
        return true
    }

    /// Starts what keeps linked projects in step, unless it runs already.
    ///
    /// - Returns: Whether it was started.
    /// - Throws: As `ensureRunning`.
    package func ensureTeamSync() throws(Failure) -> Bool {
        guard let presence = WorkerPresence(teamOf: database).reserve() else { return false }
        defer { presence.end() }
        try start(["team-sync", "--database", database, "--announced"], with: presence)
        return true
    }

    private func start(_ arguments: [String], with presence: WorkerPresence.Announcement) throws(Failure) {
        guard access(path, X_OK) == 0, let resolved = realpath(path, nil) else { throw .notFound(path) }
        defer { free(resolved) }
        let program = String(cString: resolved)
        let arguments = [program] + arguments
        var child = pid_t(0)
        let error = withDetachedStreams(and: presence.descriptor) { actions, attributes in
            withCStrings(arguments) { posix_spawn(&child, program, actions, attributes, $0, environ) }
        }
        guard error == 0 else { throw .notStarted(path: path, error: error) }
        Self.reap(child)
    }

    /// `POSIX_SPAWN_SETSID` of `<spawn.h>`, which Swift does not see because glibc declares it for GNU sources only.
    private static let newSession: Int16 = 0x80

    /// Own session and nothing of ours but the lock; what it says goes to a log beside the database.
    ///
    /// The worker itself closes whatever else it inherited.
    private func withDetachedStreams(
        and presence: Int32,
        _ body: (UnsafePointer<posix_spawn_file_actions_t>, UnsafePointer<posix_spawnattr_t>) -> Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, database + "-worker.log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, presence, WorkerPresence.inherited)
        // It serves every project: none of their folders is kept from being removed or unmounted by it.
        posix_spawn_file_actions_addchdir_np(&actions, "/")
        posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        return body(&actions, &attributes)
    }

    /// Waits for the child on a thread of its own, so that no zombie stays.
    private static func reap(_ child: pid_t) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 64 * 1_024)
        var thread = pthread_t()
        let argument = UnsafeMutableRawPointer(bitPattern: Int(child))
        _ = pthread_create(
            &thread, &attributes,
            { argument in
                var status: Int32 = 0
                waitpid(pid_t(Int(bitPattern: argument)), &status, 0)
                return nil
            }, argument)
    }
}

/// A `char *argv[]` for as long as `body` runs.
private func withCStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return body(pointers)
}
