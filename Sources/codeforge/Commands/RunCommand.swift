import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge run`: one agent, followed until it ends.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one agent: research, wireframe, code, qa, pedagogy or roadmap.",
        discussion: """
            EXIT CODE:
              0  the job completed
              1  it failed or was cancelled, or the folder did not take its files
              2  it could not be started
              3  it waits for an answer

            EXAMPLES:
              codeforge run research --idea "A CRM for dog walkers"
              codeforge run code --file src/lib/dates.ts --description "Format dates"
              codeforge run qa
              codeforge run pedagogy --decision "Where to keep the session?"
            """)

    @Argument(help: "The agent.")
    var agent: AgentType

    @Option(help: "What is to be built, in a sentence.")
    var idea: String?

    @Option(help: "For whom.")
    var audience: String?

    @Option(help: "A technology to use; may be given several times.")
    var stack: [String] = []

    @Option(help: ArgumentHelp("The file to write or review.", valueName: "path"), completion: .file())
    var file: String?

    @Option(help: "What the file is to do.")
    var description: String?

    @Option(help: "The decision to lay out options for.")
    var decision: String?

    @Option(help: "A question about the code.")
    var question: String?

    @Option(
        help: "beginner, intermediate or advanced.", completion: .list(["beginner", "intermediate", "advanced"]))
    var level: String?

    @Option(help: "A topic for the roadmap; may be given several times.")
    var focus: [String] = []

    @Option(help: ArgumentHelp("More of the input context, as a JSON object.", valueName: "json"))
    var context: String?

    @OptionGroup var project: ProjectOptions
    @OptionGroup var conversation: ConversationOptions
    @OptionGroup var clarification: ClarificationOptions
    @OptionGroup var models: ModelFolderOptions

    func run() async throws {
        let input = try inputContext()
        let application = try await project.application(models)
        let talk = JobConversation(application: application, project: project, options: conversation)
        let code = try await talk.run { project in
            try await application.runAgent(RunAgentRequest(projectID: project, agentType: agent, inputContext: input))
        }
        throw ExitCode(code)
    }

    private func inputContext() throws -> JSONObject {
        var input = try ContextArgument.object(context)
        let texts = [
            ("user_idea", idea), ("target_audience", audience), ("file_path", file), ("description", description),
            ("decision_context", decision), ("question", question), ("skill_level", level),
        ]
        for (key, value) in texts {
            if let value { input[key] = .string(value) }
        }
        if !stack.isEmpty { input["tech_stack"] = .array(stack.map { .string($0) }) }
        if !focus.isEmpty { input["focus_areas"] = .array(focus.map { .string($0) }) }
        if clarification.skipClarification { input["skip_clarification"] = true }
        if agent == .code, !InputContext.saysWhatToWrite(input) {
            throw CommandFailure(
                description: "Say what the code agent is to write: --description TEXT, or --file PATH, or both.")
        }
        if agent == .pedagogy, ["decision_context", "question", "code", "file_path"].allSatisfy({ input[$0] == nil }) {
            throw CommandFailure(
                description: "Say what it is about: --decision TEXT, or --question TEXT, or --file PATH.")
        }
        return input
    }
}

extension AgentType: ExpressibleByArgument {}

/// The value of `--context`.
enum ContextArgument {
    static func object(_ text: String?) throws -> JSONObject {
        guard let text else { return JSONObject() }
        guard let value = try? JSONValue(parsing: text), let object = value.object else {
            throw CommandFailure(description: "--context must be a JSON object, such as '{\"language\": \"swift\"}'.")
        }
        return object
    }
}
