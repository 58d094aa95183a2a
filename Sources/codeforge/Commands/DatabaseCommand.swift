import ArgumentParser
import Engine
import Glibc
import JSON

/// `codeforge db`: the database as a file.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Find, check, copy and carry the database.",
        discussion: """
            EXAMPLES:
              codeforge db path
              codeforge db check
              codeforge db backup ~/codeforge-backup.db
              codeforge db export projects.jsonl
              codeforge db import projects.jsonl --database other.db
            """,
        subcommands: [Path.self, Check.self, Backup.self, Export.self, Import.self])

    struct Options: ParsableArguments {
        @Option(
            help: ArgumentHelp("Use this database instead of the one in the user's data folder.", valueName: "file"),
            completion: .file())
        var database: String?

        @Flag(help: "Write JSON.")
        var json = false
    }
}

extension DatabaseCommand {
    /// `codeforge db path`.
    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print where the database lies.")

        @OptionGroup var options: Options

        func run() throws {
            let path = try Application.databasePath(named: options.database)
            options.write(["path": .string(path)], orText: path)
        }
    }

    /// `codeforge db check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for damage, orphan rows, and a schema or policies that are not this program's.",
            discussion: "The exit code is 0 when all is well, and 1 when something is wrong.")

        @OptionGroup var options: Options

        func run() async throws {
            let path = try Application.databasePath(named: options.database)
            let problems = try await Application.databaseProblems(in: options.database)
            guard !problems.isEmpty else {
                return options.write(
                    ["path": .string(path), "problems": []], orText: "\(path) is in order.")
            }
            options.write(
                ["path": .string(path), "problems": .array(problems.map { .string($0) })],
                orText: problems.joined(separator: "\n"))
            StandardStream.error.write(
                "\(path): \(problems.count) problem\(problems.count == 1 ? "" : "s"). Keep the file, and restore a "
                    + "backup or make a new database with `codeforge db export` and `codeforge db import`.\n")
            throw ExitCode(1)
        }
    }

    /// `codeforge db backup`.
    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy the database into a new file, while editors go on using it.")

        @Argument(help: ArgumentHelp("The new file; it must not exist.", valueName: "file"), completion: .file())
        var file: String

        @OptionGroup var options: Options

        func run() async throws {
            for name in try await Application.backUpDatabase(options.database, to: file) {
                StandardStream.error.write(
                    "note: \(name) is what an older database of that name had left behind. It is no part of the copy.\n"
                )
            }
            options.write(
                ["path": .string(file)],
                orText: "\(file) is a complete copy. Use it with --database, or put it in place.")
        }
    }

    /// `codeforge db export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write every row as a line of JSON, to a new file or to standard output.")

        @Argument(
            help: ArgumentHelp("The new file; without one, or with -, standard output.", valueName: "file"),
            completion: .file())
        var file = "-"

        @OptionGroup var options: Options

        func run() async throws {
            let output = try LineOutput(file)
            try await Application.exportDatabase(options.database) { try output.write($0) }
            try output.finish()
        }
    }

    /// `codeforge db import`.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add the rows of an export: all of them, or none when one is wrong.",
            discussion: "Rows that are there already stay as they are, so importing twice is the same as once.")

        @Argument(
            help: ArgumentHelp("The export; without one, or with -, standard input.", valueName: "file"),
            completion: .file())
        var file = "-"

        @OptionGroup var options: Options

        func run() async throws {
            let input = try LineInput(file)
            let rows = try await Application.importDatabase(into: options.database) { try input.next() }
            options.write(
                ["added": .integer(rows.added), "present": .integer(rows.present)],
                orText: "\(rows.added) rows added, \(rows.present) were there already.")
        }
    }
}

extension DatabaseCommand.Options {
    /// Writes what a command found out, as JSON or in words.
    fileprivate func write(_ object: JSONObject, orText text: String) {
        if json { return StandardStream.output.write(json: .object(object)) }
        StandardStream.output.write(text + "\n")
    }
}
