import Engine
import JSON
import LanguageServerProtocol
import Models

/// A document of `.codeforge/` that is open in the editor, and what stands in it.
struct DocumentPlace {
    let kind: DocumentKind
    let documents: ProjectDocuments
    let items: [DocumentItem]

    /// Nil for any other document, and before the folder's rows were read.
    init?(_ document: OpenDocument, in snapshot: Snapshot) {
        guard let path = document.path, let kind = DocumentKind(path: path),
            let folder = snapshot.openFolders.first(where: { path == $0.mirror.folder.path + "/" + kind.path }),
            let documents = snapshot.projects[folder.uri]
        else { return nil }
        self.kind = kind
        self.documents = documents
        items = documents.read(kind, document.buffer.string).items
    }

    /// What can be done with an item, the most likely first.
    func commands(for item: DocumentItem) -> [Command] {
        switch item.kind {
        case .requirement(let name):
            [
                Command(
                    title: "Lay out ways to build this", command: ProductMethods.command(running: .pedagogy),
                    arguments: [["decision_context": .string("How to build “\(name)”")]])
            ]
        case .route(let path):
            [
                Command(
                    title: "Generate this page", command: ProductMethods.command(running: .code),
                    arguments: [["file_path": .string(Self.pageFile(of: path))]])
            ]
        case .step(let index):
            index == documents.roadmap?.currentStepIndex
                ? [
                    Command(
                        title: "Mark as done", command: "codeforge.nextStep",
                        arguments: [["step_index": .integer(index + 1)]])
                ]
                : []
        case .question: []
        case .answer(let job, let question, let option): answer(job, question, option)
        case .choice: []
        case .option(let choice, let id):
            [
                Command(
                    title: "Choose this", command: "codeforge.chooseOption",
                    arguments: [["choice_id": .string(choice), "option_id": .string(id)]])
            ]
        case .issue(let index): fix(index)
        case .job(let id):
            [
                Command(title: "Cancel", command: "codeforge.cancelJob", arguments: [["job_id": .string(id)]]),
                Command(
                    title: "Bring in its files", command: "codeforge.applyResult", arguments: [["job_id": .string(id)]]),
            ]
        }
    }

    /// Answers at once where the job asks nothing else; otherwise the box is ticked by hand.
    private func answer(_ job: String, _ question: String, _ option: String) -> [Command] {
        guard let section = documents.questions?.sections.first(where: { $0.job == job }), section.isWaiting,
            section.questions.count == 1
        else { return [] }
        return [
            Command(
                title: "Answer “\(option)”", command: "codeforge.answerQuestion",
                arguments: [
                    [
                        "job_id": .string(job),
                        "responses": [["question_id": .string(question), "answer": .string(option)]],
                    ]
                ])
        ]
    }

    private func fix(_ index: Int) -> [Command] {
        guard let issues = documents.review?.result.issues, issues.indices.contains(index),
            let path = issues[index].description.split(separator: ":").first,
            (try? ProjectPath(validating: String(path))) != nil
        else { return [] }
        return [
            Command(
                title: "Fix with the code agent", command: ProductMethods.command(running: .code),
                arguments: [["file_path": .string(String(path)), "issues": [issues[index].json]]])
        ]
    }

    /// Where the default stack keeps the page of a route.
    private static func pageFile(of route: String) -> String {
        let parts = route.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return (["src", "app"] + parts + ["page.tsx"]).joined(separator: "/")
    }
}
