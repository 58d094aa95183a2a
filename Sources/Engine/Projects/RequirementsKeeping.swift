import JSON
import Models
import Storage

/// Puts requirements into a project, with what follows from them: the stack, the description and the title.
struct RequirementsKeeping: Sendable {
    let project: Project
    let store: any Store
    let caller: Caller

    /// What an agent wrote last, before a person changed it.
    static let generated = "requirements/generated"
    /// The mark of the idea in requirements that were found in the folder, until an agent writes others.
    static let found = "requirements/idea"
    /// Whether a person gave the project its title.
    private static let titled = "title/given"

    /// Stores what an agent wrote or a person saved.
    ///
    /// An agent that writes the same application's requirements anew changes what it wrote itself; what a person made
    /// of that stays.
    func store(_ document: RequirementsDoc, byAgent isByAgent: Bool) async throws(StoreError) {
        var document = document
        let key = Self.generated
        let before: RequirementsDoc? = JSONText.contract(
            try await store.projectValue(key, in: project.id, as: caller))
        if isByAgent {
            try await store.setProjectValue(JSONText(document.json), for: key, in: project.id, as: caller)
            try await store.setProjectValue(nil, for: Self.found, in: project.id, as: caller)
            if let before, let current, before.appName == document.appName {
                document = RequirementsMerge(base: before, mine: current, theirs: document).merged
            }
        }
        var update = ProjectUpdate(requirementsSpec: .some(JSONText(document.json)))
        if isByAgent || document.recommendedStack != current?.recommendedStack {
            update.techStack = .some(document.recommendedStack)
        }
        // A description that is an earlier pitch is nobody's own.
        let pitches = [before?.elevatorPitch, current?.elevatorPitch]
        if project.description.map({ pitches.contains($0) }) ?? true {
            update.description = .some(document.elevatorPitch)
        }
        if try await titleFollows() { update.title = document.appName }
        _ = try await store.updateProject(project.id, update, as: caller)
    }

    /// A mark of the idea that an agent wrote requirements of: those of one name are of one idea, whatever a person
    /// calls it.
    static func idea(of generated: JSONText?) -> String? {
        let document: RequirementsDoc? = JSONText.contract(generated)
        return document.map { idea(ofName: $0.appName) }
    }

    static func idea(ofName name: String) -> String { String(ContentHash.of(Array(name.utf8)), radix: 16) }

    /// A person gave the project its title: it does not follow the application's name any more.
    static func noteTitleGiven(in project: RowID, _ store: any Store, as caller: Caller) async throws(StoreError) {
        try await store.setProjectValue(JSONText(.bool(true)), for: titled, in: project, as: caller)
    }

    private var current: RequirementsDoc? { JSONText.contract(project.requirementsSpec) }

    /// Whether the title is the folder's name, or the name that the application had.
    private func titleFollows() async throws(StoreError) -> Bool {
        guard try await store.projectValue(Self.titled, in: project.id, as: caller) == nil else { return false }
        if project.title == current?.appName { return true }
        let workspaces = try await store.local?.workspaces(of: project.id, as: caller) ?? []
        return workspaces.contains { workspace in
            workspace.folder.split(separator: "/").last.map(String.init) == project.title
        }
    }
}

/// Requirements that an agent writes anew, with what a person changed of those that it had written before.
struct RequirementsMerge {
    let base: RequirementsDoc
    let mine: RequirementsDoc
    let theirs: RequirementsDoc

    var merged: RequirementsDoc {
        var merged = theirs
        if mine.appName != base.appName { merged.appName = mine.appName }
        if mine.elevatorPitch != base.elevatorPitch { merged.elevatorPitch = mine.elevatorPitch }
        merged.targetAudience = list(\.targetAudience, key: \.role)
        merged.coreFeatures = list(\.coreFeatures, key: \.name)
        merged.recommendedStack = list(\.recommendedStack, key: \.self)
        if mine.technicalConstraints != base.technicalConstraints {
            merged.technicalConstraints = mine.technicalConstraints
        }
        return merged
    }

    private func list<Value: Hashable>(
        _ part: KeyPath<RequirementsDoc, [Value]>, key: (Value) -> String
    ) -> [Value] {
        Self.list(base: base[keyPath: part], mine: mine[keyPath: part], theirs: theirs[keyPath: part], key: key)
    }

    /// Mine, where it is not what it was in the base; what is new in theirs comes last.
    static func list<Value: Hashable>(
        base: [Value], mine: [Value], theirs: [Value], key: (Value) -> String
    ) -> [Value] {
        if mine == base { return theirs }
        let baseKeys = Set(base.map(key))
        var rest = theirs
        var merged: [Value] = []
        for value in mine {
            let isKept = base.contains(value)
            if let same = rest.firstIndex(of: value) ?? rest.firstIndex(where: { key($0) == key(value) }) {
                let known = rest.remove(at: same)
                merged.append(isKept ? known : value)
            } else if !isKept {
                merged.append(value)
            }
        }
        return merged + rest.filter { !baseKeys.contains(key($0)) }
    }
}
