import ArgumentParser
import Engine
import Glibc
import JSON
import Models

/// `codeforge project export-github`: the project's files as a commit in a new repository.
struct ExportGitHubCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-github",
        abstract: "Put the project's files into a new private GitHub repository, as one commit.",
        discussion: """
            The token comes from the environment variable GITHUB_TOKEN, or else from standard input; it needs the
            scope "repo". It is never an argument, and is never stored or logged.

            Before anything is sent the files are searched for secrets; where there are any, the command lists the
            places and ends with 1. --allow names a file, or a folder of files, that may go as they are. Credential
            files never go. With --json the places are on standard output as well.

            The project's folders are looked at first: what none of them holds any more does not go. What of them is
            left out is named on standard error with the reason, the first few of each, and all of it in the JSON.

            EXAMPLES:
              GITHUB_TOKEN=$(gh auth token) codeforge project export-github my-project
              codeforge project export-github my-project --allow tests/keys/test-only.py --allow tests/certs/
              codeforge project export-github my-project < token.txt
            """)

    @Argument(help: "The repository's name.")
    var name: String

    @Option(
        name: .customLong("api-url"),
        help: ArgumentHelp(
            "The API of a GitHub Enterprise server. (default: $CODEFORGE_GITHUB_API_URL, else GitHub's)",
            valueName: "url"))
    var address: String?

    @Option(
        help: ArgumentHelp(
            "A file or folder that may go although it holds secrets, by its path in the project; may be given several "
                + "times.",
            valueName: "path"), completion: .file())
    var allow: [String] = []

    @OptionGroup var output: JSONOutput
    @OptionGroup var project: ProjectOptions

    func run() async throws {
        let request: ExportGitHubRequest
        do {
            request = try ExportGitHubRequest(
                validating: ["repo_name": .string(name), "github_token": .string(try token())])
        } catch let errors as ValidationErrors {
            throw CommandFailure(description: RequestFailure(errors).message)
        }
        let application = try await project.application()
        let id: String
        if let project = project.project {
            id = project
        } else {
            id = try await project.syncFolder(application).text
        }
        let named = address ?? getenv("CODEFORGE_GITHUB_API_URL").map { String(cString: $0) }
        do {
            let response = try await application.exportToGitHub(request, project: id, address: named, allowing: allow)
            StandardStream.output.write(json: response)
            guard !output.json else { return }
            for sentence in LeftOutFile.sentences(of: response["left_out"]) {
                StandardStream.error.write(sentence.printable + "\n")
            }
        } catch {
            guard error.code == "secrets_found" else { throw error }
            // A message names some of the places; here all of them are wanted.
            let places = error.details["places"]?.array ?? []
            let all = places.map { place in
                let line = place["line"]?.int.map { ":\($0): " } ?? ": credential file: "
                return "  \(place["path"]?.string ?? "")\(line)\(place["kind"]?.string ?? "")".printable + "\n"
            }
            let told = error.message.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map { String($0).printable }
            StandardStream.error.write(
                told.prefix(1).joined() + "\n" + all.joined() + told.dropFirst().joined(separator: "\n") + "\n")
            if output.json { JSONFailure(error, message: error.message).write() }
            throw ExitCode(1)
        }
    }

    private func token() throws -> String {
        if let token = getenv("GITHUB_TOKEN"), token.pointee != 0 { return String(cString: token) }
        let bytes = isatty(0) == 0 ? try StandardInput.readAll(limitBytes: 4_096) : []
        let token = String(decoding: bytes, as: UTF8.self).trimmingWhitespace
        guard !token.isEmpty else {
            throw CommandFailure(
                description: "There is no GitHub token. Set the environment variable GITHUB_TOKEN, or give the token "
                    + "on standard input.")
        }
        return token
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
