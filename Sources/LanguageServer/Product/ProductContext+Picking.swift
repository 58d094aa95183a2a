import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Choosing what a command is about, for a person who ran it without saying so: they called for the prompt.
extension ProductContext {
    /// Most things that are offered.
    private static let maxOffered = 10

    /// Lets a person choose by the titles, which differ from each other.
    ///
    /// - Returns: nil where they choose nothing, or there is nothing, which is told as `nothing`.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessageRequest
    func pick<Value: Sendable>(
        _ question: String, _ options: [(title: String, value: Value)], orSay nothing: String
    ) async throws(ResponseError) -> Value? {
        guard !options.isEmpty else {
            snapshot.connection.perform { $0.show(.info, nothing, isCalledFor: true) }
            return nil
        }
        let offered = options.prefix(Self.maxOffered)
        let answer = try await snapshot.connection.request(
            ShowMessageRequest.method, ShowMessageRequest(.info, question, offered.map(\.title)))
        let title = answer["title"]?.string
        return offered.first { $0.title == title }?.value
    }

    /// Lets a person choose a job of the folder's project, newest first.
    func pickJob(
        _ question: String, orSay nothing: String, where isMeant: @Sendable (AgentJob) -> Bool
    ) async throws(ResponseError) -> AgentJob? {
        let jobs = try await folderJobs().filter(isMeant)
        let ids = jobs.map(\.id)
        return try await pick(
            question, jobs.map { ("\($0.title) (\($0.status.words), \(ids.shortText(of: $0.id)))", $0) },
            orSay: nothing)
    }

    /// Lets a person choose a finding of the document that the parameters name, else of any that is open.
    ///
    /// - Returns: the parameters with where the finding stands, and its identity; nil where they choose none.
    /// - Throws: `missing` where there is no finding to choose.
    func completingFinding(
        _ parameters: ProductParameters, _ question: String, orThrow missing: ResponseError
    ) async throws(ResponseError) -> ProductParameters? {
        let now = await snapshot.connection.read { $0.snapshot }
        let named = try parameters.text("uri").map { now.documents[$0]?.uri ?? "" }
        let documents = now.documents.all.filter { named == nil || $0.uri == named }.sorted { $0.uri < $1.uri }
        let options = documents.flatMap { document in
            now.findings(of: document).map { finding in
                let start = now.range(finding.range, in: document).lowerBound
                let place = "\(document.reviewed.path ?? document.place):\(start.line + 1):\(start.character + 1)"
                let message = now.message(of: finding, isStudent: now.isStudent(document))
                let value: JSONObject = [
                    "uri": .string(document.uri), "identity": .string(finding.identity),
                    "position": ["line": .integer(start.line), "character": .integer(start.character)],
                ]
                return (title: "\(place) \(message) (\(finding.ruleID))", value: value)
            }
        }
        if options.isEmpty { throw missing }
        guard let picked = try await pick(question, options, orSay: "") else { return nil }
        var object = parameters.object
        for (key, value) in picked { object[key] = value }
        return ProductParameters(object, isCommand: true)
    }

    /// The newest jobs of the folder's project.
    func folderJobs() async throws(ResponseError) -> [AgentJob] {
        let project = try await projectID(ProductParameters([:]))
        return try await using { application throws(RequestFailure) in
            try await application.jobs(inProject: project, limit: 100, offset: 0).items
        }
    }
}

extension ProductParameters {
    /// These with another member.
    func with(_ key: String, _ value: String) -> ProductParameters {
        var object = object
        object[key] = .string(value)
        return ProductParameters(object, isCommand: true)
    }
}
