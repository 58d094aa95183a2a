import ArgumentParser
import Glibc
import JSON
import LanguageServer

/// `codeforge replay`: says to a server again what an editor said when `codeforge lsp --record` wrote it down.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play a recorded session of an editor.",
        discussion: """
            'codeforge lsp --record FILE' writes down what an editor and the server say to each other. Names, texts and \
            addresses are replaced, so that the file can go into a bug report; look at it before you send it. The \
            replay uses a database and empty folders of its own, and ends with 1 where the server does not answer as it did: \
            where an answer or a request is missing, is an error or no error, is another error, or lists another number \
            of jobs or conversations.

            EXAMPLES:
              codeforge lsp --record session.jsonl
              codeforge replay session.jsonl
            """)

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var output: JSONOutput

    func run() throws {
        let lines = try readLines()
        let folder = try temporaryFolder()
        defer { remove(folder) }
        let options = ["--database", folder + "/codeforge.db"]
        let outcome = SessionReplay.run(lines, arguments: options, in: folder) { message in
            StandardStream.output.write(json: message, pretty: false)
        }
        guard let outcome else { throw CommandFailure(description: "The server cannot be started.") }
        for missing in outcome.missing { StandardStream.error.write("The server did not say again: \(missing).\n") }
        for different in outcome.different {
            StandardStream.error.write("The server says something else: \(different).\n")
        }
        StandardStream.error.write("\(outcome.sent) messages sent; the server ended with \(outcome.exitCode).\n")
        guard outcome.missing.isEmpty, outcome.different.isEmpty, outcome.exitCode >= 0 else { throw ExitCode(1) }
    }

    private func readLines() throws -> [JSONValue] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(description: "'\(file)' cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var space = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &space, space.count), count > 0 { bytes += space[..<count] }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { try? JSONValue(parsing: Array($0)) }
        guard lines.first??["codeforge"] != nil, !lines.contains(where: { $0 == nil }) else {
            throw CommandFailure(
                description: "'\(file)' is no recording. 'codeforge lsp --record FILE' makes one.")
        }
        return lines.compactMap { $0 }
    }

    private func temporaryFolder() throws -> String {
        var template = Array((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp").utf8CString.dropLast())
        template += Array("/codeforge-replay-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template).map({ String(cString: $0) }) else {
            throw CommandFailure(description: "There is no temporary folder: \(String(cString: strerror(errno))).")
        }
        return made
    }

    /// Removes a folder of the replay's own with all that is in it.
    private func remove(_ folder: String) {
        guard let listing = opendir(folder) else { return }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let path = "\(folder)/\(name)"
            if Int(entry.pointee.d_type) == Int(DT_DIR) { remove(path) } else { unlink(path) }
        }
        closedir(listing)
        rmdir(folder)
    }
}
