import JSON
import Models
import Storage

/// The names of the last revocations of a project's agreements, by provider: see `ModelAgreements`.
package struct Revocations: Sendable, Hashable {
    static let key = "revoked_models"

    private var names: [String: String] = [:]

    package init() {}

    init(json: JSONValue?) {
        for (provider, name) in json?.object ?? JSONObject() { names[provider] = name.string }
    }

    var json: JSONValue {
        .object(JSONObject(names.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }

    /// Empty where there was none.
    package func last(of provider: ModelProvider) -> String { names[provider.rawValue] ?? "" }

    /// From now on every agreement before this counts no more.
    mutating func add(_ providers: [ModelProvider]) {
        let name = RowID.random().text
        for provider in providers { names[provider.rawValue] = name }
    }
}

extension Store {
    func revocations(of project: RowID, as caller: Caller) async throws(StoreError) -> Revocations {
        Revocations(json: try await projectValue(Revocations.key, in: project, as: caller)?.value)
    }
}

extension Application {
    /// What this program's configuration agrees to for a project.
    package func agreements(inProject project: RowID) async throws(RequestFailure) -> [ModelAgreements.Agreement] {
        let revocations = try await revocations(of: project)
        return ModelAgreements().all(of: project, after: revocations)
    }

    func revocations(of project: RowID) async throws(RequestFailure) -> Revocations {
        try await storing { () throws(StoreError) in try await store.revocations(of: project, as: caller) }
    }

    /// Takes agreements of a project back, whoever's configuration they were given in: those with a provider, or all.
    ///
    /// - Returns: What this program's configuration had agreed to.
    /// - Throws: `unavailable` where the store or the configuration cannot be written.
    package func revoke(
        _ provider: ModelProvider?, inProject project: RowID
    ) async throws(RequestFailure) -> [ModelAgreements.Agreement] {
        let known = try await agreements(inProject: project)
        var revocations = try await revocations(of: project)
        revocations.add(provider.map { [$0] } ?? ModelProvider.allCases.filter { $0 != .offline })
        let json = JSONText(revocations.json)
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(json, for: Revocations.key, in: project, as: caller)
        }
        _ = try ModelAgreements().revoke(project, provider)
        return known.filter { provider == nil || $0.provider == provider }
    }
}

extension JobWork {
    /// The name of a provider's last revocation in the job's project; empty where there was none.
    package func revocation(of provider: ModelProvider) async throws(Failure) -> String {
        try await working { () throws(StoreError) in
            try await store.revocations(of: job.projectID, as: owner).last(of: provider)
        }
    }
}
