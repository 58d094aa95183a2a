import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// `codeforge models`, and an agent that is a model, as a person in a terminal has them.
@Suite struct ModelsCommandTests {
    private static let key = "sk-terminal-0123456789abcdef"
    private static let requirements: JSONValue = [
        "app_name": "Walks", "elevator_pitch": "Dog walkers keep their walks in one place.",
        "target_audience": [],
        "core_features": [], "recommended_stack": ["SQLite"], "technical_constraints": .null,
    ]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("# Walks\n", to: "work/README.md")
    }

    private func configure(_ server: ModelServer, _ more: String = "") throws {
        try folder.write(
            "{\"model\": {\"provider\": \"openai\", \"name\": \"trial-1\", \"baseURL\": \"\(server.address)/v1\"\(more)}}",
            to: ".config/codeforge/config.json")
    }

    private func codeforge(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(
            arguments + ["--folder", "work"], in: folder, environment: ["OPENAI_API_KEY": Self.key])
    }

    private func research() throws -> CommandRun {
        try codeforge(
            "run", "research", "--idea", "Dog walkers keep their walks", "--skip-clarification")
    }

    @Test func `a job waits for the person's word, then runs, and the key is nowhere`() async throws {
        let server = try ModelServer([ModelStream.chat(Self.requirements.serialized)])
        try configure(server)
        let waiting = try research()
        #expect(waiting.exitCode == 3, "\(waiting)")
        #expect(waiting.errors.contains("May the research agent send"))
        #expect(server.requests.isEmpty)
        let consent = try String(
            contentsOfFile: folder.path + "/work/.codeforge/consent.md", encoding: .utf8)
        #expect(
            consent.contains("\(server.address)/v1/chat/completions")
                && consent.contains("Dog walkers keep"))

        let job = try #require(
            waiting.errors.split(separator: " ").drop { $0 != "respond" }.dropFirst().first)
        let done = try codeforge("jobs", "respond", String(job), "--answer", "1")
        #expect(done.exitCode == 0, "\(done)")
        let document = try String(
            contentsOfFile: folder.path + "/work/.codeforge/requirements.md", encoding: .utf8)
        #expect(
            document.contains("# Walks") && document.contains("Made by trial-1 (openai), from the idea"))
        let after = try String(
            contentsOfFile: folder.path + "/work/.codeforge/consent.md", encoding: .utf8)
        #expect(after.contains("Nothing waits for your agreement."))
        let shown = try JSONValue(parsing: try codeforge("jobs", "show", String(job)).output)
        #expect(
            shown["usage"]?["input_tokens"] == 12 && shown["made_by"]?["maker"] == "trial-1 (openai)")

        #expect(try research().exitCode == 0)
        #expect(
            try codeforge("models", "revoke").output.contains("Nothing of this folder goes to openai"))
        #expect(try research().exitCode == 3)
        let requests = await server.requests(atLeast: 2)
        #expect(requests.count == 2)
        #expect(
            requests.allSatisfy { $0["headers"]?["authorization"] == .string("Bearer \(Self.key)") })
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            let bytes = try? Data(contentsOf: URL(filePath: folder.path + "/" + name))
            #expect(bytes?.range(of: Data(Self.key.utf8)) == nil, "\(name)")
        }
    }

    @Test func `allowing lets a job go on that waits, and JSON says what was agreed to`() async throws {
        let server = try ModelServer([ModelStream.chat(Self.requirements.serialized)])
        try configure(server)
        #expect(try research().exitCode == 3)
        let allowed = try JSONValue(parsing: try codeforge("models", "allow", "--json").output)
        #expect(
            allowed == [
                "provider": "openai", "base_url": .string(server.address + "/v1"), "allowed": true,
            ])
        #expect(await server.requests(atLeast: 1).count == 1)
        #expect(
            try codeforge("models", "allow", "skynet").errors.contains("There is no provider 'skynet'"))
        #expect(try codeforge("models", "allow", "offline").exitCode == 2)
    }

    @Test func `models are listed and tested, and a failure says what is wrong`() throws {
        let list = ModelServer.Step(
            ["{\"data\": [{\"id\": \"trial-1\"}]}"], headers: ["Content-Type": "application/json"])
        let server = try ModelServer([
            list, ModelStream.chat("{\"word\": \"ready\"}"), .failure(401, "{}"),
        ])
        try configure(server, ", \"routes\": {\"qa\": \"offline\"}")
        let listed = try JSONValue(parsing: try codeforge("models", "--json").output)
        #expect(listed["providers"]?[0]?["models"] == ["trial-1"])
        #expect(listed["routes"]?["qa"] == "offline" && listed["routes"]?["code"] == "openai/trial-1")
        #expect(listed["agreements"] == [])
        let tested = try codeforge("models", "test", "--json")
        let result = try JSONValue(parsing: tested.output)[0]
        #expect(tested.exitCode == 0)
        #expect(
            result?["structure"] == "schema" && result?["input_tokens"] == 12 && result?["error"] == nil)
        let failed = try codeforge("models", "test")
        #expect(failed.exitCode == 1)
        #expect(failed.output.contains("the key was refused"))
    }

    @Test func `an answer that is never valid fails with its errors, and is kept as it came`() throws {
        let server = try ModelServer([
            ModelStream.chat("I would rather \u{1B}[31mtalk about the weather.")
        ])
        try configure(server, ", \"prices\": {\"trial-1\": {\"input\": 100, \"output\": 1000}}")
        _ = try codeforge("models", "allow")
        let failed = try research()
        #expect(failed.exitCode == 1)
        #expect(failed.output.contains("no valid answer in 3 tries"), "\(failed)")
        let jobs = try JSONValue(parsing: try codeforge("jobs", "--json").output)
        let job = try #require(jobs["items"]?[0]?["job_id"]?.string)
        #expect(
            try codeforge("jobs", "show", job, "--raw").output
                == "I would rather \u{FFFD}[31mtalk about the weather.\n"
        )
        // 3 × (12 in for $100 a million, 3 out for $1000 a million).
        let list = try codeforge("jobs").output
        #expect(list.contains("36 tokens in, 9 out, in 3 requests, $0.0126"), "\(list)")
        #expect(list.contains("Models today (UTC): 36 tokens in"))
        let document = try String(
            contentsOfFile: folder.path + "/work/.codeforge/jobs.md", encoding: .utf8)
        #expect(
            document.contains("Models today (UTC): 36 tokens in, 9 out, in 3 requests, $0.0126."),
            "\(document)")
    }

    @Test func `what a provider says of the key is in no file, no list and no test`() throws {
        let echo =
            "{\"error\": {\"message\": \"Incorrect API key provided: \(Self.key). See \(Self.key.prefix(12))****\"}}"
        let server = try ModelServer([.failure(400, echo)])
        try configure(server)
        _ = try codeforge("models", "allow")
        let failed = try research()
        #expect(
            failed.exitCode == 1 && failed.output.contains("Incorrect API key provided: **********."),
            "\(failed)")
        let jobs = try JSONValue(parsing: try codeforge("jobs", "--json").output)
        let job = try #require(jobs["items"]?[0]?["job_id"]?.string)
        var said = [failed.output, failed.errors]
        for arguments in [
            ["jobs", "show", job], ["models", "test"], ["models", "test", "--json"], ["models"],
        ] {
            let run = try CommandRun.codeforge(
                arguments + ["--folder", "work"], in: folder, environment: ["OPENAI_API_KEY": Self.key])
            said += [run.output, run.errors]
        }
        #expect(said.allSatisfy { !$0.contains(Self.key.prefix(12)) }, "\(said)")
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            let bytes = try? Data(contentsOf: URL(filePath: folder.path + "/" + name))
            #expect(bytes?.range(of: Data(Self.key.prefix(12).utf8)) == nil, "\(name)")
        }
    }

    @Test func `a test says what a model answered instead, and its tokens count for the day`() throws {
        let server = try ModelServer([ModelStream.chat("I would rather talk about the weather.")])
        try configure(server)
        let failed = try codeforge("models", "test")
        #expect(
            failed.output.contains("It said: “I would rather talk about the weather.”"), "\(failed)")
        #expect(!failed.output.contains("jobs show"))
        #expect(
            try codeforge("jobs").output.contains(
                "Models today (UTC): 36 tokens in, 9 out, in 3 requests"))
        try configure(server, ", \"dailyLimit\": 50")
        let refused = try codeforge("models", "test")
        #expect(
            refused.output.contains(
                "The day's limit of 50 tokens has no room for this request, and nothing was sent: 45 "),
            "\(refused)")
        #expect(server.requests.count == 3)
    }

    /// Runs the program with a configuration and a key of somebody else's on the same database.
    private func other(_ arguments: String..., key: String = "sk-other-9876543210fedcba") throws
        -> CommandRun
    {
        try CommandRun.codeforge(
            arguments + ["--folder", "work"], in: folder,
            environment: ["OPENAI_API_KEY": key, "XDG_CONFIG_HOME": folder.path + "/.other"])
    }

    private func researchOther() throws -> CommandRun {
        try other("run", "research", "--idea", "Dog walkers keep their walks", "--skip-clarification")
    }

    @Test
    func `an agreement and a key are those of whoever starts a job, whatever worker runs already`()
        async throws
    {
        let server = try ModelServer([ModelStream.chat(Self.requirements.serialized)])
        try configure(server)
        try FileManager.default.copyItem(
            atPath: folder.path + "/.config", toPath: folder.path + "/.other")
        let database = folder.path + "/.data/codeforge/codeforge.db"
        defer { WorkerProcesses.kill(database) }
        #expect(
            try codeforge("models", "allow").output.contains(
                folder.path + "/.config/codeforge/config.json"))
        #expect(try research().exitCode == 0)
        // Its worker is still there. The other's configuration agreed to nothing, and then agrees.
        #expect(try researchOther().exitCode == 3)
        #expect(try other("models", "allow").exitCode == 0)
        #expect(try researchOther().exitCode == 0)
        #expect(try research().exitCode == 0)
        let keys = await server.requests(atLeast: 4).compactMap {
            $0["headers"]?["authorization"]?.string
        }
        #expect(
            keys.filter { $0.contains("sk-other") }.count == keys.filter { $0.contains(Self.key) }.count,
            "\(keys)")
        // Whoever takes it back stops them all.
        let revoked = try other("models", "revoke", "openai")
        #expect(revoked.output.contains("any more, from any program on this database"), "\(revoked)")
        #expect(try research().exitCode == 3)
        #expect(try researchOther().exitCode == 3)
        #expect(server.requests.count == keys.count)
        #expect(try codeforge("models").output.contains("Nothing of this folder is sent to anybody."))
    }

    @Test
    func `a key that is set after the worker was started is used, and without one that is said`()
        async throws
    {
        let server = try ModelServer([
            .failure(401, "{}"), ModelStream.chat(Self.requirements.serialized),
        ])
        try configure(server)
        let database = folder.path + "/.data/codeforge/codeforge.db"
        defer { WorkerProcesses.kill(database) }
        func run(_ environment: [String: String]) throws -> CommandRun {
            try CommandRun.codeforge(
                ["run", "research", "--idea", "Dog walkers", "--skip-clarification", "--folder", "work"],
                in: folder,
                environment: environment)
        }
        _ = try codeforge("models", "allow")
        let without = try run([:])
        #expect(without.output.contains("no key was sent, and the server wants one (401"), "\(without)")
        #expect(without.output.contains("OPENAI_API_KEY, CODEFORGE_API_KEY"), "\(without)")
        let with = try run(["CODEFORGE_API_KEY": Self.key])
        #expect(with.exitCode == 0, "\(with)")
        let requests = await server.requests(atLeast: 2)
        #expect(
            requests.map { $0["headers"]?["authorization"]?.string } == [nil, "Bearer \(Self.key)"])
    }

    @Test func `the offline agent stands in where that was chosen, and says so`() throws {
        let server = try ModelServer([.failure(401, "{}")])
        try configure(server, ", \"fallback\": \"offline\"")
        _ = try codeforge("models", "allow")
        let run = try research()
        #expect(run.exitCode == 0)
        #expect(run.output.contains("It was made offline") && run.output.contains("gave no answer"), "\(run.output)")
        let document = try String(
            contentsOfFile: folder.path + "/work/.codeforge/requirements.md", encoding: .utf8)
        #expect(
            document.contains("Made offline")
                && document.contains("because trial-1 (openai) gave no answer"),
            "\(document)")
    }

    @Test func `a recording answers without a model, a key or an agreement, and holds no secret`()
        throws
    {
        var composer = SecretComposer(seed: 4)
        let token = composer.github()
        let server = try ModelServer([ModelStream.chat(Self.requirements.serialized)])
        try configure(server)
        _ = try codeforge("models", "allow")
        let idea = "Dog walkers keep their walks, with the token \(token)"
        let first = try codeforge(
            "run", "research", "--idea", idea, "--skip-clarification", "--record-models", "recording")
        #expect(first.exitCode == 0, "\(first)")
        let recording = folder.path + "/recording"
        let names = try FileManager.default.contentsOfDirectory(atPath: recording).sorted()
        #expect(names.count == 2 && names.last == "settings.json", "\(names)")
        for name in names {
            let text = try String(contentsOfFile: recording + "/" + name, encoding: .utf8)
            #expect(!text.contains(token) && !text.contains(Self.key), "\(name)")
        }
        try FileManager.default.removeItem(atPath: folder.path + "/.config")
        try folder.write("# Other\n", to: "other/README.md")
        let again = try CommandRun.codeforge(
            [
                "run", "research", "--idea", idea, "--skip-clarification", "--replay-models", "recording",
                "--folder",
                "other",
            ], in: folder)
        #expect(again.exitCode == 0, "\(again)")
        #expect(server.requests.count == 1)
        let document = try String(
            contentsOfFile: folder.path + "/other/.codeforge/requirements.md", encoding: .utf8)
        #expect(document.contains("# Walks") && document.contains("Made by trial-1 (openai)"))
    }

    private func write(settings: String) throws {
        try folder.write(settings, to: ".config/codeforge/config.json")
    }

    @Test(arguments: [
        (#"{"model.provider": "antropic", "model.name": "x"}"#, "Did you mean 'anthropic'?"),
        (#"{"model": {"provider": "openai",}}"#, "This is not JSON"),
        (#"{"model": {"provder": "openai"}}"#, "Did you mean 'model.provider'?"),
        (#"{"model.routes": {"research": "olama/qwen3"}}"#, "Did you mean 'ollama/qwen3'?"),
    ])
    func `settings that cannot be taken over are told by every command, and in what is made`(
        settings: String, says: String
    ) throws {
        try write(settings: settings)
        let path = folder.path + "/.config/codeforge/config.json"
        func warns(_ run: CommandRun) -> Bool {
            run.errors.contains("warning: \(path): ") && run.errors.contains(says)
        }
        let listed = try codeforge("models")
        #expect(warns(listed) && listed.output.contains("Agents work offline because"), "\(listed)")
        #expect(listed.output.contains(says))
        let json = try JSONValue(parsing: try codeforge("models", "--json").output)
        #expect(json["problems"]?[0]?.string?.contains(says) == true)
        let tested = try codeforge("models", "test")
        #expect(tested.exitCode == 2 && tested.errors.contains("No model was tested"), "\(tested)")
        #expect(tested.errors.contains(path) && tested.errors.contains(says))
        let made = try research()
        #expect(made.exitCode == 0 && warns(made), "\(made)")
        #expect(made.output.contains("It was made offline because") && made.output.contains(says), "\(made)")
        let document = try String(
            contentsOfFile: folder.path + "/work/.codeforge/requirements.md", encoding: .utf8)
        #expect(document.contains("Made offline, ") && document.contains(says), "\(document)")
        // The reviewer tells it in the same words.
        try folder.write("x = 1\n", to: "work/a.py")
        #expect(warns(try CommandRun.codeforge(["review", "work"], in: folder)))
    }

    @Test func `a model that answers is no proof of another that was mistyped`() throws {
        let server = try ModelServer([ModelStream.chat("{\"word\": \"ready\"}")])
        try configure(server, ", \"routes\": {\"qa\": \"antropic/opus\", \"reviewr\": \"offline\"}")
        let tested = try codeforge("models", "test")
        #expect(tested.exitCode == 1, "\(tested)")
        #expect(tested.output.contains("answers in"))
        #expect(tested.output.contains("qa: What was meant was not tested."), "\(tested)")
        #expect(tested.output.contains("has no agent 'reviewr'"))
        let results = try JSONValue(parsing: try codeforge("models", "test", "--json").output).array ?? []
        #expect(results.count == 3 && results.filter { $0["error"] != nil }.count == 2)
    }

    @Test func `a model for a part of an agent's work is listed and tested`() throws {
        let server = try ModelServer([ModelStream.chat("{\"word\": \"ready\"}")])
        try write(
            settings: "{\"model\": {\"baseURL\": \"\(server.address)/v1\", \"provider\": \"openai\", \"name\": \"m\", "
                + "\"routes\": {\"mentor\": \"openai/little\"}}}")
        #expect(try codeforge("models").output.contains("mentor      openai/little"))
        #expect(try codeforge("models", "test").output.contains("little (openai) for mentor: answers"))
    }

    @Test func `without a model there is none to test, and agents need no network`() throws {
        #expect(try codeforge("models", "test").errors.contains("Agents work offline"))
        // In a network of its own without even a loopback, where the machine lets an ordinary program have one.
        let alone = ["unshare", "--map-root-user", "--net", BuiltProgram.codeforge]
        let isAllowed = try CommandRun(
            "/usr/bin/env", ["unshare", "--map-root-user", "--net", "true"], in: folder.path)
        let run = try CommandRun(
            "/usr/bin/env",
            (isAllowed.exitCode == 0 ? alone : [BuiltProgram.codeforge]) + [
                "run", "research", "--idea", "Dog walkers keep their walks", "--skip-clarification",
                "--folder", "work",
            ], in: folder.path,
            environment: [
                "XDG_DATA_HOME": folder.path + "/.data", "XDG_CONFIG_HOME": folder.path + "/.config",
            ])
        #expect(run.exitCode == 0, "\(run)")
    }

    /// The runtime's own report of a crash shows the memory that registers point to.
    @Test func `a worker that crashes in the middle of an answer says nothing of what it held`()
        async throws
    {
        let server = try ModelServer([ModelServer.Step(then: "hang")])
        try configure(server)
        let database = folder.path + "/.data/codeforge/codeforge.db"
        #expect(try research().exitCode == 3)
        // The job that waits for it goes on by itself.
        #expect(try codeforge("models", "allow").exitCode == 0)
        #expect(await until { !WorkerProcesses.of(database).isEmpty })
        // It is told of the crash while it waits for the first word.
        let asking = await until { FileManager.default.fileExists(atPath: database + "-model-0.lock") }
        #expect(asking)
        let workers = WorkerProcesses.of(database)
        for worker in workers { kill(worker, SIGABRT) }
        #expect(await until { WorkerProcesses.of(database).allSatisfy { !workers.contains($0) } })
        let log = (try? String(contentsOfFile: database + "-worker.log", encoding: .utf8)) ?? ""
        #expect(
            !log.contains("Registers") && !log.contains("Backtrac") && !log.contains(Self.key)
                && !log.contains("walkers"), "\(log)")
        WorkerProcesses.kill(database)
    }

    private func until(_ condition: () -> Bool) async -> Bool {
        for _ in 0..<2_000 {
            if condition() { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
