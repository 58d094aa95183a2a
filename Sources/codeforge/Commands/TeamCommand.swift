import ArgumentParser
import Engine
import Glibc
import JSON
import Models

/// `codeforge team`: a project that several people share through a server.
struct TeamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team",
        abstract: "Share projects with others through a CodeForge server.",
        discussion: """
            EXAMPLES:
              codeforge team login https://codeforge.example.com < token.txt
              codeforge team link
              codeforge team share ada@example.com
              codeforge team link --project 0b6c2d1e-5f8a-4c39-9d1e-7a2b3c4d5e6f
              codeforge team status
              codeforge team unlink
            """,
        subcommands: [Login.self, Link.self, Status.self, Sync.self, Share.self, Unlink.self],
        defaultSubcommand: Status.self)

    /// The project of the folder, and its link.
    ///
    /// Left as it is by Swift 6.3's optimiser, which crashes over some of its callers otherwise.
    @_optimize(none)
    fileprivate static func linked(
        _ options: ProjectOptions, _ application: Application
    ) async throws -> (RowID, TeamLink) {
        let text = try await options.projectID(application)
        guard let project = RowID(text) else { throw CommandFailure(description: "'\(text)' is no identity.") }
        return (project, try await application.requireLinked(project))
    }
}

extension TeamCommand {
    struct Login: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign in to a team's server.",
            discussion: """
                The token comes from standard input, from a file that you alone can read, or from the command of the
                setting codeforge.team.tokenCommand in your own config.json. It is never an argument and never stored
                but in codeforge/keys/team of your configuration folder, which you alone can read.
                """)

        @Argument(help: "The server's address.")
        var url: String

        @Option(
            help: ArgumentHelp("A file with the token, which you alone can read.", valueName: "file"),
            completion: .file())
        var tokenFile: String?

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let settings = SettingsFiles(folder: nil).settings
            let application = try await Application.open()
            let isCommand = !settings.team.tokenCommand.isEmpty && tokenFile == nil
            let before = isCommand ? nil : try TeamTokenFile.kept()
            if !isCommand { try TeamTokenFile.keep(try token()) }
            let profile: JSONValue
            do throws(RequestFailure) {
                profile = try await application.askTeam(["action": "check", "url": .string(url)])
            } catch {
                // A token that was refused is not kept.
                if !isCommand {
                    if let before { try TeamTokenFile.keep(before) } else { TeamTokenFile.remove() }
                }
                throw CommandFailure(description: error.message)
            }
            guard let user = profile["id"]?.string.flatMap(RowID.init) else {
                throw CommandFailure(description: "\(url) did not say who you are. Is it a CodeForge server?")
            }
            var address = url
            while address.hasSuffix("/") { address.removeLast() }
            let login = TeamLogin(
                url: address, user: user, name: profile["username"]?.string ?? profile["full_name"]?.string)
            try login.keep()
            if json { return StandardStream.output.write(json: login.json) }
            StandardStream.output.write(
                "Signed in to \(address.printable) as \(login.name.map { "\($0.printable), " } ?? "")\(user.text).\n")
        }

        private func token() throws -> Secret {
            if let tokenFile {
                guard let secret = try TeamTokenFile.read(tokenFile) else {
                    throw CommandFailure(description: "There is no token in \(tokenFile).")
                }
                return secret
            }
            guard isatty(0) == 0 else {
                throw CommandFailure(
                    description: "The token is read from standard input: codeforge team login \(url) < token.txt, or "
                        + "--token-file.")
            }
            let text = String(decoding: try StandardInput.readAll(limitBytes: 8_192), as: UTF8.self)
            guard let line = text.split(whereSeparator: \.isWhitespace).first else {
                throw CommandFailure(
                    description: "Standard input holds no token, and codeforge.team.tokenCommand is not set in your "
                        + "config.json.")
            }
            return Secret(String(line))
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep the folder's project in step with one of the server's.",
            discussion: """
                Without --project a new project is made on the server. Before anything is sent you see what would be,
                and are asked. Files that hold secrets stay here unless you name them with --allow.

                What others change comes into your files by itself where you have not touched them since both sides
                agreed, deletions too; all else waits until you bring it in. Each such change can be undone.
                """)

        @Option(
            name: .customLong("allow"),
            help: ArgumentHelp(
                "A file that may go although it holds secrets; may be given several times.", valueName: "path"),
            completion: .file())
        var allow: [String] = []

        @Flag(help: "Agree without being asked.")
        var yes = false

        @Flag(help: "Write JSON.")
        var json = false

        @Option(help: ArgumentHelp("The project on the server, by its whole identity.", valueName: "id"))
        var project: String?

        @Option(
            help: ArgumentHelp("The folder of the project; . is this one.", valueName: "path"), completion: .directory)
        var folder = "."

        @Option(
            help: ArgumentHelp("The database to use instead of the one in the user's data folder.", valueName: "file"),
            completion: .file())
        var database: String?

        func run() async throws {
            let login = try TeamLogin.needed()
            if let project, RowID(project) == nil {
                throw CommandFailure(
                    description: "'\(project)' is no identity of a project. It has 36 characters; codeforge team "
                        + "status shows it to whoever linked it.")
            }
            let application = try await Application.open(database: database)
            let own = try await application.syncOnce(try ProjectFolder(path: folder))
            try await application.requireUnlinked(own)
            var preview = try await application.teamPreview(of: own, allowing: allow)
            preview.unkept = try await application.unkeptFiles(of: own, in: try ProjectFolder(path: folder))
            try agree(to: preview, login)
            let (id, report) = try await application.link(
                own, as: login, to: project.flatMap(RowID.init), allowing: allow, cleared: preview.cleared)
            try await TeamCommand.showChanges(of: report, application, in: folder)
            if json {
                return StandardStream.output.write(
                    json: ["linked": true, "url": .string(login.url), "project_id": .string(id.text), "report": report])
            }
            let sentences = ["Linked to project \(id) on \(login.url)."] + TeamReport.sentences(of: report)
            StandardStream.output.write(TeamCommand.lines(sentences))
        }

        private func agree(to preview: TeamPreview, _ login: TeamLogin) throws {
            let sentences = preview.sentences(to: login.url, toAllow: "--allow PATH")
            let text = sentences.joined(separator: "\n") + "\n"
            if yes {
                if !json { StandardStream.error.write(text.printableLines()) }
                return
            }
            guard !json, TerminalPrompt.isPossible else {
                StandardStream.error.write(text.printableLines())
                throw CommandFailure(description: "Nothing was sent: nobody could agree. --yes says that you do.")
            }
            StandardStream.error.write(text.printableLines())
            let answer = TerminalPrompt.ask("Go on? [y/N] ")?.lowercased() ?? ""
            guard answer == "y" || answer == "yes" else {
                throw CommandFailure(description: "Nothing was sent.")
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what the folder's project is linked to, and how the last look went.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let text = try await project.projectID(application)
            guard let id = RowID(text) else { throw CommandFailure(description: "'\(text)' is no identity.") }
            let standing = try await application.teamStanding(of: id)
            if json { return StandardStream.output.write(json: standing.json) }
            StandardStream.output.write(TeamCommand.lines(standing.sentences))
        }
    }

    struct Sync: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at both sides now.",
            discussion: "While an editor has the folder open this happens by itself.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            if project.project == nil { try await project.syncFolder(application) }
            let (id, _) = try await TeamCommand.linked(project, application)
            let report = try await application.syncTeam(id).array?.first ?? .null
            if project.project == nil {
                try await TeamCommand.showChanges(of: report, application, in: project.folder)
            }
            if json { return StandardStream.output.write(json: report) }
            let unkept =
                project.project == nil
                ? try await application.unkeptFiles(of: id, in: try project.openFolder()) : []
            StandardStream.output.write(
                TeamCommand.lines(TeamReport.sentences(of: report) + TeamPreview.sentences(ofUnkept: unkept)))
        }
    }

    struct Share: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let somebody share the folder's project, or show who does.")

        @Argument(help: "Their e-mail address or identity on the server; without it those who share are shown.")
        var who: String?

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let (_, link) = try await TeamCommand.linked(project, application)
            var question: JSONObject = [
                "action": who == nil ? "members" : "share", "url": .string(link.url),
                "project_id": .string(link.project.text),
            ]
            question["who"] = who.map { .string($0) }
            let answer = try await application.askTeam(question)
            if json { return StandardStream.output.write(json: answer) }
            if let who { return StandardStream.output.write("\(who.printable) shares the project now.\n") }
            for member in answer["items"]?.array ?? [] {
                let name = member["username"]?.string ?? member["full_name"]?.string ?? ""
                let role = member["is_owner"] == true ? "owner" : "member"
                StandardStream.output.write("\(member["user_id"]?.string ?? "")  \(role)  \(name.printable)\n")
            }
        }
    }

    struct Unlink: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop keeping the folder's project in step; both sides keep what they have.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let (id, link) = try await TeamCommand.linked(project, application)
            try await application.unlink(id)
            if json { return StandardStream.output.write(json: ["linked": false, "url": .string(link.url)]) }
            StandardStream.output.write("No longer linked to \(link.url.printable). All files stay as they are.\n")
        }
    }

    /// Writes what waits for the person into `.codeforge/changes.md`, where editors show it too: the newest of the jobs.
    fileprivate static func showChanges(
        of report: JSONValue, _ application: Application, in folder: String
    ) async throws {
        guard let job = report["waiting"]?.array?.last?["job_id"]?.string.flatMap(RowID.init) else { return }
        let disk = try ProjectFolder(path: folder)
        let changes = try await application.changes(of: job, isAsked: true, in: disk) { path throws(WorkspaceError) in
            try disk.readPlanned(path)?.bytes
        }
        do {
            try await DocumentFolder(disk).write(ChangesDocument(job: job, changes: changes))
        } catch let error as WorkspaceError {
            StandardStream.error.write("warning: .codeforge/changes.md was not written. \(error)\n".printableLines)
        }
    }

    /// Sentences, each on a line.
    fileprivate static func lines(_ sentences: [String]) -> String {
        sentences.map { $0 + "\n" }.joined().printableLines()
    }
}
