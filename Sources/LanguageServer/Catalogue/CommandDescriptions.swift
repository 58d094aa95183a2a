import JSON
import Models

/// What is said of every command: one entry each, in the order in which they are documented.
///
/// A test compares with `Commands`.
package enum CommandDescriptions {
    package static let all = reviewing + agents + jobs + learning + project + team

    private typealias Argument = CommandDescription.Argument

    private static let document = Argument("uri", .document, required: true, "The document")
    private static let finding = Argument("identity", .finding, required: true, "The finding")
    private static let job = Argument("job_id", .job, required: true, "The job")
    private static let owner = Argument("project_id", .project, "The project; without it, the folder's")
    private static let level = Argument(
        "skill_level", .text, "How much the learner knows", choices: SkillLevel.allCases.map(\.rawValue))

    private static let reviewing = [
        CommandDescription(
            "codeforge.reviewFile", "Review This File", "Review a document and list its findings.",
            [Argument("uri", .document, "The document; without it, all that are open")]),
        CommandDescription(
            "codeforge.reviewWorkspace", "Review the Workspace",
            "Review every file of the workspace, opened or not."),
        CommandDescription(
            "codeforge.fixIssue", "Fix a Finding", "Apply a finding's quick fix.", [document, finding]),
        CommandDescription(
            "codeforge.dismissIssue", "Dismiss a Finding", "Hide a finding for good.", [document, finding]),
        CommandDescription(
            "codeforge.restoreIssue", "Show a Dismissed Finding Again", "Show a dismissed finding again.",
            [document, finding]),
        CommandDescription(
            "codeforge.explainRule", "Explain a Rule", "Say what a rule looks for.",
            [Argument("rule", .rule, required: true, "The rule")]),
        CommandDescription("codeforge.showStatus", "Show Status", "Say how the server is doing."),
    ]

    private static let idea = [
        Argument("user_idea", .text, required: true, "What do you want to build?"),
        Argument("target_audience", .text, "Who is it for?"),
        Argument("tech_stack", .texts, "What is it built with?"),
        Argument("skip_clarification", .flag, "Whether the agent goes on without asking"),
    ]

    private static let agents =
        [
            CommandDescription(
                "codeforge.runAgent", "Run an Agent", "Start one of the agents.",
                [
                    Argument(
                        "agent_type", .agent, required: true, "The agent",
                        choices: AgentType.allCases.map(\.rawValue)),
                    Argument("input_context", .object, "What the agent is told"), owner,
                ]),
            CommandDescription(
                "codeforge.runPipeline", "Build an Idea", "Go from an idea to reviewed files.", idea + [owner]),
        ] + AgentType.allCases.map(description) + onCode

    private static let selection = Argument(
        "range", .object, "The selection: {start, end}, each {line, character} from 0")

    private static let onCode = [
        CommandDescription(
            "codeforge.fixWithAgent", "Fix a Finding with the Code Agent",
            "Have the code agent repair what a finding is about.", [document, finding]),
        CommandDescription(
            "codeforge.refactorCode", "Refactor the Selection", "Have the code agent rewrite selected lines.",
            [
                document,
                Argument(
                    "range", .object, required: true, "The selection: {start, end}, each {line, character} from 0"),
                Argument("description", .text, "What is to become of them; without it, they get simpler"),
            ]),
        CommandDescription(
            "codeforge.explainCode", "Explain the Selection",
            "Have a model explain selected lines, or what a finding is about.",
            [
                document, selection, Argument("identity", .finding, "A finding, instead of a selection"),
                Argument("question", .text, "What do you want to know?"),
            ]),
    ]

    /// What is said of the command that starts one agent.
    private static func description(of agent: AgentType) -> CommandDescription {
        let (title, sentence, arguments) = words(for: agent)
        return CommandDescription(ProductMethods.command(running: agent), title, sentence, arguments + [owner])
    }

    private static func words(for agent: AgentType) -> (String, String, [Argument]) {
        switch agent {
        case .research: ("Find Requirements", "Turn an idea into requirements.", idea)
        case .wireframe: ("Plan the Architecture", "Plan pages, components and data for the requirements.", [])
        case .code:
            (
                "Write Code", "Write or repair code.",
                [
                    Argument("description", .text, required: true, "What should the code do?"),
                    Argument("file_path", .path, "The file; without it, the files that the architecture plans"),
                ]
            )
        case .qa: ("Check the Project", "Review the project's files as a whole.", [])
        case .pedagogy:
            (
                "Compare Designs", "Lay out the options of a decision.",
                [Argument("decision_context", .text, required: true, "Which decision?"), level]
            )
        case .roadmap:
            (
                "Plan What to Learn", "Make a roadmap of steps for the project.",
                [level, Argument("focus_areas", .texts, "What to dwell on")]
            )
        }
    }

    private static let jobs = [
        CommandDescription("codeforge.showJobs", "Show Jobs", "List the agents' jobs.", [owner]),
        CommandDescription(
            "codeforge.answerQuestion", "Answer an Agent's Questions",
            "Answer what an agent asks, as saving `.codeforge/questions.md` does.",
            [job, Argument("responses", .answers, required: true, "An answer to each question")]),
        CommandDescription(
            "codeforge.applyResult", "Bring In a Job's Files",
            "Bring a job's files into the workspace; before one that exists is changed, you are asked.",
            [job, Argument("which", .text, "Without it, you are asked", choices: ["all", "new", "none"])]),
        CommandDescription(
            "codeforge.showChanges", "Show a Job's Changes",
            "Show what bringing in a job's files would change, in a document.", [job]),
        CommandDescription(
            "codeforge.undoJob", "Undo a Job",
            "Take back what a job changed in the workspace, where nobody has changed it since.", [job]),
        CommandDescription("codeforge.cancelJob", "Cancel a Job", "End a job.", [job]),
    ]

    private static let learning = [
        CommandDescription(
            "codeforge.askMentor", "Ask the Mentor", "Get a hint that leaves the solution to you.",
            [
                Argument("question", .text, required: true, "What do you want to understand?"),
                Argument("code", .code, "The code that it is about"),
                Argument("language", .text, "The code's language"), level,
                Argument("session_id", .text, "The conversation to go on with"),
                Argument("uri", .document, "An open document, to ask about a place in it; then no question is needed"),
                Argument("position", .object, "The place: {line, character}, from 0"),
                Argument("range", .object, "What is selected, with a question: {start, end}, each as a position"),
                Argument("again", .flag, "Whether the first hint was seen already, as hover shows it"), owner,
            ]),
        CommandDescription(
            "codeforge.nextStep", "Next Step of the Roadmap", "Say what the roadmap's next step is.", [owner]),
        CommandDescription(
            "codeforge.completeStep", "Mark a Step as Done", "Mark a step of the roadmap as done, or as open again.",
            [
                Argument("step", .number, "The step, from 0 over all modules; without it, the next one"),
                Argument("done", .flag, "Whether it is done; without it, it is"), owner,
            ]),
        CommandDescription(
            "codeforge.chooseOption", "Choose Between Designs", "Choose one of the options of a decision.",
            [
                Argument("choice_id", .choice, required: true, "The decision"),
                Argument("option_id", .option, required: true, "The option"),
            ]),
    ]

    private static let project = [
        CommandDescription(
            "codeforge.setMode", "Change Between Student and Builder Mode",
            "Put the project into student mode (hints, no solutions) or builder mode; without `mode`, you are asked.",
            [Argument("mode", .text, "Without it, you are asked", choices: ["student", "builder"]), owner]),
        CommandDescription(
            "codeforge.setSkillLevel", "Say How Much You Know",
            "Say how much you know, to which hints are fitted; without `skill_level`, you are asked.", [level]),
        CommandDescription(
            "codeforge.assess", "Find Out How Much You Know",
            "Ask at most five questions, each fitted to the last answer, and fit hints to what comes out."),
        CommandDescription("codeforge.openProject", "Show the Project", "Show the folder's project.", [owner]),
        CommandDescription(
            "codeforge.exportGitHub", "Export to GitHub", "Export the project to a new GitHub repository.",
            [
                Argument("repo_name", .text, required: true, "The new repository's name"),
                Argument("github_token", .secret, "A token; without it, `GITHUB_TOKEN` of the environment"),
                Argument("allow", .texts, "Files that may go although they hold secrets"), owner,
            ]),
        CommandDescription(
            "codeforge.mirrorFolder", "Mirror This Folder",
            "Agree that a home, a mounted or a very large folder is mirrored, so that agents see its files.",
            [
                Argument("folder", .text, "The folder's address; without it, the first that is open"),
                Argument("agreed", .flag, "Whether it is; false takes the agreement back"),
            ]),
        CommandDescription(
            "codeforge.trustWorkspace", "Trust This Folder",
            "Let linters run when a file is saved; their settings may name programs of the folder's.",
            [
                Argument("folder", .text, "The folder's address; without it, the first that is open"),
                Argument("trusted", .flag, "Whether it is; false takes that back"),
            ]),
        CommandDescription(
            "codeforge.showConsent", "Show What Goes to Models",
            "Show what an agent is about to send to a model's provider, and what you agreed to.", [owner]),
        CommandDescription(
            "codeforge.allowModel", "Agree to a Model",
            "Agree that texts of the folder go to a model's provider; jobs that wait for that go on.",
            [Argument("provider", .text, "The provider; without it, that of `model.provider`"), owner]),
        CommandDescription(
            "codeforge.revokeModel", "Take an Agreement Back",
            "Send nothing of the folder to a provider any more.",
            [Argument("provider", .text, "The provider; without it, all"), owner]),
    ]

    private static let team = [
        CommandDescription(
            "codeforge.teamStatus", "Show the Team's Project",
            "Say what the folder's project is linked to, where its jobs run, and how the last look went.", [owner]),
        CommandDescription(
            "codeforge.teamLink", "Share the Project with a Team",
            "Keep the folder's project in step with one of the team's server; you see what would go, and are asked.",
            [
                Argument("team_project_id", .text, "The project on the server; without it, a new one is made"),
                Argument("allow", .texts, "Files that may go although they hold secrets"),
                Argument("agreed", .flag, "Whether it is done without asking"), owner,
            ]),
        CommandDescription(
            "codeforge.teamSync", "Look at the Team's Project Now",
            "Bring both sides in step now; while the folder is open this happens by itself.", [owner]),
        CommandDescription(
            "codeforge.teamUnlink", "Stop Sharing the Project with the Team",
            "Stop keeping the project in step; both sides keep what they have.", [owner]),
    ]
}
