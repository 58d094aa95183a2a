import Foundation
import TestSupport
import Testing

/// Programs that are started with a standard stream closed: their own files must not take its number.
@Suite struct ClosedDescriptorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("debugger;\n", to: "a.js")
        try folder.write("{\"codeforge\":{\"schema\":1,\"local_user\":null}}\n", to: "empty.jsonl")
    }

    private var database: String { folder.path + "/store.db" }

    /// Runs a program by a shell that closes some of its streams, such as `0<&-`.
    private func run(
        _ arguments: [String], of program: String = BuiltProgram.codeforge, closing streams: String
    ) throws -> CommandRun {
        try CommandRun(
            "/bin/sh", ["-c", "exec \"$0\" \"$@\" \(streams)", program] + arguments, in: folder.path,
            environment: [
                "XDG_DATA_HOME": folder.path + "/.data", "XDG_CONFIG_HOME": folder.path + "/.config",
                "CODEFORGE_WORKER": WorkerProcesses.quickWorker["CODEFORGE_WORKER"] ?? "",
                "BUILT_WORKER": WorkerProcesses.quickWorker["BUILT_WORKER"] ?? "",
            ])
    }

    @Test(arguments: ["0<&-", "1>&-", "0<&- 1>&-"])
    func `the language server ends at once, with a message`(streams: String) throws {
        let run = try self.run(["lsp", "--database", database], closing: streams)
        #expect(run.exitCode == 1)
        #expect(
            run.errors == "codeforge lsp: standard input and output must be open; start it from an editor.\n")
    }

    @Test(arguments: ["2>&-", "0<&- 2>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-"])
    func `the language server ends without anywhere to say why`(streams: String) throws {
        // The end of its input ends it in any case.
        #expect(try run(["lsp", "--database", database, "--log-level", "debug"], closing: streams).exitCode == 1)
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    @Test(arguments: [
        ["db", "import", "empty.jsonl"], ["db", "check"], ["db", "export"], ["db", "path"], ["project", "list"],
        ["jobs", "list"], ["run", "research", "--idea", "A shop for tea", "--skip-clarification"],
    ])
    func `no command writes into its database by the number of a stream`(arguments: [String]) throws {
        _ = try run(["db", "import", "empty.jsonl", "--database", database], closing: "")
        let usual = try run(arguments + ["--database", database], closing: "")
        #expect(usual.exitCode == 0, "\(usual.errors)")
        for streams in ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"] {
            let run = try self.run(arguments + ["--database", database], closing: streams)
            // What was to be printed and could not be is an error, as on a full disk.
            let isLost = streams.contains("1>&-") && !usual.output.isEmpty
            #expect(run.exitCode == (isLost ? 2 : 0), "\(streams) \(run.errors)")
            if isLost, !streams.contains("2>&-") {
                #expect(run.errors.contains("be written: Bad file descriptor."), "\(run.errors)")
            }
        }
        let check = try run(["db", "check", "--database", database], closing: "")
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
    }

    @Test func `a review without its input or its output says so`() throws {
        let input = try run(["review", "-", "--stdin-path", "a.js"], closing: "0<&-")
        #expect(input.exitCode == 2 && input.errors.contains("cannot be read: Bad file descriptor"), "\(input.errors)")
        #expect(input.output.isEmpty)
        let output = try run(["review", "a.js"], closing: "1>&-")
        #expect(output.exitCode == 2 && output.errors.contains("cannot be written"), "\(output.errors)")
        let errors = try run(["review", "a.js"], closing: "2>&-")
        #expect(errors.output.contains("debug/debugger-statement"))
        let help = try run(["lsp", "--help"], closing: "1>&-")
        #expect(help.exitCode == 2)
    }

    @Test(arguments: ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
    func `a worker works without them`(streams: String) throws {
        let worker = BuiltProgram.folder + "/codeforge-worker"
        let run = try self.run(["--database", database, "--idle-seconds", "0"], of: worker, closing: streams)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try self.run(["db", "check", "--database", database], closing: "").exitCode == 0)
    }
}
