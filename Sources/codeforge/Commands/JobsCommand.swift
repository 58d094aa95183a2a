import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge jobs`: what agents did and do.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract:
            "List, show, answer and cancel the jobs of agents; look at their files, bring them in, take them back.",
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
        subcommands: [List.self, Show.self, Respond.self, Diff.self, Apply.self, Undo.self, Cancel.self],
        defaultSubcommand: List.self)

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
            let id = try await project.projectID(application)
            try await tellInterrupted(application, try await application.projectID(id))
            let page = try await application.jobs(inProject: id, limit: limit, offset: offset)
            if json {
                let items = try await application.statusResponses(of: page, in: id)
                StandardStream.output.write(
                    json: .object([
                        "items": .array(items), "total": .integer(page.total), "has_more": .bool(page.hasMore),
                    ]))
            } else {
                let ids = page.items.map(\.id)
                let row = try await application.projectID(id)
                let usage = try await application.usage(ofProject: row)
                let waiting = try await application.waitingFiles(of: row)
                for job in page.items {
                    let (id, time) = (ids.shortText(of: job.id), job.createdAt.text.prefix(19))
                    StandardStream.output.write(
                        "\(id)  \(job.status.words.padded(to: 17))  \(time)  \(job.title.printable)\n")
                    if let tokens = usage[job.id]?.sentence { StandardStream.output.write("          \(tokens)\n") }
                    if let count = waiting[job.id] {
                        StandardStream.output.write(
                            "          \(count.counted("file")) not brought in: codeforge jobs diff \(id) shows what would "
                                + "change, codeforge jobs apply \(id) brings them in\n")
                    }
                }
                if let today = try await application.usageToday().sentence {
                    StandardStream.output.write("Models today (UTC): \(today)\n")
                }
                if page.items.isEmpty { StandardStream.output.write("No jobs.\n") }
            }
        }

        /// Says which jobs a program was bringing in when it ended, and what to do.
        private func tellInterrupted(_ application: Application, _ id: RowID) async throws {
            if let folder = try? project.openFolder(), try await application.isProject(id, of: folder) {
                _ = try await application.settleInterruptedJobs(of: id, in: folder)
            }
            for (job, files) in try await application.interruptedJobs(of: id) {
                StandardStream.error.write(
                    "note: a program ended while it brought in the files of job \(job.shortText). Not there: "
                        + "\(JobOutcome.list(files).printable). See what it did and would do: codeforge jobs diff "
                        + "\(job.shortText). Bring them in: codeforge jobs apply \(job.shortText)\n")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one job as JSON, with its result, or with its questions while it waits.")

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Write only the model's last answer that was not valid, as it came.")
        var raw = false

        @OptionGroup var output: JSONOutput
        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            await application.resumeWork()
            let job = try await application.job(id)
            if raw {
                guard let text = try await application.rawAnswer(ofJob: job) else {
                    throw CommandFailure(
                        description: "Every answer of a model to this job was valid, or none was asked.")
                }
                return StandardStream.output.write(text.printableLines() + (text.hasSuffix("\n") ? "" : "\n"))
            }
            var answer = try await application.statusResponse(of: job).object ?? JSONObject()
            answer["made_by"] = try await application.origin(ofJob: job)?.json
            answer["usage"] = try await application.usage(ofProject: job.projectID)[job.id]?.json
            StandardStream.output.write(json: .object(answer))
        }
    }

    struct Respond: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer all questions of a waiting job, and follow it until it ends.",
            discussion: """
                What it makes comes into the folder, as with `codeforge pipeline`.

                EXIT CODE:
                  0  the job completed, or goes on with --detach
                  1  it failed or was cancelled, or the folder did not take its files
                  2  it could not be answered
                  3  it waits for an answer

                EXAMPLES:
                  codeforge jobs respond 3af7 --answer 2
                  codeforge jobs respond 3af7 --answer q1="Just scheduling" --answer q2=1
                  codeforge jobs respond 3af7 --answer 2 --detach
                """)

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Do not wait until the job ends.")
        var detach = false

        @OptionGroup var project: ProjectOptions
        @OptionGroup var conversation: ConversationOptions

        func run() async throws {
            let application = try await project.application()
            let talk = JobConversation(application: application, project: project, options: conversation)
            throw ExitCode(try await talk.respond(to: id, detached: detach))
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Cancel a job.")

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            try await application.cancel(job: id)
            // Its questions leave the documents of the folder that it belongs to.
            let job = try await application.job(id)
            if let folder = try? project.openFolder(), try await application.isProject(job.projectID, of: folder) {
                try await application.writeDocuments(of: job.projectID, in: folder)
            }
            if json { return StandardStream.output.write(json: CancelResponse().json, pretty: false) }
            StandardStream.output.write("cancelled\n")
        }
    }
}

extension AsyncParsableCommand {
    /// How a job is named on the command line.
    static var jobHelp: ArgumentHelp { "The job, by the first characters of its identity." }
}
