import Engine
import JSON

/// Everything that an editor can ask of the server, as JSON: commands, methods and documents.
///
/// Settings have a schema of their own; see `Setting`.
package enum Catalogue {
    package static var json: JSONValue {
        [
            "commands": .array(CommandDescriptions.all.map(\.json)),
            "methods": .array(ProductMethods.all.map { json(of: type(of: $0)) }),
            "documents": .array(DocumentKind.allCases.map(json)),
        ]
    }

    private static func json(of method: any ProductMethod.Type) -> JSONValue {
        var object: JSONObject = ["name": .string(method.method)]
        object["command"] = method.command.map { .string($0) }
        let notifications = method.announced.filter { $0 != method.method }
        if !notifications.isEmpty { object["notifications"] = .array(notifications.map { .string($0) }) }
        return .object(object)
    }

    private static func json(of document: DocumentKind) -> JSONValue {
        ["name": .string(document.rawValue), "path": .string(document.path), "sentence": .string(document.sentence)]
    }
}

extension ProductMethods {
    /// The method that a command runs.
    static func method(ofCommand name: String) -> String? { commands.first { $0.name == name }?.methodName }
}

extension DocumentKind {
    /// What stands in the document, in one sentence.
    fileprivate var sentence: String {
        switch self {
        case .requirements: "What the product shall do, for whom and with what."
        case .architecture: "Pages, components and data, with diagrams."
        case .roadmap: "The steps of the curriculum; tick one when it is done, and save."
        case .questions: "What an agent asks; write your answer, and save."
        case .choices: "Decisions with their options; tick the one that you want, and save."
        case .review: "What the QA agent found in the whole project."
        case .jobs: "The agents' jobs, the newest first."
        case .student: "What is different in student mode."
        case .learning: "What a student learned, week by week."
        case .consent: "What an agent is about to send to a model's provider, while it asks whether it may."
        }
    }
}
