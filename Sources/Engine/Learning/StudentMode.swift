import JSON
import Models
import Storage

/// What is withheld from a project in student mode: every solution of what the student is to write.
package enum StudentMode {
    /// The `code` of a request that is refused because of the mode.
    package static let code = "student_mode"

    /// Where it is kept that a project was in student mode once.
    static let markKey = "student_mode"

    /// Agents that write the student's code for them.
    static let writers: Set<String> = ["code", "pipeline"]

    /// What the QA agent suggests in student mode.
    package static let suggestion = "Ask the mentor at this place: the cursor on it, and “Ask the mentor”."

    /// Why something is refused, and what to do.
    package static func reason(_ deed: String) -> String {
        "\(deed) is withheld in student mode, so that the solution stays yours. Ask the mentor at the place, or change "
            + "to builder mode: codeforge.setMode in an editor, codeforge project mode builder in a terminal."
    }

    static func refusal(_ deed: String) -> RequestFailure { RequestFailure(code, reason(deed)) }

    /// Whether a review was written for a student, without solutions.
    static func isForStudents(_ review: JSONValue?) -> Bool {
        (review?["issues"]?.array ?? []).allSatisfy { $0["suggestion"]?.string == suggestion }
    }

    /// As `shown(_:of:)`, of a result whose agent is told by what it holds.
    static func shown(_ result: JSONValue?) -> JSONValue? {
        if result?["code"] != nil || result?["files"] != nil || result?["qa"] != nil { return nil }
        return result?["issues"] != nil && !isForStudents(result) ? nil : result
    }

    /// What a student sees of a job's result: nothing of one that holds solutions.
    package static func shown(_ result: JSONValue?, of agent: String) -> JSONValue? {
        if writers.contains(agent) { return nil }
        if agent == AgentType.qa.rawValue, !isForStudents(result) { return nil }
        return result
    }
}

extension Application {
    /// Whether the project is in student mode, or its folder lies in that of one that is.
    package func isStudent(_ project: RowID) async throws(RequestFailure) -> Bool {
        try await storing { () throws(StoreError) in
            if try await store.project(project, as: caller).mode == .student { return true }
            return try await isBelowStudents(project)
        }
    }

    /// - Throws: `student_mode` where the project is in that mode.
    func requireBuilder(_ project: RowID, for deed: String) async throws(RequestFailure) {
        if try await isStudent(project) { throw StudentMode.refusal(deed) }
    }

    /// A job as the specification's section 5.3 answers, with what its project's mode lets it show.
    package func statusResponse(of job: AgentJob) async throws(RequestFailure) -> JSONValue {
        // Only a result holds what the mode keeps back: whoever asks how far a job is costs no look at its project.
        guard job.result != nil else { return job.statusResponse }
        return try await isStudent(job.projectID) ? job.studentResponse : job.statusResponse
    }

    /// Jobs of one project as `statusResponse` tells them.
    package func statusResponses(
        of page: Page<AgentJob>, in project: String
    ) async throws(RequestFailure) -> [JSONValue] {
        let isStudent = try await isStudent(try await self.project(project).id)
        return page.items.map { isStudent ? $0.studentResponse : $0.statusResponse }
    }
}

extension AgentJob {
    fileprivate var studentResponse: JSONValue {
        var object = statusResponse.object ?? JSONObject()
        object["result"] = StudentMode.shown(object["result"], of: agentType) ?? .null
        return .object(object)
    }
}
