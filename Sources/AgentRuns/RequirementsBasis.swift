import JSON

/// Which requirements the parts of a pipeline's result were made from: a person may change them while it runs.
enum RequirementsBasis {
    typealias Step = (name: String, requirements: JSONValue)

    /// The steps that read the requirements, in their order.
    static let steps = ["wireframe", "code", "roadmap"]

    private static let names = ["wireframe": "the architecture", "code": "the code", "roadmap": "the roadmap"]

    /// What a person has to know at the end; nil where everything was made from the requirements as they are now.
    static func sentence(of bases: [Step], now: JSONValue) -> String? {
        let older = bases.filter { $0.requirements != now }
        guard let first = older.first else { return nil }
        let fields = changedFields(from: first.requirements, to: now)
        let changed = fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))"
        let current = bases.filter { $0.requirements == now }
        let rest = current.isEmpty ? "" : "; made from the changed ones: \(list(current))"
        return "The requirements changed while this ran\(changed). Made from them as they were before: \(list(older))"
            + "\(rest). Run the pipeline again to have all of it made from the requirements as they are now."
    }

    private static func list(_ steps: [Step]) -> String {
        steps.map { names[$0.name] ?? $0.name }.joined(separator: ", ")
    }

    /// The members that differ, as a person calls them.
    private static func changedFields(from old: JSONValue, to new: JSONValue) -> [String] {
        let keys = Set((old.object ?? [:]).map(\.key)).union((new.object ?? [:]).map(\.key))
        return keys.filter { old[$0] != new[$0] }.map { $0.replacing("_", with: " ") }.sorted()
    }
}
