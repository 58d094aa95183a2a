import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/consent/preview`: the requests that wait for a person's agreement, to the byte, and what was agreed to.
struct ConsentPreviewMethod: ProductMethod {
    static let method = "codeforge/consent/preview"
    static let command: String? = "codeforge.showConsent"
    static let document: DocumentKind? = .consent

    static func sentence(for answer: JSONValue) -> String? {
        let agreed = (answer["agreements"]?.array ?? []).compactMap { agreement -> String? in
            guard let provider = agreement["provider"]?.string, let address = agreement["base_url"]?.string else {
                return nil
            }
            return "\(provider) at \(address)"
        }
        let waiting = answer["items"]?.array?.count ?? 0
        let sent =
            agreed.isEmpty
            ? "Nothing of this folder is sent to anybody."
            : "This folder's texts may go to "
                + "\(agreed.joined(separator: ", "))."
        return waiting == 0 ? sent : "\(sent) See .codeforge/consent.md for what waits for your agreement."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            let id = try await application.projectID(project)
            let previews = try await application.consentPreviews(inProject: id)
            return [
                "items": .array(previews.map(\.json)),
                "agreements": .array(try await application.agreements(inProject: id).map(\.json)),
            ]
        }
    }
}

/// `codeforge/consent/allow`: texts of the project may go to a provider; jobs that wait for just that go on.
struct ConsentAllowMethod: ProductMethod {
    static let method = "codeforge/consent/allow"
    static let command: String? = "codeforge.allowModel"

    static func sentence(for answer: JSONValue) -> String? {
        guard let provider = answer["provider"]?.string, let address = answer["base_url"]?.string else { return nil }
        return
            "Texts of this folder may go to \(provider) at \(address) from now on, for jobs that are started with this "
            + "editor's settings."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let provider = try parameters.provider() ?? context.application.models.provider
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            let address = try await application.allow(provider, inProject: try await application.projectID(project))
            return ["provider": .string(provider.rawValue), "base_url": .string(address), "allowed": true]
        }
    }
}

/// `codeforge/consent/revoke`: nothing of the project goes to a provider any more; to none without `provider`.
struct ConsentRevokeMethod: ProductMethod {
    static let method = "codeforge/consent/revoke"
    static let command: String? = "codeforge.revokeModel"

    static func sentence(for answer: JSONValue) -> String? {
        answer["revoked"]?.array?.isEmpty == false
            ? "Nothing of this folder goes there any more, from any program on this database."
            : "These settings had no such agreement. What others on this database had agreed to is taken back as well."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let provider = try parameters.provider()
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            let revoked = try await application.revoke(provider, inProject: try await application.projectID(project))
            return ["revoked": .array(revoked.map(\.json))]
        }
    }
}

extension ProductParameters {
    fileprivate func provider() throws(ResponseError) -> ModelProvider? {
        guard let name = try text("provider") else { return nil }
        guard let provider = ModelProvider(rawValue: name), provider != .offline else {
            let known = ModelProvider.allCases.filter { $0 != .offline }.map(\.rawValue).joined(separator: ", ")
            throw ResponseError(.invalidInput(["provider"], "is '\(name.prefix(50))'; the providers are \(known)."))
        }
        return provider
    }
}
