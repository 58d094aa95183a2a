import AgentRuns
import Agents
import Engine
import Foundation
import Glibc
import Models
import PostgresStorage

// `codeforge-worker`: claims agent jobs from a database and runs them; leaves when there is nothing to do.
//
// Started by the language server and the command line, which it outlives; it speaks through the database alone.

StandardDescriptors.occupy()
CrashReports.leaveOut()
signal(SIGPIPE, SIG_IGN)
// A file that may not grow is an error like a full disk, not the end.
signal(SIGXFSZ, SIG_IGN)

switch CommandLine.arguments.dropFirst().first {
case "--help", "-h":
    print(WorkerArguments.usage)
    exit(0)
case "--version":
    print(ProductVersion.text)
    exit(0)
default: break
}

if CommandLine.arguments.dropFirst().first == "export-github" {
    closefrom(3)
    exit(await ExportGitHub.run())
}

if CommandLine.arguments.dropFirst().first == "models" {
    closefrom(3)
    exit(await ModelsProgram.run())
}

if CommandLine.arguments.dropFirst().first == "team" {
    closefrom(3)
    exit(await TeamProgram.run())
}

if CommandLine.arguments.dropFirst().first == "team-sync" {
    let arguments = Array(CommandLine.arguments.dropFirst(2))
    let isOnce = arguments.contains("--once")
    closefrom(arguments.contains("--announced") ? WorkerPresence.inherited + 1 : 3)
    exit(isOnce ? await TeamSyncProgram.runOnce() : await TeamSyncProgram.follow(arguments))
}

let given: WorkerArguments
do {
    given = try WorkerArguments(
        arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
} catch {
    fail(error.description, code: 64)
}

// Whatever else the starting program had open is not ours to keep open.
closefrom(given.options.isAnnounced ? WorkerPresence.inherited + 1 : 3)

do {
    let application: Application
    if let url = given.serverDatabase {
        // One job needs one connection for the service and one for its user at a time, more or less.
        let limits = PostgresStore.Limits(users: given.options.concurrency + 1, services: given.options.concurrency + 1)
        application = Application(store: try await PostgresStore.connect(apiURL: url, limits: limits), caller: .service)
    } else {
        application = try await Application.open(database: given.database)
    }
    // Makes a connection only when a job wants a model.
    let endpoints = ModelEndpoints()
    try await Worker(application: application, options: given.options) { work in
        try await ModelRoster.of(work, endpoints: endpoints)
    }
    .run()
    await endpoints.shutDown()
} catch {
    fail("\(error)", code: 1)
}

func fail(_ message: String, code: Int32) -> Never {
    var line = Array("codeforge-worker: \(message)\n".printableLines().utf8)
    _ = write(2, &line, line.count)
    exit(code)
}
