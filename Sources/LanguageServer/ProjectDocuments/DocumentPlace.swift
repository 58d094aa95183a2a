import Engine
import JSON
import LanguageServerProtocol
import Models

/// A document of `.codeforge/` that is open in the editor, and what stands in it.
struct DocumentPlace {
    let kind: DocumentKind
    let documents: ProjectDocuments
    private let read: ReadDocument
    private let project: String

    var items: [DocumentItem] { read.items }
    var problems: [DocumentProblem] { read.problems }

    /// Nil for any other document, and before the folder's rows were read.
    init?(_ document: OpenDocument, in snapshot: Snapshot) {
        guard document.mayBeOwn, let path = document.path, let kind = DocumentKind(path: path),
            let folder = snapshot.openFolders.first(where: { $0.mirror.folder.holds(kind.path, at: path) }),
            let documents = snapshot.projects[folder.uri]
        else { return nil }
        self.kind = kind
        self.documents = documents
        project = folder.mirror.workspace.projectID.text
        read = documents.read(kind, document.buffer.string)
    }

    /// How far a roadmap and its modules are, on the lines of their headings.
    func states(in document: OpenDocument) -> [(line: Int, sentence: String)] {
        kind == .roadmap ? documents.roadmap?.states(in: document.buffer.string) ?? [] : []
    }

    /// What a state leads to.
    func command(showing state: String) -> Command { command(state, "codeforge.nextStep", [:]) }

    /// Of a roadmap's steps, the current one: a line above each would hide them.
    func isWorthALens(_ item: DocumentItem) -> Bool {
        guard case .step(let index) = item.kind else { return true }
        return index == documents.roadmap?.currentStepIndex
    }

    /// What can be done with an item, the most likely first.
    func commands(for item: DocumentItem) -> [Command] {
        switch item.kind {
        case .requirement(let name):
            let about = JSONValue.string("How to build “\(name)”")
            return [
                command(
                    "Lay out ways to build this", ProductMethods.command(running: .pedagogy),
                    ["decision_context": about])
            ]
        case .route where documents.project.mode == .student, .issue where documents.project.mode == .student: return []
        case .route(let path):
            // The agent knows where the project's stack keeps its pages.
            return [
                command("Generate this page", ProductMethods.command(running: .code), ["route": .string(path)])
            ]
        case .step(let index):
            return layingOut(step: index) + [marking(step: index)]
        case .question, .choice: return []
        case .answer(let job, let question, let option): return answer(job, question, option)
        case .option(let choice, let id):
            let named: JSONObject = ["choice_id": .string(choice), "option_id": .string(id)]
            return [Command(title: "Choose this", command: "codeforge.chooseOption", arguments: [.object(named)])]
        case .issue(let index): return fix(index)
        case .job(let id): return jobCommands(id)
        }
    }

    private func marking(step index: Int) -> Command {
        let isDone = documents.roadmap?.done.contains(index) ?? false
        return command(
            isDone ? "Mark as open again" : "Mark as done", "codeforge.completeStep",
            ["step": .integer(index), "done": .bool(!isDone)])
    }

    /// For a step that is a decision.
    private func layingOut(step index: Int) -> [Command] {
        guard let decision = documents.roadmap?.decision(at: index) else { return [] }
        return [
            command(
                "Lay out options", ProductMethods.command(running: .pedagogy), ["decision_context": .string(decision)])
        ]
    }

    /// A command about the project whose document this is: several folders may be open.
    private func command(_ title: String, _ name: String, _ arguments: JSONObject) -> Command {
        var arguments = arguments
        arguments["project_id"] = .string(project)
        return Command(title: title, command: name, arguments: [.object(arguments)])
    }

    private func jobCommands(_ id: String) -> [Command] {
        guard let job = documents.jobs?[id] else { return [] }
        var commands: [Command] = []
        func add(_ title: String, _ name: String) {
            commands.append(Command(title: title, command: name, arguments: [["job_id": .string(id)]]))
        }
        if job.isWaiting { add("Answer its question", "codeforge.answerQuestion") }
        if job.isOpen { add("Cancel", "codeforge.cancelJob") }
        if job.mayHoldFiles {
            add("Show changes", "codeforge.showChanges")
            add("Bring in its files", "codeforge.applyResult")
            add("Undo", "codeforge.undoJob")
        }
        return commands
    }

    /// Answers at once where nothing else is asked, or all else is answered in the document; see `DocumentActions` for
    /// the other case.
    private func answer(_ job: String, _ question: String, _ option: String) -> [Command] {
        guard let section = documents.questions?.sections.first(where: { $0.job == job }), section.isWaiting else {
            return []
        }
        let others = (read.drafts[job] ?? []).filter { $0.question != question }
        guard others.count == section.questions.count - 1 else { return [] }
        let answers = others + [DocumentInput.Answer(question: question, text: option)]
        let responses = answers.map { answer -> JSONValue in
            ["question_id": .string(answer.question), "answer": .string(answer.text)]
        }
        return [
            Command(
                title: "Answer “\(option)”", command: "codeforge.answerQuestion",
                arguments: [["job_id": .string(job), "responses": .array(responses)]])
        ]
    }

    private func fix(_ index: Int) -> [Command] {
        guard let review = documents.review, review.isRepairable(index), let path = review.place(of: index)?.path else {
            return []
        }
        return [
            command(
                "Fix with the code agent", ProductMethods.command(running: .code),
                ["file_path": .string(path.text), "issues": [review.result.issues[index].json]])
        ]
    }
}
