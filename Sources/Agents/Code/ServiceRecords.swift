import Models
import Patterns

/// The records of a service without pages that the idea names outright: "REST API in FastAPI: boats, skippers, charters".
///
/// For such a service the FastAPI templates are no code of another idea: they keep what is named, and nothing else.
enum ServiceRecords {
    /// What the features of a document name in the plural, where it is a service in FastAPI; else empty.
    static func named(in requirements: RequirementsDoc) -> [ProjectPattern.Entity] {
        guard OwnWords.shape(of: requirements) == .service, isFastAPI(requirements.recommendedStack) else { return [] }
        return entities(requirements.coreFeatures.map(\.name))
    }

    /// What a document says of the code that comes of it; nil where none does.
    static func note(features: [String], stack: [String]) -> String? {
        let records = entities(features)
        guard isFastAPI(stack), !records.isEmpty else { return nil }
        let database =
            stack.contains { ["PostgreSQL", "MySQL", "MariaDB", "MongoDB"].contains($0) }
            ? " in SQLite, whatever database the stack names" : " in SQLite"
        return
            "The offline code keeps \(English.list(records.map(\.plural)))\(database), each with a name, a date and notes: "
            + "other fields, and how they belong together, are yours to write"
    }

    private static func isFastAPI(_ stack: [String]) -> Bool {
        stack.contains("FastAPI") && CodeStack.unwritable(in: stack).isEmpty
            && CodeStack(technologies: stack) == .fastAPI
    }

    private static func entities(_ names: [String]) -> [ProjectPattern.Entity] {
        var seen: Set<String> = []
        return names.prefix(60).compactMap { name in
            let words = Words.split(name, limit: 4)
            guard (1...2).contains(words.count), English.isPlural(words[words.count - 1]) else { return nil }
            let one = English.singular(of: words.joined(separator: " "))
            guard OwnEntity.isNamable(one), seen.insert(one).inserted, seen.count <= 12 else { return nil }
            return OwnEntity.record(one)
        }
    }
}
