import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge models`: which models do the agents' work, and what may be sent to them.
struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List and test the models of agents; agree to what is sent to them, or take that back.",
        discussion: """
            The settings model.provider, model.name and so on say which models do the agents' work; they are read from
            codeforge/config.json in the XDG configuration folder (~/.config). Without them agents work offline.

            EXAMPLES:
              codeforge models
              codeforge models test
              codeforge models allow openai
              codeforge models revoke openai
            """,
        subcommands: [List.self, Test.self, Allow.self, Revoke.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the models that the providers have, and what the folder's texts may be sent to.")

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let providers = try await application.models.ask(.list)
            let id = try await application.projectID(try await project.projectID(application))
            let agreements = try await application.agreements(inProject: id)
            let routes = ModelsCommand.routes(application.models)
            let mistakes = application.models.allMistakes
            if json {
                return StandardStream.output.write(json: [
                    "problems": .array(mistakes.map { .string($0.sentence) }),
                    "routes": .object(JSONObject(routes.map { ($0.agent, .string($0.route)) })),
                    "providers": .array(providers), "agreements": .array(agreements.map(\.json)),
                ])
            }
            var text = routes.map { "\($0.agent.padded(to: 10))  \($0.route.printable)\n" }.joined()
            if let reason = application.models.offlineReason {
                text += "\nAgents work offline because settings could not be taken over. \(reason.printable)\n"
            } else {
                text += mistakes.map { "\nThis could not be taken over: \($0.sentence.printable)\n" }.joined()
            }
            for provider in providers {
                text += "\n\(provider["provider"]?.string ?? "") at \(provider["base_url"]?.string ?? "")\n"
                if let error = provider["error"]?.string { text += "  \(error.printable)\n" }
                for model in provider["models"]?.array ?? [] { text += "  \((model.string ?? "").printable)\n" }
            }
            if agreements.isEmpty { text += "\nNothing of this folder is sent to anybody.\n" }
            for agreement in agreements {
                text +=
                    "\nThis folder's texts may go to \(agreement.provider.rawValue) at \(agreement.address.printable), "
                text += "agreed to on \(agreement.agreedAt.prefix(10)).\n"
            }
            StandardStream.output.write(text)
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask each model for one word; no text of yours is sent.",
            discussion: """
                Tells how long the answer took, its tokens, and how the shape of answers is asked for: "schema" where the
                server holds the model to it, "json" where it holds it to JSON alone, "prompt" where only words ask.

                EXIT CODE:
                  0  every model answered
                  1  one did not, or a setting about models could not be taken over
                  2  there is none to ask
                """)

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let models = SettingsFiles(folder: project.folder).settings.model
            guard !models.isOffline else {
                if let reason = models.offlineReason {
                    throw CommandFailure(
                        description:
                            "No model was tested: agents work offline because settings could not be taken over. "
                            + reason)
                }
                throw CommandFailure(
                    description: "Agents work offline: there is no model to test. Set model.provider and model.name in "
                        + "\(SettingsFiles.userFile() ?? "your config.json").")
            }
            let application = try await project.application()
            let id = try await application.projectID(try await project.projectID(application))
            let untested = application.models.allMistakes.map { mistake -> JSONValue in
                [
                    "agents": .array(mistake.roles.map { .string($0) }),
                    "error": .string("What was meant was not tested. \(mistake.sentence)"),
                ]
            }
            let results = try await application.testModels(inProject: id) + untested
            if json {
                StandardStream.output.write(json: .array(results))
            } else {
                StandardStream.output.write(results.map(Self.line).joined())
            }
            if results.isEmpty || results.contains(where: { $0["error"] != nil }) { throw ExitCode(1) }
        }

        private static func line(_ result: JSONValue) -> String {
            let agents = (result["agents"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
            let name = "\(result["model"]?.string ?? "") (\(result["provider"]?.string ?? ""))"
            if let error = result["error"]?.string, result["model"] == nil {
                return "\(agents.isEmpty ? "settings" : agents): \(error.printable)\n"
            }
            if let error = result["error"]?.string { return "\(name.printable) for \(agents): \(error.printable)\n" }
            return "\(name.printable) for \(agents): answers in \(result["latency_ms"]?.int ?? 0) ms, "
                + "\(result["input_tokens"]?.int ?? 0) tokens in, \(result["output_tokens"]?.int ?? 0) out, "
                + "structure by \(result["structure"]?.string ?? "")\n"
        }
    }

    struct Allow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Agree that texts of this folder go to a provider; jobs that wait for just that go on.")

        @Argument(help: "The provider. (default: that of model.provider)")
        var provider: String?

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let id = try await application.projectID(try await project.projectID(application))
            let provider = try ModelsCommand.provider(provider, application.models)
            let address = try await application.allow(provider, inProject: id)
            if json {
                return StandardStream.output.write(
                    json: ["provider": .string(provider.rawValue), "base_url": .string(address), "allowed": true],
                    pretty: false)
            }
            StandardStream.output.write(
                "Texts of this folder may go to \(provider.rawValue) at \(address) from now on, for jobs "
                    + "that are started with the settings in \(SettingsFiles.userFile() ?? "this configuration"). Secrets that the reviewer's "
                    + "rules know, ignored files and credential files do not. Take it back with: codeforge models revoke "
                    + "\(provider.rawValue)\n")
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an agreement back: nothing of this folder goes to the provider any more.")

        @Argument(help: "The provider. (default: all)")
        var provider: String?

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let application = try await project.application()
            let id = try await application.projectID(try await project.projectID(application))
            let named = try provider.map { try ModelsCommand.provider($0, application.models) }
            let revoked = try await application.revoke(named, inProject: id)
            if json {
                return StandardStream.output.write(json: ["revoked": .array(revoked.map(\.json))], pretty: false)
            }
            StandardStream.output.write(
                revoked.isEmpty
                    ? "These settings had no such agreement. What others on this database had agreed to is taken back as "
                        + "well.\n"
                    : revoked.map {
                        "Nothing of this folder goes to \($0.provider.rawValue) at \($0.address.printable) any more, "
                            + "from any program on this database.\n"
                    }
                    .joined())
        }
    }

    /// Whose work goes where, in words.
    private static func routes(_ models: ModelSettings) -> [(agent: String, route: String)] {
        let roles = ModelRole.allCases.filter {
            $0.rawValue == $0.agent.rawValue || models.routes[$0.rawValue] != nil
        }
        return roles.map { agent in
            do throws(RequestFailure) {
                guard let route = try models.route(as: agent) else { return (agent.rawValue, "offline") }
                return (
                    agent.rawValue,
                    "\(route.provider.rawValue)/\(route.model.isEmpty ? "(no model.name)" : route.model)"
                )
            } catch {
                return (agent.rawValue, error.message)
            }
        }
    }

    private static func provider(_ name: String?, _ models: ModelSettings) throws -> ModelProvider {
        let known = ModelProvider.allCases.filter { $0 != .offline }
        guard let name else {
            guard models.provider != .offline else {
                throw CommandFailure(
                    description:
                        "Name a provider, one of \(known.map(\.rawValue).joined(separator: ", ")): agents work offline."
                )
            }
            return models.provider
        }
        guard let provider = ModelProvider(rawValue: name), provider != .offline else {
            throw CommandFailure(
                description:
                    "There is no provider '\(name)'. They are \(known.map(\.rawValue).joined(separator: ", ")).")
        }
        return provider
    }
}
