import Patterns

/// One kind of product, whatever language it is asked for in: what it keeps, who uses it, and what belongs to it.
struct ProductKind: Sendable {
    let id: String
    /// The thing that it keeps where an idea names none.
    let usualThing: String
    /// Whether it is about that thing, whatever else an idea names.
    let hasOneThing: Bool
    /// The library's patterns that are about it.
    let patterns: Set<String>
    let people: [String]
    let must: [String]
    let should: [String]
    let nice: [String]
    /// Whether its words name any site, so that each other kind says more.
    var isGeneral: Bool { people.first == "visitor" && must.first == "pages" && patterns.contains("cms") }
    /// Whether it is what every program of a shape needs, and says nothing of what that is about.
    var isOfShape: Bool { patterns.isEmpty }

    /// A feature as the list of features knows it.
    struct Part: Sendable {
        /// What rules it out where it is refused.
        let topics: Set<ProjectPattern.Topic>
        /// The deed by which an idea tells it itself.
        let deed: DeedKind?
    }

    struct Thing: Sendable {
        let sample: String
        let fields: [String]
    }

    static let all: [ProductKind] = rows("kind").compactMap { id, fields in
        guard fields.count > 5 else { return nil }
        return ProductKind(
            id: id, usualThing: fields[0].trimmingCharacters("!"), hasOneThing: fields[0].hasSuffix("!"),
            patterns: Set(list(fields[1])), people: list(fields[2]), must: list(fields[3]), should: list(fields[4]),
            nice: list(fields[5]))
    }
    static let parts: [String: Part] = rows("feature").reduce(into: [:]) { parts, row in
        parts[row.0] = Part(
            topics: Set(list(row.1.first ?? "").compactMap(ProjectPattern.Topic.init)),
            deed: row.1.count > 1 ? DeedKind(rawValue: row.1[1]) : nil)
    }
    static let things: [(id: String, thing: Thing)] = rows("thing").compactMap { id, fields in
        fields.count > 1 ? (id, Thing(sample: fields[0], fields: list(fields[1]))) : nil
    }
    /// What every program of a shape needs: a tool, firmware, a bot.
    static let ofShape: [ProjectShape: ProductKind] = rows("shape").reduce(into: [:]) { kinds, row in
        guard let shape = ProjectShape(rawValue: row.0), row.1.count > 2 else { return }
        kinds[shape] = ProductKind(
            id: row.0, usualThing: "item", hasOneThing: true, patterns: [], people: list(row.1[0]),
            must: list(row.1[1]), should: list(row.1[2]), nice: [])
    }
    /// Words that point to a kind in every language.
    static let cues: [String: [ProductCue]] = rows("cue").reduce(into: [:]) { cues, row in
        cues[row.0, default: []] += ProductCue.list(row.1.first ?? "")
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingSpaces }
    }

    private static func rows(_ sort: String) -> [(String, [String])] {
        lines.compactMap { row in
            let head = row[0].split(separator: " ").map(String.init)
            return head.count == 2 && head[0] == sort ? (head[1], Array(row.dropFirst())) : nil
        }
    }

    private static let lines = DataLines.fields(PackageResources.kinds_txt)
}
