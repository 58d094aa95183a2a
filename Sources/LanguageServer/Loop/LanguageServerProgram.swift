import CGlibc
import Engine
import Glibc

/// `codeforge lsp`: reads its few options by hand, because parsing them with the argument parser would take longer than
/// everything else until the first answer, and serves standard input.
package enum LanguageServerProgram {
    /// What `codeforge lsp --help` prints.
    package static let help = """
        OVERVIEW: Serve an editor over the Language Server Protocol on standard input and output.

        USAGE: codeforge lsp [--database FILE] [--log-file FILE] [--log-level error|warning|info|debug]
                             [--record FILE]

        OPTIONS:
          --database FILE     Keep projects and jobs in this file (default: codeforge/codeforge.db in the XDG data
                              folder, or the file that CODEFORGE_DATABASE names).
          --log-file FILE     Append log lines to this file instead of standard error.
          --log-level LEVEL   How much is logged: error, warning, info or debug (default: warning).
          --record FILE       Write down what the editor and the server say, without names and texts, in a new file;
                              'codeforge replay FILE' plays it.
          --stdio             Ignored; the server always speaks over standard input and output.
          --clientProcessId N The editor's process, whose death ends the server.
          -h, --help          Show this help.

        """

    /// Runs the server, with the options that follow `lsp` on the command line, and ends the program.
    ///
    /// The exit code is 0 after `shutdown`, 1 for a session that ended without it, and 2 for a wrong option.
    package static func run(_ arguments: ArraySlice<String>, version: String) -> Never {
        switch ServerOptions.parse(arguments, version: version) {
        case .help:
            exit(say(help, on: 1) ? 0 : 2)
        case .wrong(let problem):
            say("codeforge lsp: \(problem)\nSee 'codeforge lsp --help'.\n", on: 2)
            exit(2)
        case .options(let options):
            if let recording = options.recording {
                SessionRecorder.run(options.arguments, to: recording, version: version)
            }
            // The loop's thread has the heap to itself; all others share one, so that little lies unused in each.
            mallopt(M_ARENA_MAX, 2)
            guard StandardDescriptors.isUsable(STDIN_FILENO), StandardDescriptors.isUsable(STDOUT_FILENO),
                var server = LanguageServer(options: options)
            else {
                say("codeforge lsp: standard input and output must be open; start it from an editor.\n", on: 2)
                exit(1)
            }
            // Nothing has to be tidied up: what the store acknowledged is on disk already.
            let code = server.run()
            ProgramRun.endAll()
            _exit(code)
        }
    }

    /// Ends the program, because an option cannot be followed.
    static func refuse(_ problem: String) -> Never {
        say("codeforge lsp: \(problem).\n", on: 2)
        exit(2)
    }

    /// - Returns: whether it was written.
    @discardableResult
    private static func say(_ text: String, on descriptor: Int32) -> Bool {
        var text = text.printableLines()
        return text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
    }
}
