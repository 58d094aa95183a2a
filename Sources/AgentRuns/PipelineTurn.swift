import Agents
import Engine
import JSON
import Models

/// Research → wireframe → code → QA, and back to code with what is critical, at most three rounds.
///
/// Each step leaves a checkpoint once its result is stored, so that a worker which takes the job up again does no step
/// twice and forgets none.
struct PipelineTurn: Sendable {
    let turn: AgentTurn

    /// Reviews in a row before the pipeline ends with what it has.
    static let rounds = 3

    private var work: JobWork { turn.work }

    func run() async throws -> JSONValue {
        let requirements = try await step("research", .research, progress: 0..<15)
        let architecture = try await step("wireframe", .wireframe, progress: 15..<25)
        let planned: [PlannedFile]
        switch try await plan() {
        case .files(let files): planned = files
        case .refused(let refusal): return try await endWithoutCode(refusal, requirements, architecture)
        case .needsInput(let questions): throw TurnEnd.questions(questions)
        }
        try await ending { () throws(JobWork.Failure) in try await work.setProjectStatus(.building) }
        let paths = try await write(planned)
        let (review, round) = try await reviewAndRepair(Set(paths))
        _ = try await step("roadmap", .roadmap, progress: 95..<99)
        let passed = review.object?["passed"]?.bool ?? false
        try await ending { () throws(JobWork.Failure) in
            try await work.setProjectStatus(passed ? .completed : .inProgress)
        }
        return try await result([
            "requirements": requirements, "architecture": architecture,
            "files": .array(paths.map { .string($0) }), "qa": review, "rounds": .integer(round),
        ])
    }

    /// The result, with what became of the requirements meanwhile.
    private func result(_ members: JSONObject) async throws -> JSONValue {
        var members = members
        var bases: [RequirementsBasis.Step] = []
        for name in RequirementsBasis.steps {
            if let kept = try await checkpoint("basis/\(name)") { bases.append((name, kept)) }
        }
        let current = try await turn.snapshot().requirements?.json ?? .null
        members["requirements_changed"] = RequirementsBasis.sentence(of: bases, now: current).map { .string($0) }
        return .object(members)
    }

    /// The roadmap still helps whoever writes the code; there is nothing to review.
    private func endWithoutCode(
        _ refusal: String, _ requirements: JSONValue, _ architecture: JSONValue
    ) async throws -> JSONValue {
        _ = try await step("roadmap", .roadmap, progress: 25..<99)
        return try await result([
            "requirements": requirements, "architecture": architecture, "files": [], "code_refused": .string(refusal),
        ])
    }

    /// Runs one agent unless an earlier attempt did.
    private func step(_ name: String, _ type: AgentType, progress: Range<Double>) async throws -> JSONValue {
        if let done = try await checkpoint(name) { return done }
        let project = try await turn.snapshot()
        try await noteBasis(of: name, project)
        let document = try await turn.document(
            of: type, input: work.input, project: project, progress: progress)
        let stored = try await turn.store(document, of: type)
        try await setCheckpoint(name, stored)
        return stored
    }

    /// Keeps the requirements that a step is made from.
    private func noteBasis(of name: String, _ project: ProjectSnapshot) async throws {
        guard RequirementsBasis.steps.contains(name), let requirements = project.requirements else { return }
        try await setCheckpoint("basis/\(name)", requirements.json)
    }

    /// The files to write, as they were planned first.
    private func plan() async throws -> FilePlan {
        let kept = try await checkpoint("plan")?.array?.compactMap { PlannedFile($0) } ?? []
        if !kept.isEmpty { return .files(kept) }
        let task = turn.task(input: work.input, project: try await turn.snapshot(), progress: 25..<26)
        let plan: FilePlan
        do {
            plan = try await turn.roster.plannedFiles(for: task)
        } catch {
            throw TurnEnd(error)
        }
        if case .files(let files) = plan { try await setCheckpoint("plan", .array(files.map(\.json))) }
        return plan
    }

    /// One call of the code agent for each planned file.
    private func write(_ planned: [PlannedFile]) async throws -> [String] {
        let project = try await turn.snapshot()
        if try await checkpoint("basis/code") == nil { try await noteBasis(of: "code", project) }
        let paths = planned.map(\.path)
        try await ending { () throws(JobWork.Failure) in try await work.proposeRemovals(beyond: paths) }
        for (index, file) in planned.enumerated() {
            let name = "code/\(file.path)"
            if try await checkpoint(name) != nil { continue }
            let share = 55.0 / Double(planned.count)
            let start = 25 + share * Double(index)
            let input: JSONObject = [
                "file_path": .string(file.path), "description": .string(file.purpose),
                "language": .string(file.language),
            ]
            let document = try await turn.document(
                of: .code, input: input, project: project, progress: start..<start + share)
            _ = try await turn.store(document, of: .code)
            try await setCheckpoint(name, true)
        }
        return paths
    }

    /// - Returns: The last review, and its number.
    private func reviewAndRepair(_ written: Set<String>) async throws -> (JSONValue, Int) {
        for round in 1...Self.rounds {
            let start = 80 + 5 * Double(round - 1)
            let review = try await step("qa/\(round)", .qa, progress: start..<start + 2)
            let result: QAResult = try turn.validated(review)
            if result.passed || round == Self.rounds { return (review, round) }
            try await repair(written, result, round: round, progress: start + 2..<start + 5)
        }
        throw TurnEnd.failed("The pipeline ended without a review.")
    }

    /// Gives the critical issues of each file that the pipeline wrote back to the code agent; others are only reported.
    private func repair(_ written: Set<String>, _ review: QAResult, round: Int, progress: Range<Double>) async throws {
        let project = try await turn.snapshot()
        let places = try await ending { () throws(JobWork.Failure) in try await work.issuePlaces() }
        let critical = zip(review.issues, places).filter { $0.0.severity == .critical }
        for path in written.sorted() {
            let own = critical.filter { $0.1?.path.text == path }.map(\.0)
            let name = "repair/\(round)/\(path)"
            if own.isEmpty { continue }
            if try await checkpoint(name) != nil { continue }
            let problems = own.map { "\($0.description) \($0.suggestion)" }.joined(separator: "\n")
            let input: JSONObject = [
                "file_path": .string(path), "description": .string("Repair:\n" + problems),
                "code": .string(project.files[path] ?? ""), "issues": .array(own.map(\.json)),
            ]
            do {
                let document = try await turn.document(of: .code, input: input, project: project, progress: progress)
                _ = try await turn.store(document, of: .code)
            } catch TurnEnd.failed {
                // What the code agent has no repair for stands in the review.
            }
            try await setCheckpoint(name, true)
        }
    }

    private func checkpoint(_ name: String) async throws -> JSONValue? {
        try await ending { () throws(JobWork.Failure) in try await work.checkpoint(name) }
    }

    private func setCheckpoint(_ name: String, _ value: JSONValue) async throws {
        if Task.isCancelled { throw TurnEnd.stopped }
        try await ending { () throws(JobWork.Failure) in try await work.setCheckpoint(name, value) }
    }

    private func ending<R>(_ body: () async throws(JobWork.Failure) -> R) async throws -> R {
        do {
            return try await body()
        } catch {
            throw TurnEnd(error)
        }
    }
}

extension PlannedFile {
    fileprivate var json: JSONValue {
        .object(["path": .string(path), "language": .string(language), "purpose": .string(purpose)])
    }

    fileprivate init?(_ json: JSONValue) {
        guard let object = json.object, let path = object["path"]?.string,
            let language = object["language"]?.string, let purpose = object["purpose"]?.string
        else { return nil }
        self.init(path: path, language: language, purpose: purpose)
    }
}
