import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// `codeforge/team/status`: what the folder's project is linked to, where its jobs run, and how the last look went.
struct TeamStatusMethod: ProductMethod {
    static let method = "codeforge/team/status"
    static let command: String? = "codeforge.teamStatus"

    static func sentence(for answer: JSONValue) -> String? { TeamAnswer.sentence(for: answer) }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.teamProject(parameters)
        let standing = try await context.using { application throws(RequestFailure) in
            try await application.teamStanding(of: project)
        }
        return TeamAnswer.json(standing.json, standing.sentences)
    }
}

/// `codeforge/team/link`: keeps the folder's project in step with one of the server's, or with a new one there.
///
/// Without `agreed: true` nothing is sent, and the answer says what would be. The command asks a person.
struct TeamLinkMethod: ProductMethod {
    static let method = "codeforge/team/link"
    static let command: String? = "codeforge.teamLink"

    static func sentence(for answer: JSONValue) -> String? { TeamAnswer.sentence(for: answer) }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        if try parameters.flag("agreed") == true { return parameters }
        let preview = try await run(parameters, in: context)
        let isAgreed = try await context.pick(
            TeamAnswer.sentence(for: preview) ?? "", [("Link", true), ("Send Nothing", false)], orSay: "")
        guard isAgreed == true else {
            _ = context.sayUnchanged("Nothing was sent.")
            return nil
        }
        var object = parameters.object
        object["agreed"] = true
        return ProductParameters(object, isCommand: true)
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let isAgreed = try parameters.flag("agreed") ?? false
        let allowed = try parameters.texts("allow") ?? []
        let name = try parameters.text("team_project_id")
        let theirs = name.flatMap(RowID.init)
        if name != nil, theirs == nil { throw parameters.wrong("team_project_id", "must be an identity.") }
        let project = try await context.teamProject(parameters)
        await context.waitForMirror(of: project)
        return try await context.using { application throws(RequestFailure) in
            let login = try TeamLogin.needed()
            try await application.requireUnlinked(project)
            guard isAgreed else {
                let preview = try await application.teamPreview(of: project, allowing: allowed)
                return TeamAnswer.json(
                    ["linked": false, "url": .string(login.url), "preview": preview.json],
                    preview.sentences(to: login.url, toAllow: "allow"))
            }
            _ = try await application.link(project, as: login, to: theirs, allowing: allowed)
            let standing = try await application.teamStanding(of: project)
            return TeamAnswer.json(standing.json, standing.sentences)
        }
    }
}

/// `codeforge/team/sync`: looks at both sides now; while a folder is open this happens by itself.
struct TeamSyncMethod: ProductMethod {
    static let method = "codeforge/team/sync"
    static let command: String? = "codeforge.teamSync"

    static func sentence(for answer: JSONValue) -> String? { TeamAnswer.sentence(for: answer) }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.teamProject(parameters)
        return try await context.using { application throws(RequestFailure) in
            _ = try await application.requireLinked(project)
            let report = try await application.syncTeam(project).array?.first ?? .null
            return TeamAnswer.json(["report": report], TeamReport.sentences(of: report))
        }
    }
}

/// `codeforge/team/unlink`: stops keeping the folder's project in step; both sides keep what they have.
struct TeamUnlinkMethod: ProductMethod {
    static let method = "codeforge/team/unlink"
    static let command: String? = "codeforge.teamUnlink"

    static func sentence(for answer: JSONValue) -> String? { TeamAnswer.sentence(for: answer) }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.teamProject(parameters)
        return try await context.using { application throws(RequestFailure) in
            let link = try await application.requireLinked(project)
            try await application.unlink(project)
            return TeamAnswer.json(
                ["linked": false, "url": .string(link.url)],
                ["No longer linked to \(link.url).", "All files stay as they are."])
        }
    }
}

/// An answer about a team, with what a person is told of it.
private enum TeamAnswer {
    static func json(_ value: JSONValue, _ sentences: [String]) -> JSONValue {
        var object = value.object ?? JSONObject()
        object["sentences"] = .array(sentences.map { .string($0) })
        return .object(object)
    }

    /// A message in an editor has few lines: more than some sentences are in the answer, and in `codeforge team status`.
    private static let shown = 12

    static func sentence(for answer: JSONValue) -> String? {
        let sentences = answer["sentences"]?.array?.compactMap(\.string) ?? []
        let more = sentences.count > shown ? ["\(sentences.count - shown) more: codeforge team status"] : []
        return (sentences.prefix(shown) + more).joined(separator: "\n")
    }
}

extension ProductContext {
    fileprivate func teamProject(_ parameters: ProductParameters) async throws(ResponseError) -> RowID {
        let text = try await projectID(parameters)
        return try await using { application throws(RequestFailure) in try await application.projectID(text) }
    }

    /// Waits until the project's rows are as its folder is: by them is told what would be sent.
    fileprivate func waitForMirror(of project: RowID) async {
        let open = await snapshot.connection.read { session in
            session.snapshot.openFolders.filter { $0.mirror.workspace.projectID == project }
        }
        for folder in open { await folder.mirror.settle() }
        // Just started, the editor's own mirror may not be there yet.
        guard open.isEmpty, let path = snapshot.folders.lazy.compactMap({ DocumentURI($0.uri).path }).first,
            let folder = try? ProjectFolder(path: path)
        else { return }
        _ = try? await application.syncOnce(folder)
    }
}
