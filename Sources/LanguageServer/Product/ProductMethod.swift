import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// A use case on the wire: a `codeforge/...` request, and mostly a command that takes the same parameters.
package protocol ProductMethod: Sendable {
    static var method: String { get }
    /// The command that does the same; nil where there is none.
    static var command: String? { get }
    /// What is announced under `experimental`: the method, and the notifications that come with it.
    static var announced: [String] { get }
    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue
    /// What the command runs with: where a person gave nothing, what they then pick.
    ///
    /// Nil where they picked nothing, or there is nothing to pick, which they are told.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters?
    /// What a person who ran the command is told: an editor drops a command's answer.
    ///
    /// Nil where progress or a document shows it.
    static func sentence(for answer: JSONValue) -> String?
    /// The document that shows the answer of the command.
    static var document: DocumentKind? { get }
    /// Whose work a model would do for it; nil where none does, or that follows from the parameters.
    static var role: ModelRole? { get }
}

extension ProductMethod {
    package static var command: String? { nil }
    package static var announced: [String] { [method] }
    package static func sentence(for answer: JSONValue) -> String? { nil }
    package static var document: DocumentKind? { nil }
    package static var role: ModelRole? { nil }

    package func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? { parameters }

    /// Runs the use case once the store is open.
    func run(_ object: JSONObject, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.applicationWithModels())
        return try await run(ProductParameters(object), in: context)
    }
}

/// Answers the request of a product method beside the loop.
struct ProductHandler: RequestHandler {
    let useCase: any ProductMethod

    var method: String { type(of: useCase).method }

    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.experimental += type(of: useCase).announced
    }

    func run(_ id: RequestID, _ parameters: JSONNode?, in session: inout Session) throws(ResponseError) {
        var object = JSONObject()
        if let parameters {
            guard let given = parameters.value.object else {
                throw ResponseError(.invalidParams, "params must be an object.")
            }
            object = given
        }
        let (useCase, given) = (useCase, object)
        session.answerLater(id) { snapshot async throws(ResponseError) -> JSONValue in
            try await useCase.run(given, in: snapshot)
        }
    }
}

extension Snapshot {
    /// The use cases, with the models that are set now.
    func applicationWithModels() async throws(ResponseError) -> Application {
        var application = try await application.value()
        application.teamJobs = settings.team.runJobs
        application.models = settings.model.recording(to: modelRecording, replaying: modelReplay)
        return application
    }
}

/// A command that runs a product method with its first argument, which is an object.
struct ProductCommand: BackgroundCommand {
    let name: String
    private let method: any ProductMethod
    var methodName: String { type(of: method).method }
    /// Members that the command sets itself.
    private let preset: JSONObject

    init(_ name: String, _ method: any ProductMethod, preset: JSONObject = JSONObject()) {
        self.name = name
        self.method = method
        self.preset = preset
    }

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        var object = arguments.object ?? JSONObject()
        if arguments.object == nil, let first = arguments.values.first, !first.isNull {
            throw ResponseError(.invalidParams, "params.arguments: the first argument must be an object.")
        }
        for (key, value) in preset { object[key] = value }
        if let token = arguments.workDoneToken { object["workDoneToken"] = token }
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.applicationWithModels())
        let given = ProductParameters(object, isCommand: true)
        guard let parameters = try await method.completing(given, in: context) else { return .null }
        let answer = try await method.run(parameters, in: context)
        snapshot.connection.perform { show(answer, in: &$0) }
        return answer
    }

    private func show(_ answer: JSONValue, in session: inout Session) {
        let project = answer["id"]?.string ?? answer["project_id"]?.string
        if let document = type(of: method).document, session.show(document, of: project) { return }
        if let sentence = type(of: method).sentence(for: answer) { session.show(.info, sentence, isCalledFor: true) }
    }
}
