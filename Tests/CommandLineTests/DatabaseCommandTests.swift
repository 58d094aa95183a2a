import Foundation
import Glibc
import TestSupport
import Testing

/// `codeforge db` on files that are not as they should be: each is told, and nothing is destroyed.
@Suite struct DatabaseCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `the check ends with 1 for a damaged database and leaves it as it is`() throws {
        try makeDatabase("store.db")
        var data = try bytes("store.db")
        data.replaceSubrange(4096..<8192, with: repeatElement(0x5A, count: 4096))
        try data.write(to: url("store.db"))
        let run = try codeforge("db", "check", "--database", "store.db")
        #expect(run.exitCode == 1)
        #expect(run.output.hasPrefix("Damage: "))
        #expect(try bytes("store.db") == data)
    }

    @Test func `a database of a newer version is refused by every command, untouched`() throws {
        try makeDatabase("store.db")
        var data = try bytes("store.db")
        // The schema's version: https://www.sqlite.org/fileformat.html#the_database_header
        data.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try data.write(to: url("store.db"))
        for arguments in [["check"], ["backup", "copy.db"], ["export", "rows.jsonl"], ["import", "whole.jsonl"]] {
            try folder.write("{}", to: "whole.jsonl")
            let run = try codeforge(["db"] + arguments + ["--database", "store.db"])
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("was made by a newer CodeForge (schema 99"))
        }
        #expect(try bytes("store.db") == data)
        let made = ["copy.db", "rows.jsonl"].filter { FileManager.default.fileExists(atPath: url($0).path) }
        #expect(made == [])
    }

    @Test func `an import that is no export is refused with its reason alone`() throws {
        try makeDatabase("store.db")
        let before = try codeforge("db", "export", "--database", "store.db").output
        try folder.write("{\"codeforge\":{\"schema\":1,\"rows\":2}}\n", to: "cut.jsonl")
        let expected = [
            (".", "Error: Standard input cannot be read: Is a directory.\n"),
            ("cut.jsonl", "Error: The export is not whole: 0 rows of 2. Nothing was added.\n"),
            ("none.jsonl", "Error: none.jsonl can't be read: No such file or directory.\n"),
        ]
        for (file, message) in expected {
            let run = try codeforge("db", "import", file, "--database", "store.db")
            #expect(run.errors == message)
            #expect(run.exitCode == 2)
        }
        #expect(try codeforge("db", "export", "--database", "store.db").output == before)
    }

    @Test func `an export that finds no room leaves no half of a file`() throws {
        try makeDatabase("store.db")
        // Of each file the shell's limit leaves no byte; a signal would end the program otherwise.
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" db export rows.jsonl --database store.db"
        let run = try CommandRun(
            "/bin/bash", ["-c", script, BuiltProgram.codeforge], in: folder.path,
            environment: ["XDG_DATA_HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
        #expect(run.exitCode == 2)
        #expect(!FileManager.default.fileExists(atPath: url("rows.jsonl").path))
    }

    @Test func `an export and a backup leave a file of that name as it is`() throws {
        try makeDatabase("store.db")
        try folder.write("mine", to: "taken")
        let export = try codeforge("db", "export", "taken", "--database", "store.db")
        let backup = try codeforge("db", "backup", "taken", "--database", "store.db")
        #expect(export.errors == "Error: taken can't be made: File exists.\n")
        #expect(backup.errors == "Error: The file taken is taken. Choose another one.\n")
        #expect(try String(contentsOf: url("taken"), encoding: .utf8) == "mine")
    }

    @Test func `a database that cannot be written is checked, copied and exported, with nothing made beside it`() throws
    {
        try makeDatabase("media/store.db")
        let before = try codeforge("db", "export", "--database", "media/store.db").output
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: url("media/store.db").path)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: url("media").path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url("media").path) }
        #expect(try codeforge("db", "check", "--database", "media/store.db").exitCode == 0)
        #expect(try codeforge("db", "export", "--database", "media/store.db").output == before)
        #expect(try codeforge("db", "backup", "copy.db", "--database", "media/store.db").exitCode == 0)
        #expect(try codeforge("db", "export", "--database", "copy.db").output == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: url("media").path) == ["store.db"])
    }

    @Test func `an import that waits for its lines keeps nobody from writing`() throws {
        try makeDatabase("store.db")
        let waiting = Process()
        let lines = Pipe()
        waiting.executableURL = URL(filePath: BuiltProgram.codeforge)
        waiting.arguments = ["db", "import", "--database", url("store.db").path]
        waiting.standardInput = lines
        waiting.standardOutput = FileHandle.nullDevice
        try waiting.run()
        try lines.fileHandleForWriting.write(contentsOf: Data("{\"codeforge\":{\"schema\":1}}\n".utf8))
        #expect(try codeforge("db", "import", "empty.jsonl", "--database", "store.db").exitCode == 0)
        try lines.fileHandleForWriting.close()
        waiting.waitUntilExit()
        #expect(waiting.terminationStatus == 0)
    }

    @Test func `an import of bytes without an end is refused`() throws {
        let run = try codeforge("db", "import", "/dev/zero", "--database", "store.db")
        #expect(run.errors == "Error: A line is longer than 256 MiB: this is no export.\n")
    }

    @Test func `a device, a pipe or a folder is no database`() throws {
        #expect(mkfifo(url("pipe").path, 0o600) == 0)
        for file in ["/dev/null", "pipe", "."] {
            let run = try codeforge("db", "check", "--database", file)
            #expect(run.errors.contains("can't be opened: it is no regular file"))
            #expect(run.exitCode == 2)
        }
    }

    @Test func `a backup that cannot be made names the file`() throws {
        try makeDatabase("store.db")
        let run = try codeforge("db", "backup", "none/copy.db", "--database", "store.db")
        #expect(run.errors == "Error: The file none/copy.db can't be made: No such file or directory.\n")
    }

    @Test func `a backup is whole though an older database of its name has left its log behind`() throws {
        try makeProject("store.db", "Kept")
        try leaveLog(of: "copy.db", as: "copy.db-wal")
        let expected = try codeforge("db", "export", "--database", "store.db").output
        let run = try codeforge("db", "backup", "copy.db", "--database", "store.db")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.errors.contains("copy.db-wal.old is what an older database of that name had left behind."))
        #expect(try codeforge("db", "export", "--database", "copy.db").output == expected)
        #expect(try codeforge("db", "check", "--database", "copy.db").exitCode == 0)
    }

    @Test(arguments: ["-journal", "-shm", "-wal"])
    func `what lies beside a new backup is put aside, each under a name of its own`(ending: String) throws {
        try makeProject("store.db", "Kept")
        let expected = try codeforge("db", "export", "--database", "store.db").output
        for round in ["", "-2", "-3"] {
            try folder.write("older\(round)", to: "copy.db\(ending)")
            #expect(try codeforge("db", "backup", "copy.db", "--database", "store.db").exitCode == 0)
            #expect(try codeforge("db", "export", "--database", "copy.db").output == expected)
            #expect(try bytes("copy.db\(ending).old\(round)") == Data("older\(round)".utf8))
            try FileManager.default.removeItem(at: url("copy.db"))
        }
    }

    @Test func `a backup that is checked is not touched, and nothing stays beside it`() throws {
        try makeProject("store.db", "Kept")
        #expect(try codeforge("db", "backup", "saved/copy.db", "--database", "store.db").exitCode == 2)
        try FileManager.default.createDirectory(at: url("saved"), withIntermediateDirectories: true)
        #expect(try codeforge("db", "backup", "saved/copy.db", "--database", "store.db").exitCode == 0)
        for file in ["saved/copy.db", "store.db"] {
            let before = try bytes(file)
            for command in ["check", "export"] {
                #expect(try codeforge("db", command, "--database", file).exitCode == 0)
                #expect(try bytes(file) == before)
            }
        }
        #expect(try codeforge("db", "backup", "again.db", "--database", "saved/copy.db").exitCode == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: url("saved").path) == ["copy.db"])
        #expect(!FileManager.default.fileExists(atPath: url("store.db-wal").path))
    }

    @Test func `a log that a killed program left is neither carried over nor lost by the check`() throws {
        try leaveLog(of: "copy.db", as: "other.db-wal")
        try FileManager.default.moveItem(at: url("other.db"), to: url("crashed.db"))
        try FileManager.default.moveItem(at: url("other.db-wal"), to: url("crashed.db-wal"))
        let (database, log) = (try bytes("crashed.db"), try bytes("crashed.db-wal"))
        #expect(try codeforge("db", "check", "--database", "crashed.db").exitCode == 0)
        #expect(try bytes("crashed.db") == database && bytes("crashed.db-wal") == log)
        #expect(try codeforge("db", "export", "--database", "crashed.db").output.contains("Left behind"))
    }

    /// Leaves what a database would have beside it whose program was killed: its log, and with another name itself.
    private func leaveLog(of name: String, as log: String) throws {
        let base = String(log.dropLast("-wal".count))
        try makeProject(name, "Old")
        let server = try ServerProcess(arguments: ["--database", url(name).path])
        let workspace = try TemporaryFolder()
        try server.initialize(root: workspace)
        _ = try server.request(1, "codeforge/project/update", ["title": "Left behind"])
        kill(server.identifier, SIGKILL)
        _ = try server.receiveAll()
        if base != name { try FileManager.default.copyItem(at: url(name), to: url(base)) }
        if base != name { try FileManager.default.copyItem(at: url(name + "-wal"), to: url(log)) }
        try FileManager.default.removeItem(at: url(name))
        try? FileManager.default.removeItem(at: url(name + "-shm"))
        #expect(try !bytes(log).isEmpty)
    }

    private func makeProject(_ name: String, _ title: String) throws {
        try folder.write(
            """
            {"codeforge":{"schema":1,"local_user":null}}
            {"table":"profiles","row":{"id":"3af787c7-8748-4331-b3f1-e240eb3e6238"}}
            {"table":"projects","row":{"id":"4af787c7-8748-4331-b3f1-e240eb3e6238",\
            "user_id":"3af787c7-8748-4331-b3f1-e240eb3e6238","title":"\(title)","mode":"builder"}}

            """, to: "project.jsonl")
        #expect(try codeforge("db", "import", "project.jsonl", "--database", name).exitCode == 0)
    }

    private func makeDatabase(_ name: String) throws {
        try folder.write("{\"codeforge\":{\"schema\":1,\"local_user\":null}}\n", to: "empty.jsonl")
        #expect(try codeforge("db", "import", "empty.jsonl", "--database", name).exitCode == 0)
    }

    private func url(_ name: String) -> URL { URL(filePath: folder.path).appending(path: name) }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

    private func codeforge(_ arguments: String...) throws -> CommandRun { try codeforge(arguments) }

    private func codeforge(_ arguments: [String]) throws -> CommandRun {
        try CommandRun.codeforge(arguments, in: folder)
    }
}
