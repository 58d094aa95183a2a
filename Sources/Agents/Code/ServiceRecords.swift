import Models
import Patterns

/// The records of a service without pages that the idea names outright: "REST API in FastAPI: boats, skippers, charters".
///
/// For such a service the FastAPI templates are no code of another idea: they keep what is named, and nothing else.
enum ServiceRecords {
    /// What the features of a document name in the plural, where it is a service in FastAPI; else empty.
    static func named(in requirements: RequirementsDoc) -> [ProjectPattern.Entity] {
        guard OwnWords.shape(of: requirements) == .service, isFastAPI(requirements.recommendedStack) else { return [] }
        return entities(requirements.coreFeatures.map { said(name: $0.name, text: $0.description) })
    }

    /// What a document says of the code that comes of it; nil where none does.
    static func note(features: [ProjectPattern.Feature], stack: [String]) -> String? {
        let records = entities(features.map { said(name: $0.name, text: $0.text) })
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

    /// What a feature says: its heading, or where that was shortened its description.
    private static func said(name: String, text: String) -> String {
        name.hasSuffix("…") ? AcceptanceCriteria.without(text).trimmingCharacters(". ") : name
    }

    private static func entities(_ texts: [String]) -> [ProjectPattern.Entity] {
        var seen: Set<String> = []
        return texts.prefix(60).flatMap(records).filter { seen.insert($0.name).inserted }.prefix(12).map { $0 }
    }

    /// "Boats, skippers and charters": nothing but things in the plural; else none.
    private static func records(in text: String) -> [ProjectPattern.Entity] {
        let items = IdeaParts.items(of: text.replacing(" and ", with: ", ").replacing(",,", with: ","))
        let named = items.prefix(20).compactMap { item -> ProjectPattern.Entity? in
            let words = Words.split(item, limit: 4)
            guard (1...2).contains(words.count), English.isPlural(words[words.count - 1]) else { return nil }
            let one = English.singular(of: words.joined(separator: " "))
            return OwnEntity.isNamable(one) ? OwnEntity.record(one) : nil
        }
        return named.count == items.count ? named : []
    }
}
