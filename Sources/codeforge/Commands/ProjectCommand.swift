import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge project`: the folder's project and its files.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: "Show projects and their files, and set their mode.",
        discussion: """
            EXAMPLES:
              codeforge project
              codeforge project list
              codeforge project files
              codeforge project mode builder
              codeforge project mirror --folder ~
              codeforge project export-github my-project
            """,
        subcommands: [Show.self, List.self, Files.self, Mode.self, Mirror.self, ExportGitHubCommand.self],
        defaultSubcommand: Show.self)

    struct Mode: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show or set the project's mode: student (hints, no solutions) or builder (fixes and code).")

        @Argument(help: "The mode; without one, what it is is shown.")
        var mode: Project.Mode?

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let id = try await project.projectID(application)
            var row = try await application.project(id)
            if let mode {
                row = try await application.updateProject(id, ["mode": .string(mode.rawValue)])
                if project.project == nil {
                    try await application.writeDocuments(of: row.id, in: project.openFolder())
                }
            }
            if json { return StandardStream.output.write(json: row.json) }
            let words = row.mode == .student ? "hints and no solutions" : "fixes and generated code"
            StandardStream.output.write("This project is in \(row.mode.rawValue) mode: \(words).\n")
            if row.mode != .student, try await application.isStudent(row.id) {
                StandardStream.error.write(
                    "warning: its folder lies in that of a project in student mode, which holds here as well.\n")
            }
        }
    }

    struct Mirror: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Agree that a folder is mirrored which is not without being asked.",
            discussion: """
                Agents see a project's files in the database, which follows the folder. A home folder, the root of a
                file system, and a folder of more than 20,000 files are not mirrored until somebody agrees; this
                command does, for good. --off takes it back: what is mirrored then stays, and follows no longer.
                """)

        @Flag(help: "Take the agreement back.")
        var off = false

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let folder = try project.openFolder()
            try await application.agreeToMirror(folder, !off)
            if off {
                if json { return StandardStream.output.write(json: ["mirrored": false]) }
                return StandardStream.output.write("\(folder.shownPath.printable) is not mirrored from now on.\n")
            }
            let id = try await project.syncFolder(application)
            let count = try await application.fileCount(ofProject: id)
            if json { return StandardStream.output.write(json: ["mirrored": true, "files": .integer(count)]) }
            StandardStream.output.write("\(folder.shownPath.printable) is mirrored: \(count.counted("file")).\n")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the folder's project as JSON.")

        @OptionGroup var output: JSONOutput
        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let row = try await application.project(try await project.projectID(application))
            StandardStream.output.write(json: row.json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all projects, newest first.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let projects = try await project.application().projects()
            if json {
                StandardStream.output.write(json: JSONValue.array(projects.map(\.json)))
            } else {
                let ids = projects.map(\.id)
                for row in projects {
                    StandardStream.output.write(
                        "\(ids.shortText(of: row.id))  \(row.status.rawValue.padded(to: 11))  \(row.title.printable)\n")
                }
            }
        }
    }

    struct Files: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the project's files.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let id = try await project.projectID(application)
            var offset = 0
            var rows: [ProjectFileInfo] = []
            while true {
                let page = try await application.files(ofProject: id, limit: 100, offset: offset)
                rows += page.items
                guard page.hasMore else { break }
                offset = rows.count
            }
            if json {
                StandardStream.output.write(json: JSONValue.array(rows.map { .object($0.json) }))
            } else {
                for row in rows {
                    StandardStream.output.write(
                        "\(row.path.text.printable)  \(row.language ?? "text")  version \(row.version)\n")
                }
            }
        }
    }
}

extension Project.Mode: ExpressibleByArgument {}
