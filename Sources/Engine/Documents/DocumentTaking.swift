import Models

/// What became of a document that somebody saved: what counts now, and what does not and why.
package struct DocumentTaking: Sendable {
    package let kind: DocumentKind
    /// What counts now, in a few words each.
    package internal(set) var taken: [String] = []
    /// The jobs whose questions were answered.
    package internal(set) var answered: Set<String> = []
    /// What the rows did not take, and why, in a sentence each.
    package internal(set) var refusals: [(input: DocumentInput, reason: String)] = []
    /// Whether git brought the text back, so that it takes nothing back.
    package internal(set) var isFromGit = false
    /// Why nothing of the document counts, as a sentence about it without its name.
    package internal(set) var obstacle: String?
    /// What cannot count as it stands there, and where.
    package internal(set) var problems: [DocumentProblem] = []
    /// Whether the project had nothing of what the document says: a clone, or a database that was lost.
    package internal(set) var isFound = false

    init(_ kind: DocumentKind, obstacle: String? = nil) {
        self.kind = kind
        self.obstacle = obstacle
    }

    static let noText =
        "is not in UTF-8 (some editors save UTF-16): nothing in it counts, and it is left as it is. Save it as UTF-8."
    static let cannotTell =
        "says something else than the project, and which of the two is newer cannot be told, because what it was written "
        + "from (.codeforge/.base) is gone: nothing in it counts, and it is left as it is. Move it away, and the next "
        + "agent's run writes what the project says; or save it in an editor with CodeForge, or change something in it "
        + "once more by hand: then what you change counts, and the rest follows the project."

    /// What counts now as a sentence; nil where nothing does that did not before.
    package var news: String? {
        taken.isEmpty ? nil : "Taken over from \(kind.path): \(taken.joined(separator: ", "))."
    }

    /// What does not count, a sentence for each.
    package var complaints: [String] {
        let earlier =
            "\(kind.path) was as git has it from before, which takes nothing back. "
            + "If you did that by hand, do it once more in an editor."
        let stays = kind == .requirements && !isFound ? " The requirements stay as they were." : ""
        let all = (obstacle.map { ["\(kind.path) \($0)"] } ?? []) + (isFromGit ? [earlier] : [])
        return all + refusals.map { "\(kind.path): \($0.reason)" }
            + problems.map { problem in
                "\(kind.path), line \(problem.line + 1): \(problem.message)\(problem.severity == .error ? stays : "")"
            }
    }
}

extension DocumentKind {
    /// The documents in which a person decides something; the requirements come first, for all else is made from them.
    package static let asking: [DocumentKind] = [.requirements, .choices, .roadmap, .questions]
}

extension Application {
    /// Does what a document asks for that was rendered as `base` and saved as `text`, in whichever way that was heard of.
    ///
    /// `leavingOut` is a job whose answers are given in another way; `followed` is what to do once the rows say what the
    /// file says, before anybody renders.
    package func take(
        _ kind: DocumentKind, _ text: [UInt8], base: [UInt8], in project: RowID, _ folder: ProjectFolder,
        leavingOut job: RowID? = nil, followed: () async -> Void = {}
    ) async -> DocumentTaking {
        var taking = DocumentTaking(kind)
        guard DocumentFolder.isText(text) else {
            taking.obstacle = DocumentTaking.noText
            return taking
        }
        guard let asked = try? await documents(of: project) else { return taking }
        let documents = DocumentFolder(folder)
        documents.note(DocumentState(text: text, rendering: base), of: kind)
        let (written, rendered) = (String(decoding: text, as: UTF8.self), String(decoding: base, as: UTF8.self))
        let inputs = asked.inputs(kind, written, base: rendered).filter { input in
            if case .respond(let other, _) = input { other != job?.text } else { true }
        }
        if !inputs.isEmpty {
            // Nobody renders before it is noted that the rows say what the file says: what a person saves next would be
            // joined with an older rendering, and lose what they took back.
            taking.refusals = await documents.alone {
                let refusals = await perform(inputs, in: project)
                if let now = try? await self.documents(of: project), now.render()[kind].map({ Array($0.utf8) }) == text
                {
                    try? documents.remember(text, of: kind)
                    documents.note(DocumentState(text: text, rendering: text), of: kind)
                    await followed()
                }
                return refusals
            }
            let done = inputs.filter { input in !taking.refusals.contains { $0.input == input } }
            taking.taken = asked.words(for: done)
            for case .respond(let job, _) in done { taking.answered.insert(job) }
            _ = try? ensureWorker()
        }
        let known = asked.read(kind, rendered).problems.map(\.message)
        taking.problems = asked.strayTicks(kind, written, base: rendered)
        taking.problems += asked.read(kind, written).problems.filter { problem in
            problem.severity != .information && !known.contains(problem.message)
        }
        return taking
    }

    /// Takes over what people changed in a folder's documents while no editor told of it, as a save in an editor would.
    ///
    /// Whoever works on a project calls this first. Only what differs from the last rendering counts: a document that is
    /// behind the rows, or that git brought back, takes no step back.
    ///
    /// - Returns: The documents of which there is something to tell.
    package func takeDocuments(
        of project: RowID, in folder: ProjectFolder, leavingOut job: RowID? = nil
    ) async -> [DocumentTaking] {
        // What was rendered from another database's rows says nothing about these.
        let isOthers = FolderMark.project(of: folder.path).map { $0 != project } ?? false
        let found = isOthers ? await takeFoundDocuments(of: project, in: folder) : []
        if isOthers, !found.contains(where: { $0.news != nil }) { return found }
        let documents = DocumentFolder(folder)
        var takings = found.filter { $0.news != nil } + (await adoptDocuments(of: project, in: folder))
        var isRendered = !takings.contains { $0.isFound && $0.news != nil }
        for kind in DocumentKind.asking where !takings.contains(where: { $0.kind == kind }) {
            guard documents.rendering(of: kind) != nil, documents.text(of: kind) != nil else { continue }
            let file = await documents.state(of: kind)
            guard file.text != file.rendering else { continue }
            if MarkdownLines(String(decoding: file.text, as: UTF8.self)).conflict == nil,
                let operation = await documents.operation(on: kind)
            {
                takings.append(DocumentTaking(kind, obstacle: operation))
                continue
            }
            let basis = await documents.basis(of: kind, file)
            if basis.rendering != file.rendering { try? documents.remember(basis.rendering, of: kind) }
            var taking = await take(kind, file.text, base: basis.rendering, in: project, folder, leavingOut: job)
            taking.isFromGit = basis.isFromGit
            if !taking.taken.isEmpty { isRendered = false }
            if taking.news != nil || !taking.complaints.isEmpty { takings.append(taking) }
        }
        // Only what is new is written: whoever just looks finds the documents as git has them.
        if !isRendered { _ = try? await renderDocuments(of: project, in: folder) }
        return takings
    }

    /// Finds out what documents are based on beside which nothing lies that says so.
    ///
    /// - Parameters:
    ///   - project: The project whose documents they are.
    ///   - folder: Where they are.
    ///   - saved: A document that somebody saved in an editor just now: what it says is meant.
    /// - Returns: Those of which that cannot be told, those that are no text, and those that the project had nothing of.
    package func adoptDocuments(
        of project: RowID, in folder: ProjectFolder, saved: DocumentKind? = nil
    ) async -> [DocumentTaking] {
        let documents = DocumentFolder(folder)
        var takings = await takeFoundDocuments(of: project, in: folder)
        var shown: ProjectDocuments?
        for kind in DocumentKind.allCases where !takings.contains(where: { $0.kind == kind }) {
            guard let text = documents.text(of: kind) else { continue }
            guard DocumentFolder.isText(text) else {
                takings.append(DocumentTaking(kind, obstacle: DocumentTaking.noText))
                continue
            }
            guard documents.rendering(of: kind) == nil else { continue }
            if shown == nil { shown = try? await self.documents(of: project) }
            guard let shown, shown.shows(kind) else { continue }
            switch shown.standing(of: kind, text) {
            case .based(let rendering): try? documents.remember(rendering, of: kind)
            case .another: break
            case .undecided:
                if kind == saved, let rendering = shown.render()[kind] {
                    try? documents.remember(Array(rendering.utf8), of: kind)
                } else if let rendering = await documents.decidedBefore(kind, text, shown) {
                    try? documents.remember(rendering, of: kind)
                } else {
                    takings.append(DocumentTaking(kind, obstacle: DocumentTaking.cannotTell))
                }
            }
        }
        return takings
    }

    /// The answers that stand in a folder's `questions.md` below what a job asks, by the question.
    package func draftedAnswers(of job: AgentJob, in folder: ProjectFolder) async -> [String: String] {
        guard FolderMark.project(of: folder.path) == job.projectID,
            let text = DocumentFolder(folder).text(of: .questions),
            let read = try? await documents(of: job.projectID).read(.questions, String(decoding: text, as: UTF8.self))
        else { return [:] }
        return Dictionary(
            (read.drafts[job.id.text] ?? []).map { ($0.question, $0.text) }, uniquingKeysWith: { $1 })
    }
}

extension DocumentFolder {
    /// A rendering that says what a document decided before a person changed it last; nil where that is not known.
    ///
    /// It is what git has, where a person changed the file since; or what the document said when somebody was told that
    /// nothing in it counts.
    fileprivate func decidedBefore(_ kind: DocumentKind, _ text: [UInt8], _ shown: ProjectDocuments) async -> [UInt8]? {
        let (path, folder) = (kind.path, folder.path)
        let given = await Task(executorPreference: BackgroundThreads.programs) { () -> [UInt8]? in
            guard let version = GitVersion(of: path, in: folder), !version.isFile else { return nil }
            return version.text
        }.value
        if let given, given != text, let rendering = shown.rendering(kind, deciding: given) { return rendering }
        let history = history(of: kind)
        if !history.isLast(text), let rendering = history.nearest(to: text) { return rendering }
        if let rendering = shown.rendering(kind, deciding: text) {
            note(DocumentState(text: text, rendering: rendering), of: kind)
        }
        return nil
    }

    /// Why a document does not count because git is in the middle of something, as a sentence without its name; nil where
    /// it is not, or has nothing to do with the document.
    package func operation(on kind: DocumentKind) async -> String? {
        guard let operation = GitOperation(in: folder.path) else { return nil }
        let (path, folder) = (kind.path, folder.path)
        let isFollowed = await Task(executorPreference: BackgroundThreads.programs) {
            GitVersion(of: path, in: folder) != nil
        }.value
        return isFollowed ? "does not count yet: git is in the middle of \(operation.words). End that first." : nil
    }
}

extension ProjectDocuments {
    /// What inputs change, in a few words each.
    fileprivate func words(for inputs: [DocumentInput]) -> [String] {
        inputs.flatMap { input -> [String] in
            switch input {
            case .mark(let step, let done):
                let steps = roadmap?.steps ?? []
                let name = steps.indices.contains(step) ? "“\(steps[step])”" : "step \(step + 1)"
                return ["\(name) is \(done ? "done" : "open again")"]
            case .respond(let job, _): return ["the answers to job \(job.prefix(8))"]
            case .require(let new): return requirements.map { new.changes(since: $0.requirements) } ?? []
            case .select(let id, let option):
                let choice = choices?.choices.first { $0.id == id }
                let title = choice?.framework.options.first { $0.id == option }?.title
                return ["the choice “\(title ?? option)”"]
            }
        }
    }
}

extension RequirementsDoc {
    /// The parts that are not as they were.
    fileprivate func changes(since old: RequirementsDoc) -> [String] {
        let parts = [
            ("the name “\(appName)”", appName != old.appName), ("the pitch", elevatorPitch != old.elevatorPitch),
            ("whom it is for", targetAudience != old.targetAudience),
            ("the features", coreFeatures != old.coreFeatures),
            ("the stack", recommendedStack != old.recommendedStack),
            ("the constraints", technicalConstraints != old.technicalConstraints),
        ]
        return parts.filter(\.1).map(\.0)
    }
}
