import JSON
import Models
import Storage

/// Choices between designs: results of the pedagogy agent, and what was picked.
extension Application {
    /// The choices of a project, oldest first.
    package func choices(ofProject project: String) async throws(RequestFailure) -> [ChoicesDocument.Choice] {
        let id = try await projectID(project)
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(in: id, limit: 100, offset: 0, as: caller).items
        }
        return try await choices(of: id, jobs: jobs)
    }

    /// The choices among some jobs, newest first, of a project.
    func choices(
        of project: RowID, jobs: [AgentJob]
    ) async throws(RequestFailure) -> [ChoicesDocument.Choice] {
        let picks = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: "choice/", in: project, as: caller)
        }
        let byKey = Dictionary(picks.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return jobs.reversed().compactMap { job in
            guard let framework = job.choice else { return nil }
            let pick = byKey["choice/\(job.id)"].flatMap { try? JSONValue(parsing: $0.text) }?.string
            return ChoicesDocument.Choice(
                id: job.id.text, framework: framework, decision: job.decision, selected: pick)
        }
    }

    /// Picks an option; a later pick replaces an earlier one.
    ///
    /// - Throws: `not_found` for a choice that the caller does not see; `invalid_input` for an unknown option.
    package func select(
        option: String, ofChoice choice: String
    ) async throws(RequestFailure) -> ChoicesDocument.Choice {
        let id = try await jobID(choice, at: "choice_id")
        let job = try await storing { () throws(StoreError) in try await store.job(id, as: caller) }
        guard let framework = job.choice else {
            throw RequestFailure("not_found", "Job \(id) holds no choice. List the choices and name one of them.")
        }
        guard framework.options.contains(where: { $0.id == option }) else {
            let known = framework.options.map(\.id).joined(separator: ", ")
            throw .invalidInput(["option_id"], "'\(option.prefix(100))' is no option. The options are \(known).")
        }
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(JSONValue.string(option).serialized), for: "choice/\(id)", in: job.projectID, as: caller)
        }
        let choice = ChoicesDocument.Choice(
            id: id.text, framework: framework, decision: job.decision, selected: option)
        if let decision = DecidedStep(choice) { try await follow(decision, in: job.projectID) }
        return choice
    }

    /// Puts the step that follows from a decision behind it in the project's roadmap, where it is a step there.
    private func follow(_ decision: DecidedStep, in project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            guard let roadmap = try await store.roadmaps(of: project, as: caller).first,
                decision.stands(in: roadmap)
            else { return }
            _ = try await store.changeRoadmap(roadmap.id, as: caller) { decision.follow(in: &$0) }
        }
    }
}

extension AgentJob {
    /// What a pedagogy job was asked to lay out options for.
    fileprivate var decision: String {
        (try? JSONValue(parsing: inputContext.text))?["decision_context"]?.string ?? ""
    }

    /// The choice that a finished pedagogy job gave.
    fileprivate var choice: ChoiceFramework? {
        agentType == "pedagogy" && status == .completed ? JSONText.contract(result) : nil
    }
}

extension ChoicesDocument.Choice {
    /// The framework's members beside the choice's identity and the pick.
    package var json: JSONValue {
        var object = framework.json.object ?? JSONObject()
        object["choice_id"] = .string(id)
        object["selected"] = selected.map { .string($0) } ?? .null
        return .object(object)
    }
}
