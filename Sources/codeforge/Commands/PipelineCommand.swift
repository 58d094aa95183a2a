import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge pipeline`: from an idea to reviewed files.
struct PipelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Go from a one-line idea to reviewed files: research, wireframe, code, QA.",
        discussion: """
            Questions are asked on the terminal, unless --answer or --skip-clarification says what to do. Files land \
            in the folder, documents in its .codeforge.

            EXIT CODE:
              0  the pipeline completed
              1  it failed or was cancelled, or the folder did not take its files
              2  it could not be started
              3  it waits for an answer

            EXAMPLES:
              codeforge pipeline --idea "A CRM for dog walkers"
              codeforge pipeline --idea "A CRM for dog walkers" --json \\
                --answer "Just scheduling for MVP"
            """)

    @Option(help: "What is to be built, in a sentence.")
    var idea: String

    @Option(help: "For whom.")
    var audience: String?

    @Option(help: "A technology to use; may be given several times.")
    var stack: [String] = []

    @Option(help: ArgumentHelp("More of the input context, as a JSON object.", valueName: "json"))
    var context: String?

    @OptionGroup var project: ProjectOptions
    @OptionGroup var conversation: ConversationOptions
    @OptionGroup var clarification: ClarificationOptions
    @OptionGroup var models: ModelFolderOptions

    func run() async throws {
        var input = try ContextArgument.object(context)
        input["user_idea"] = .string(idea)
        if let audience { input["target_audience"] = .string(audience) }
        if !stack.isEmpty { input["tech_stack"] = .array(stack.map { .string($0) }) }
        if clarification.skipClarification { input["skip_clarification"] = true }
        let application = try await project.application(models)
        let talk = JobConversation(application: application, project: project, options: conversation)
        let code = try await talk.run { [input] project in
            try await application.runPipeline(RunPipelineRequest(projectID: project, inputContext: input))
        }
        throw ExitCode(code)
    }
}
