import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge jobs`: what agents did and do.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "List, show, answer and cancel the jobs of agents; look at their files, bring them in, take them back.",
        discussion: """
            EXAMPLES:
              codeforge jobs
              codeforge jobs show JOB
              codeforge jobs respond JOB --answer "Just scheduling for MVP"
              codeforge jobs diff JOB
              codeforge jobs apply JOB --yes
              codeforge jobs undo JOB
              codeforge jobs cancel JOB
            """,
        subcommands: [List.self, Show.self, Respond.self, Diff.self, Apply.self, Undo.self, Cancel.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the project's jobs, newest first.")

        @Option(help: "How many, 1-100.")
        var limit = 20

        @Option(help: "How many to pass over.")
        var offset = 0

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            await application.resumeWork()
            let page = try await application.jobs(
                inProject: try await project.projectID(application), limit: limit, offset: offset)
            if json {
                StandardStream.output.write(json: page.json(of: \.statusResponse))
            } else {
                page.items.forEach { StandardStream.output.write($0.listLine) }
                if page.items.isEmpty { StandardStream.output.write("No jobs.\n") }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one job as JSON, with its result.")

        @Argument(help: "The job.")
        var id: String

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            await application.resumeWork()
            let job = try await application.job(id)
            StandardStream.output.write(json: job.statusResponse)
        }
    }

    struct Respond: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Answer the questions of a waiting job.")

        @Argument(help: "The job.")
        var id: String

        @Option(help: ArgumentHelp("An answer: its text, or ID=TEXT. May be given several times.", valueName: "text"))
        var answer: [String] = []

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let job = try await application.job(id)
            var given = GivenAnswers(answer, ids: job.clarificationQuestions.map(\.id))
            let responses = job.clarificationQuestions.compactMap { question in
                (given.take(for: question.id) ?? QuestionPrompt.ask(question)).map {
                    ClarificationResponse(questionID: question.id, answer: $0)
                }
            }
            let response = try await application.respond(to: id, responses)
            try application.ensureWorker()
            StandardStream.output.write(response.message + "\n")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Cancel a job.")

        @Argument(help: "The job.")
        var id: String

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            try await project.application().cancel(job: id)
            StandardStream.output.write("cancelled\n")
        }
    }
}

extension Page {
    /// The page as the specification writes it: `{items, total, has_more}`.
    func json(of item: (Item) -> JSONValue) -> JSONValue {
        .object([
            "items": .array(items.map(item)), "total": .integer(total), "has_more": .bool(hasMore),
        ])
    }
}
