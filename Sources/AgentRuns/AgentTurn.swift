import Agents
import Engine
import JSON
import Models

/// Runs the agent that a job names, or all of them, and stores what each gives in its field.
struct AgentTurn: Sendable {
    let work: JobWork
    let queue: JobQueue
    /// The agents that do the work.
    let roster: any AgentRoster

    /// - Returns: The job's result.
    /// - Throws: `TurnEnd`.
    func run() async throws -> JSONValue {
        if work.job.agentType == "pipeline" { return try await PipelineTurn(turn: self).run() }
        guard let type = AgentType(rawValue: work.job.agentType) else {
            throw TurnEnd.failed("There is no agent '\(work.job.agentType)'.")
        }
        let project = try await snapshot()
        let document = try await document(of: type, input: work.input, project: project, progress: 0..<95)
        return try await store(document, of: type)
    }

    /// What an agent says to an input; `progress` is the part of the job's progress that is this agent's.
    func document(
        of type: AgentType, input: JSONObject, project: ProjectSnapshot, progress: Range<Double>
    ) async throws -> JSONValue {
        let task = task(input: input, project: project, progress: progress)
        // The mode may have changed since the job was queued.
        if type == .code, task.project.mode == Project.Mode.student.rawValue {
            throw TurnEnd.failed(StudentMode.reason("The code agent"))
        }
        let outcome: AgentOutcome
        do {
            outcome = try await roster.agent(for: type).run(task)
        } catch {
            throw TurnEnd(error)
        }
        if Task.isCancelled { throw TurnEnd.stopped }
        switch outcome {
        case .document(let document, let maker):
            try await note(maker, of: type)
            return document
        case .guidance(let text, let concepts, let maker):
            try await note(maker, of: type)
            return .object(["guidance": .string(text), "concepts": .array(concepts.map { .string($0) })])
        case .needsInput(let questions): throw TurnEnd.questions(questions)
        }
    }

    /// What an agent may know and call.
    func task(input: JSONObject, project: ProjectSnapshot, progress: Range<Double>) -> AgentTask {
        let (work, queue) = (work, queue)
        return AgentTask(
            input: input, project: project,
            answers: work.job.clarificationResponses.filter { !ConsentQuestion.isConsent($0.questionID) },
            progress: { percent, step in
                let share = progress.lowerBound + (progress.upperBound - progress.lowerBound) * percent / 100
                try? await work.report(max(share, work.job.progress), step)
            },
            matchPatterns: { query, count, type in try await queue.matchPatterns(query, count, type) },
            placeIssues: { places in try? await work.setIssuePlaces(places) },
            proposeFile: { file, seen, isEdit throws(AgentError) in
                do throws(JobWork.Failure) {
                    try await work.storeFile(file, seen: seen, isEdit: isEdit)
                } catch {
                    throw AgentError(error)
                }
            })
    }

    /// Keeps what made a document beside it.
    private func note(_ maker: MadeBy, of type: AgentType) async throws {
        var origin = DocumentOrigin(
            maker: maker.maker, source: maker.source, pattern: maker.pattern, similarity: maker.similarity)
        do {
            if maker.maker == DocumentOrigin.offline {
                let role = ModelRole(type, purpose: work.input[ModelRole.inputKey]?.string)
                origin.reason = try await work.models().mistake(for: role).map(DatabaseLocation.withoutHome)
            }
            try await work.setOrigin(origin, of: type)
        } catch {
            throw TurnEnd(error)
        }
    }

    /// Checks a result as the specification's schemas would, and puts it where it belongs.
    func store(_ document: JSONValue, of type: AgentType) async throws -> JSONValue {
        do {
            switch type {
            case .research: try await work.storeRequirements(try validated(document))
            case .wireframe: try await work.storeArchitecture(try validated(document))
            case .code: try await work.storeFile(try validated(document))
            case .roadmap: try await work.storeRoadmap(try validated(document))
            case .qa: _ = try validated(document) as QAResult
            case .pedagogy:
                if document.object?["guidance"] == nil { _ = try validated(document) as ChoiceFramework }
            }
        } catch let failure as JobWork.Failure {
            throw TurnEnd(failure)
        }
        return document
    }

    func validated<Document: Contract>(_ document: JSONValue) throws -> Document {
        do {
            return try Document(validating: document)
        } catch {
            throw TurnEnd.failed("The agent's answer is not valid: \(RequestFailure(error).message)")
        }
    }

    /// The project as it is now.
    func snapshot() async throws -> ProjectSnapshot {
        do {
            let (project, files) = (try await work.project(), try await work.files())
            let generated = try await work.proposals()
            let mode: Project.Mode = try await work.isStudent() ? .student : project.mode
            return ProjectSnapshot(
                title: project.title, mode: mode.rawValue, requirements: read(project.requirementsSpec),
                architecture: read(project.architectureSpec), techStack: project.techStack ?? [], files: files,
                generated: generated, dismissed: try await work.dismissed(), roadmap: nil)
        } catch {
            throw TurnEnd(error)
        }
    }

    private func read<Document: Contract>(_ text: JSONText?) -> Document? {
        text.flatMap { try? Document(validating: Array($0.text.utf8)) }
    }
}
