import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge project`: the folder's project and its files.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: "Show projects and their files.",
        discussion: """
            EXAMPLES:
              codeforge project
              codeforge project list
              codeforge project files
              codeforge project mirror --folder ~
              codeforge project export-github my-project
            """,
        subcommands: [Show.self, List.self, Files.self, Mirror.self, ExportGitHubCommand.self],
        defaultSubcommand: Show.self)

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
            StandardStream.output.write("\(folder.shownPath.printable) is mirrored: \(count) files.\n")
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
