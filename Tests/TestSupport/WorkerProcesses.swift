import Foundation
import Glibc

/// The workers of one database, whoever started them.
package enum WorkerProcesses {
    /// Has the server start the built worker with short times.
    ///
    /// The script is not written by the tests: one that is being written while another test starts a program is busy.
    package static let quickWorker = [
        "CODEFORGE_WORKER": BuiltProgram.packageRoot + "/Tests/TestSupport/quick-worker.sh",
        "BUILT_WORKER": BuiltProgram.folder + "/codeforge-worker",
    ]

    /// The processes that serve a database.
    package static func of(_ database: String) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(pid_t.init).filter { id in
            guard let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
            let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return words.first?.hasSuffix("codeforge-worker") == true && words.contains(database)
        }
    }

    /// Ends them as a crash would.
    package static func kill(_ database: String) {
        for id in of(database) { Glibc.kill(id, SIGKILL) }
    }
}
