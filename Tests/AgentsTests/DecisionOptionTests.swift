import JSON
import Models
import Testing

@testable import Agents

/// Options for what a comment leaves open: by its matter, its own alternatives, and what the project has.
@Suite struct DecisionOptionTests {
    private func choice(
        _ decision: String, language: String = "", path: String = "", files: [String: String] = [:]
    ) async throws -> ChoiceFramework {
        var input: JSONObject = ["decision_context": .string(decision)]
        if !language.isEmpty { input["language"] = .string(language) }
        if !path.isEmpty { input["file_path"] = .string(path) }
        let project = ProjectSnapshot(title: "Board", mode: "student", files: files)
        return try await OfflineRun(project: project).document(ChoiceFramework.self, from: .pedagogy, input)
    }

    static let matters: [(decision: String, language: String, about: String)] = [
        ("how do we paginate the list of orders", "typescript", "how long lists are cut"),
        ("sync or async database driver", "python", "blocking or asynchronous calls"),
        ("soft delete or hard delete", "sql", "what deleting means"),
        ("which date library", "typescript", "how moments are kept"),
        ("print statements or a logger", "python", "what the program tells while it runs"),
        ("ids as integers or UUIDs", "go", "what records are known by"),
        ("how to schedule the nightly report", "python", "how work is done later"),
        ("retry policy for the payment webhook", "javascript", "when the other side fails"),
        ("environment variables or a config file", "python", "where settings come from"),
        ("optimistic or pessimistic locking", "java", "when two change the same thing"),
        ("enum type or lookup table for the status", "sql", "a state of few values"),
        ("store money as integer cents or numeric", "sql", "how amounts are kept"),
        ("modal or a page of its own for editing", "html", "how a thing is shown and edited"),
        ("pandas or plain csv module", "python", "tables of data"),
        ("how to parse the arguments of the command line", "python", "command line is read"),
        ("map or switch for the commands", "typescript", "one of many ways"),
        ("inheritance or composition for the shapes", "java", "kinds of things"),
        ("channel or mutex", "go", "parallel work shares data"),
        ("struct or class", "swift", "kinds of things"),
        ("recursion or a loop for the tree walk", "python", "walked through"),
        ("list or set for seen ids", "python", "structure holds the data"),
        ("validate on the client, on the server or both", "javascript", "input is checked"),
        ("who may edit a card: roles or owner only", "typescript", "who may do what"),
        ("rate limiting of the login", "go", "how much one caller may ask"),
        ("translations: JSON files or a service", "javascript", "several languages"),
        ("UTC or local time in the table", "sql", "how moments are kept"),
        ("undo with snapshots or the command pattern", "typescript", "a step is taken back"),
        ("canvas or SVG for the chart", "javascript", "pictures and charts"),
        ("api versioning in the URL or a header", "go", "an interface changes"),
        ("on delete cascade or restrict", "sql", "tables point to each other"),
        ("null or an empty string as the default value", "sql", "a value that is not there"),
        ("throw or return null when the user is missing", "typescript", "something fails"),
        ("how many login attempts before the lockout", "python", "how much one caller may ask"),
        ("train our own model or call an LLM api", "python", "a model that learned"),
        ("poll the sensor or use an interrupt", "c", "a device reads and acts"),
        ("regex or a parser for the log lines", "python", "text is taken apart"),
        ("pytest or unittest", "python", "tested in Python"),
        ("Flask or FastAPI", "python", "web framework in Python"),
        ("gorm or sqlc", "go", "Go talks to the database"),
        ("bash or python for the release script", "shellscript", "in which language a tool is written"),
    ]

    @Test(arguments: matters)
    func `a comment gets options of its matter`(decision: String, language: String, about: String) async throws {
        let framework = try await choice(decision, language: language)
        #expect(framework.context.contains(about), "\(framework.context)")
        #expect(framework.options.count == 3)
        #expect(Set(framework.options.map(\.difficulty)).count == 3)
        #expect(Set(framework.options.map(\.id)).count == 3)
        #expect(framework.options.allSatisfy { $0.pros.count >= 2 && $0.cons.count >= 2 })
    }

    @Test(arguments: [
        ("channel or mutex", ["channel", "mutex"]),
        ("Should we use Redux or context for state?", ["Redux", "context"]),
        ("store money as integer cents or numeric", ["integer cents", "numeric"]),
        ("modal or a page of its own for editing", ["modal", "page of its own"]),
        ("where do uploads go, disk or S3", ["disk", "S3"]), ("Postgres vs. SQLite", ["Postgres", "SQLite"]),
        ("validate on the client, on the server or both", ["client", "server", "both"]),
        ("throw or return null when the user is missing", ["throw", "return null"]),
        ("Kanal oder Sperre für den Zähler", ["Kanal", "Sperre"]), ("what happens if it fails or is late", []),
        ("how do we paginate", []), ("translations: JSON files or a service", ["JSON files", "service"]),
    ])
    func `the ways that a comment names are its own`(decision: String, ways: [String]) {
        #expect(Alternatives.all(in: decision) == ways)
    }

    @Test func `ways that nobody knows stand as they were named, and nothing is claimed of them`() async throws {
        let framework = try await choice("Florbix or Quandle for the tiles")
        #expect(framework.options.map(\.title) == ["Florbix", "Quandle", "One place that hides which of them it is"])
        #expect(framework.recommendation.contains("Nothing is known here of “Florbix” and “Quandle”"))
        #expect(framework.options[0].cons.contains { $0.contains("“Quandle”") })
    }

    @Test func `what the project has already is said, and comes first`() async throws {
        let files = [
            "package.json": #"{"dependencies": {"zustand": "^4", "react": "^18"}}"#, "src/Board.tsx": "export {}\n",
        ]
        let framework = try await choice(
            "where does the state of the board live", language: "typescriptreact", path: "src/Board.tsx", files: files)
        let store = try #require(framework.options.first { $0.id == "store" })
        #expect(store.pros.first == "`zustand` is there already (package.json)")
        #expect(framework.recommendation.contains("`zustand` stands in package.json already"))
        let without = try await choice("where does the state of the board live", language: "typescriptreact")
        #expect(!without.recommendation.contains("already"))
    }

    @Test(arguments: [
        ("requirements.txt", "flask>=3.0\npytest>=8\n", "Which web framework?", "python", "flask"),
        ("go.mod", "module x\n\nrequire github.com/go-chi/chi/v5 v5.0.1\n", "Which router?", "go", "chi"),
        (
            "pyproject.toml", "[project]\ndependencies = [\n  \"httpx>=0.27\",\n]\n", "Which http client?", "python",
            "httpx"
        ),
        (
            "Package.swift", ".package(url: \"https://github.com/groue/GRDB.swift\", from: \"7.0.0\")",
            "How is the data of the app saved: persistence?", "swift", "GRDB.swift"
        ),
    ])
    func `manifests of other languages are read`(
        file: String, text: String, decision: String, language: String, package: String
    ) async throws {
        let framework = try await choice(decision, language: language, files: [file: text])
        #expect(
            framework.recommendation.contains("`\(package)` stands in \(file) already"), "\(framework.recommendation)")
    }

    @Test func `a topic of one language is for that one alone`() async throws {
        let python = try await choice("how is it tested", language: "python")
        let go = try await choice("how is it tested", language: "go")
        #expect(python.context.contains("in Python") && go.context.contains("in Go"))
        #expect(try await choice("how is it tested", language: "rust").context.contains("what is tested, and how"))
    }

    @Test func `every topic has three ways of three difficulties, each with reasons on both sides`() {
        #expect(DecisionTopic.library.count > 60)
        for topic in DecisionTopic.library {
            #expect(topic.options.count == 3 && Set(topic.options.map(\.difficulty)).count == 3, "\(topic.id)")
            #expect(Set(topic.options.map(\.id)).count == 3, "\(topic.id)")
            #expect(
                topic.options.allSatisfy { $0.pros.count >= 2 && $0.cons.count >= 2 && !$0.teaches.isEmpty },
                "\(topic.id)")
        }
    }
}
