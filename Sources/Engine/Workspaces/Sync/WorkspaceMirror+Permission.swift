import Models
import Storage

/// Whether a folder may be mirrored.
enum MirrorPermission: Sendable, Hashable {
    /// Nobody looked yet.
    case unknown
    /// The folder is an ordinary one, as far as its place tells.
    case ordinary
    /// A person agreed.
    case given
    /// A person has to agree first.
    case lacking(MirrorDoubt)
}

extension WorkspaceMirror {
    private var consent: MirrorConsent { MirrorConsent(store: store, workspace: workspace, caller: caller) }

    /// Whether a look may go on; where a person has just agreed, it is one at everything.
    func mayMirror(_ scope: inout MirrorScope) async throws(StoreError) -> Bool {
        switch permission {
        case .ordinary, .given: return true
        case .lacking(let doubt):
            guard try await consent.isGiven() else {
                await refuse(doubt)
                return false
            }
            scope = .everything
        case .unknown:
            try await CredentialRows(
                store: store, project: workspace.projectID, workspace: workspace.id, caller: caller
            ).remove()
            guard try await consent.isGiven() else {
                guard let doubt = FolderPlace.doubt(about: folder) else {
                    permission = .ordinary
                    return true
                }
                await refuse(doubt)
                return false
            }
        }
        permission = .given
        return true
    }

    /// How far the walk goes: of a folder that was never mirrored and nobody agreed to, not beyond what needs no asking.
    func limits(of pass: MirrorPass) -> MirrorLimits {
        guard permission == .ordinary, pass.scope == .everything, pass.agreed.isEmpty else { return limits }
        var unasked = limits
        unasked.files = min(limits.files, limits.unaskedFiles)
        return unasked
    }

    /// What speaks against mirroring what a walk came by.
    func sizeDoubt(of pass: MirrorPass) -> MirrorDoubt? {
        guard limits.unaskedFiles < limits.files, limits(of: pass).files == limits.unaskedFiles,
            pass.walk.limit == .tooManyFiles(limits.unaskedFiles)
        else { return nil }
        return .tooManyFiles(limits.unaskedFiles)
    }

    /// Mirrors nothing for the time being, and says so.
    func refuse(_ doubt: MirrorDoubt) async {
        let isKnown = permission == .lacking(doubt)
        permission = .lacking(doubt)
        if !isKnown { report(.unasked(doubt, isNews: await consent.takeTelling())) }
    }
}
