import Foundation
import Glibc
import JSON
import Models
import TestSupport
import Testing

/// Two people on two home folders, with the built programs, over a server on PostgreSQL.
@Suite struct TeamProgramTests {
    private let server: RunningServer
    private let cluster: PostgresCluster
    private let database: String
    /// The address of the login that workers have.
    private let service: String
    private let owner = RowID.random()
    private let friend = RowID.random()

    init() throws {
        let cluster = try PostgresCluster.shared()
        let database = try cluster.makeDatabase()
        func url(_ user: String) -> String { "postgresql:///\(database)?host=\(cluster.folder)&user=\(user)" }
        let migrated = try CommandRun(
            BuiltProgram.folder + "/codeforge-server", ["migrate", "--database-url", url("postgres")], in: "/")
        guard migrated.exitCode == 0 else { throw HTTPConnection.Failure.malformed(migrated.errors) }
        (self.cluster, self.database, service) = (cluster, database, url("codeforge_service"))
        server = try RunningServer(database: url("codeforge_api"), service: service)
    }

    /// A person: a home and a folder of work.
    private struct Person {
        let home: TemporaryFolder
        let folder: TemporaryFolder

        init() throws { (home, folder) = (try TemporaryFolder(), try TemporaryFolder()) }

        var environment: [String: String] {
            ["XDG_DATA_HOME": home.path + "/data", "XDG_CONFIG_HOME": home.path + "/config"]
        }
        var database: String { home.path + "/data/codeforge/codeforge.db" }
        var tokenFile: String { home.path + "/config/codeforge/keys/team" }

        func run(_ arguments: [String], input: String = "") throws -> CommandRun {
            try CommandRun.codeforge(
                ["team"] + arguments, in: folder, input: Array(input.utf8), environment: environment)
        }

        func json(_ arguments: [String]) throws -> JSONValue {
            let run = try run(arguments + ["--json"])
            guard run.exitCode == 0 else { throw HTTPConnection.Failure.malformed(run.errors) }
            return try JSONValue(parsing: run.output)
        }

        func text(_ name: String) -> String? { try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8) }
    }

    private var url: String { "http://127.0.0.1:\(server.port)" }

    private func signedIn(_ user: RowID) async throws -> Person {
        let person = try Person()
        let login = try person.run(["login", url], input: try await TestToken.of(user) + "\n")
        guard login.exitCode == 0 else { throw HTTPConnection.Failure.malformed(login.errors) }
        return person
    }

    @Test func `two people share a project, at the terminal and in an editor`() async throws {
        let ada = try await signedIn(owner)
        try ada.folder.write("print(1)\n", to: "src/walk.py")
        let unasked = try ada.run(["link"])
        #expect(unasked.exitCode == 2)
        #expect(unasked.errors.contains("1 file (") && unasked.errors.contains("Nothing was sent"))
        let token = try await TestToken.of(owner)
        #expect(try server.send("GET", "/v1/projects", as: token).json["total"] == 0)

        let linked = try ada.json(["link", "--yes"])
        let project = try #require(linked["project_id"]?.string)
        #expect(linked["report"]?["sent"] == 1)
        #expect(try ada.json(["status"])["run_jobs"] == "here")

        let bob = try await signedIn(friend)
        let stranger = try bob.run(["link", "--project", project, "--yes"])
        #expect(stranger.exitCode == 2 && stranger.errors.contains("share"))
        #expect(try ada.run(["share", friend.text]).exitCode == 0)
        let joined = try bob.json(["link", "--project", project, "--yes"])
        #expect(joined["report"]?["brought_in"] == 1)
        #expect(bob.text("src/walk.py") == "print(1)\n")

        // An editor of Bob's is told by the server, by way of the worker.
        let editor = try ServerProcess(environment: bob.environment)
        try editor.initialize(root: bob.folder)
        defer { WorkerProcesses.kill(bob.database) }
        try ada.folder.write("print(2)\n", to: "src/walk.py")
        #expect(try ada.json(["sync"])["sent"] == 1)
        _ = try RunningServer.wait(for: "the change") { bob.text("src/walk.py") == "print(2)\n" ? true : nil }
        // What is typed there comes back without a word of the terminal.
        try bob.folder.write("print(3)\n", to: "src/walk.py")
        try editor.send([
            "method": "workspace/didChangeWatchedFiles",
            "params": ["changes": [["uri": .string(bob.folder.uri + "/src/walk.py"), "type": 2]]],
        ])
        _ = try RunningServer.wait(for: "the change on the server") {
            let file = try server.send("GET", "/v1/projects/\(project)/files/src/walk.py", as: token)
            return file.json["content"] == "print(3)\n" ? true : nil
        }
        #expect(try editor.shutDown() == 0)

        #expect(try bob.run(["unlink"]).exitCode == 0)
        #expect(bob.text("src/walk.py") == "print(3)\n")
        #expect(try bob.json(["status"])["linked"] == false)
        for person in [ada, bob] {
            let bytes = (try? Data(contentsOf: URL(filePath: person.database))) ?? Data()
            #expect(bytes.range(of: Data(token.suffix(40).utf8)) == nil, "no token in a database")
        }
        #expect(!server.log.contains(token.suffix(40)))
    }

    @Test func `a token comes from where its owner alone can read it, and goes nowhere in the clear`() async throws {
        let person = try await signedIn(owner)
        var attributes = stat()
        #expect(stat(person.tokenFile, &attributes) == 0 && attributes.st_mode & 0o777 == 0o600)
        chmod(person.tokenFile, 0o644)
        #expect(try person.run(["link", "--yes"]).errors.contains("chmod 600"))
        chmod(person.tokenFile, 0o600)

        let refused = try person.run(["login", url], input: "not-a-token\n")
        #expect(refused.exitCode == 2 && refused.errors.contains("refused the token"))
        #expect(try person.run(["link", "--yes"]).exitCode == 0, "the token from before is still there")
        let clear = try person.run(["login", "http://codeforge.example.com"], input: "x\n")
        #expect(clear.exitCode == 2 && clear.errors.contains("https://"))

        try person.home.write(try await TestToken.of(owner), to: "token")
        let open = try person.run(["login", url, "--token-file", person.home.path + "/token"])
        #expect(open.exitCode == 2 && open.errors.contains("chmod 600"))
        try person.home.write(
            #"{"team": {"tokenCommand": "cat \#(person.home.path)/token"}}"#, to: "config/codeforge/config.json")
        unlink(person.tokenFile)
        #expect(try person.run(["login", url]).exitCode == 0)
        #expect(try person.run(["sync"]).exitCode == 0)
    }

    @Test func `a folder with jobs is linked`() async throws {
        let ada = try await signedIn(owner)
        let own = try CommandRun.codeforge(
            ["run", "research", "--idea", "A CRM for dog walkers", "--skip-clarification", "--yes"], in: ada.folder,
            environment: ada.environment)
        #expect(own.exitCode == 0, "\(own.errors)")
        defer { WorkerProcesses.kill(ada.database) }
        let linked = try ada.json(["link", "--yes"])
        let project = try #require(linked["project_id"]?.string)
        let token = try await TestToken.of(owner)
        let jobs = try server.send("GET", "/v1/jobs/\(project)/list", as: token).json
        #expect(jobs["items"]?.array?.map { $0["status"] } == ["completed"])
    }

    @Test func `a link that fails leaves nothing linked, here and there`() async throws {
        let ada = try await signedIn(owner)
        try ada.folder.write("a\n", to: "a.txt")
        // The server's own table refuses what the link sends.
        try cluster.run("alter table public.project_files add constraint refused check (path <> 'a.txt')", in: database)
        let failed = try ada.run(["link", "--yes"])
        #expect(failed.exitCode == 2 && failed.errors.contains("Nothing is linked"), "\(failed.errors)")
        #expect(try ada.json(["status"])["linked"] == false)
        let token = try await TestToken.of(owner)
        #expect(try server.send("GET", "/v1/projects", as: token).json["total"] == 0)
        try cluster.run("alter table public.project_files drop constraint refused", in: database)
        #expect(try ada.json(["link", "--yes"])["report"]?["sent"] == 1)
    }

    @Test func `what both changed is shown at the terminal, and stays with whoever changed it`() async throws {
        let (ada, bob) = (try await signedIn(owner), try await signedIn(friend))
        try ada.folder.write("A=1\r\n", to: "Makefile")
        let project = try #require(try ada.json(["link", "--yes"])["project_id"]?.string)
        _ = try ada.run(["share", friend.text])
        _ = try bob.json(["link", "--project", project, "--yes"])
        try ada.folder.write("A=1\r\nB=ada\r\n", to: "Makefile")
        try ada.folder.write("ada\n", to: "new.txt")
        try bob.folder.write("A=1\r\nB=bob\r\n", to: "Makefile")
        try bob.folder.write("bob\n", to: "new.txt")
        _ = try ada.json(["sync"])
        let waiting = try bob.json(["sync"])["waiting"]?.array ?? []
        let job = try #require(waiting.first?["job_id"]?.string)
        func jobs(_ arguments: [String]) throws -> CommandRun {
            try CommandRun.codeforge(["jobs"] + arguments, in: bob.folder, environment: bob.environment)
        }
        let diff = try jobs(["diff", job]).output
        #expect(diff.contains("+B=ada\n") && !diff.contains("\u{FFFD}"), "\(diff)")
        #expect(bob.text(".codeforge/changes.md")?.contains("+B=ada") == true)
        let applied = try jobs(["apply", job, "--yes"])
        #expect(applied.exitCode == 1, "\(applied.output)")
        #expect(bob.text("Makefile") == "A=1\r\nB=bob\r\n" && bob.text("new.txt") == "bob\n")
        try bob.folder.write("A=1\r\nB=both\r\n", to: "Makefile")
        try bob.folder.write("both\n", to: "new.txt")
        let settled = try bob.json(["sync"])
        #expect(settled["sent"] == 2 && settled["waiting"] == [], "\(settled)")
        #expect(try ada.json(["sync"])["brought_in"] == 2)
        #expect(ada.text("Makefile") == "A=1\r\nB=both\r\n" && ada.text("new.txt") == "both\n")
    }

    @Test func `without the server everything goes on, and is said`() async throws {
        let person = try await signedIn(owner)
        try person.folder.write("a\n", to: "a.txt")
        _ = try person.json(["link", "--yes"])
        server.terminate()
        _ = server.exitCode()
        try person.folder.write("b\n", to: "a.txt")
        let sync = try person.run(["sync"])
        #expect(sync.exitCode == 2 && sync.errors.contains("could not be reached"))
        #expect(try person.run(["status"]).output.contains("could not be reached"))
        #expect(person.text("a.txt") == "b\n")
    }
}
