import Engine
import JSON
import Models

/// The agents of one job, each by a model or offline, as the settings say that the job was submitted with.
package struct ModelRoster: AgentRoster {
    private let job: ModelJob
    private let offline = OfflineAgents()

    /// Reads which models a job wants.
    ///
    /// - Throws: `JobWork.Failure`.
    package static func of(_ work: JobWork, endpoints: ModelEndpoints) async throws -> any AgentRoster {
        let settings = try await work.models()
        if settings.isOffline { return OfflineAgents() }
        return ModelRoster(work, settings, endpoints)
    }

    init(
        _ work: JobWork, _ settings: ModelSettings, _ endpoints: ModelEndpoints,
        agreements: ModelAgreements = ModelAgreements(), timeouts: ModelTimeouts = ModelTimeouts(),
        firstPause: Double = 0.5
    ) {
        job = ModelJob(
            work: work, settings: settings, endpoints: endpoints, agreements: agreements, timeouts: timeouts,
            firstPause: firstPause)
    }

    package func agent(for type: AgentType) -> any Agent {
        let offline = offline.agent(for: type)
        return switch type {
        case .research: ModelAgent<ResearchBrief>(job: job, offline: offline)
        case .wireframe: ModelAgent<WireframeBrief>(job: job, offline: offline)
        case .code: ModelAgent<CodeBrief>(job: job, offline: offline)
        case .qa: ModelAgent<QABrief>(job: job, offline: offline)
        case .pedagogy where isHint: HintingAgent(job: job, offline: offline)
        case .pedagogy:
            ModelRole(type, purpose: job.work.input[ModelRole.inputKey]?.string) == .explain
                ? ExplainingAgent(job: job) : ModelAgent<ChoiceBrief>(job: job, offline: offline)
        case .roadmap: ModelAgent<RoadmapBrief>(job: job, offline: offline)
        }
    }

    private var isHint: Bool { job.work.input["hint_level"]?.int != nil }

    package func plannedFiles(for task: AgentTask) async throws(AgentError) -> FilePlan {
        guard let client = try job.client(for: .code) else { return try await offline.plannedFiles(for: task) }
        switch try await ModelTurn<PlanBrief>(job: job, client: client).run(task) {
        case .question(let question): return .needsInput([question])
        case .answer(let document, _):
            return .files(
                (document.array ?? []).compactMap { item in
                    guard let path = item["path"]?.string, let language = item["language"]?.string,
                        let purpose = item["purpose"]?.string
                    else { return nil }
                    return PlannedFile(path: path, language: language, purpose: purpose)
                })
        }
    }
}
