import Models
import Patterns

/// What a program of a known kind keeps, in the shape that generated code needs: for documents made of an idea's own
/// sentences, where no pattern of the library knows the records.
struct ProductRecords {
    let kind: ProductKind
    /// The thing that the idea is about first, then what is done with it: a tool, then its loans.
    let entities: [ProjectPattern.Entity]
    private let thingID: String

    /// Nil where the document is none of own words, has no pages, is in another language, or is about no known kind.
    init?(_ requirements: RequirementsDoc) {
        guard OwnWords.shape(of: requirements).map(\.hasTemplate) ?? Self.tells(requirements),
            Tongue(requirements.elevatorPitch) == .english
        else { return nil }
        let idea = BriefLine.read(requirements.technicalConstraints) ?? requirements.elevatorPitch
        guard let guess = ProductGuess(Statement.all(in: idea), text: idea) else { return nil }
        kind = guess.kind
        thingID = guess.thingID
        entities = Self.entities(of: guess, IdeaReading(idea))
        if entities.isEmpty { return nil }
    }

    /// Whether a document that was found by a pattern has the idea's own features, and those of its kind.
    private static func tells(_ requirements: RequirementsDoc) -> Bool {
        requirements.technicalConstraints?.contains(OwnWords.ownFeatures) ?? false
    }

    private static func entities(of guess: ProductGuess, _ reading: IdeaReading) -> [ProjectPattern.Entity] {
        guard let thing = things[guess.thingID] else { return [] }
        let all = [thing] + (seconds[guess.kind.id] ?? []).filter { $0.name != thing.name }
        guard reading.refusesTrade || reading.refused.contains(.payments) else { return all }
        // Where no money is to change hands, nobody keeps payments.
        return all.filter { !$0.name.contains("payment") }.map { entity in
            var entity = entity
            entity.fields.removeAll { $0.kind == .money }
            return entity
        }
    }

    /// What a document says of the code that comes of it; nil where none does.
    static func note(of guess: ProductGuess, _ reading: IdeaReading) -> String? {
        let kept = entities(of: guess, reading)
        guard !kept.isEmpty else { return nil }
        return
            "The offline code keeps \(English.list(kept.map(\.plural))) with pages to list, add, change and delete them: "
            + "what the features say beyond that is yours to write"
    }

    /// How a feature that follows from the kind is shown; nil for one in the idea's own words.
    func place(_ name: String) -> (view: ProjectPattern.View, entity: ProjectPattern.Entity)? {
        let derived = DerivedFeatures(kind: kind, thingID: thingID, tongue: .english, source: "")
        let known = kind.must + kind.should + kind.nice
        guard let id = known.first(where: { derived.title(of: $0) == name }), let view = Self.view(of: id, in: kind.id)
        else { return nil }
        let isSecond = Self.views[kind.id]?[id]?.isSecond ?? false
        return (view, isSecond && entities.count > 1 ? entities[1] : entities[0])
    }

    /// How one of a thing may be called, in English.
    static func example(of thingID: String) -> String? { things[thingID]?.samples.first }

    /// How a feature of a kind is shown; nil where the file does not say.
    static func view(of id: String, in kind: String) -> ProjectPattern.View? {
        views[kind]?[id].flatMap { ProjectPattern.View(rawValue: $0.view) }
    }

    // MARK: The data file

    private static let rows: [(sort: String, id: String, fields: [String])] = DataLines.fields(
        PackageResources.records_txt
    ).compactMap { row in
        let head = row[0].split(separator: " ").map(String.init)
        return head.count == 2 ? (head[0], head[1], Array(row.dropFirst())) : nil
    }

    private static let things: [String: ProjectPattern.Entity] = rows.reduce(into: [:]) { things, row in
        if row.sort == "thing" { things[row.id] = entity(row.fields) }
    }
    private static let seconds: [String: [ProjectPattern.Entity]] = rows.reduce(into: [:]) { seconds, row in
        if row.sort == "second", let entity = entity(row.fields) { seconds[row.id, default: []].append(entity) }
    }
    /// "lend=table/2": which view, and whether it is of the second kind of record.
    private static let views: [String: [String: (view: String, isSecond: Bool)]] = rows.reduce(into: [:]) {
        views, row in
        guard row.sort == "views" else { return }
        for pair in list(row.fields.first ?? "") {
            let parts = pair.split(separator: "=").map(String.init)
            guard parts.count == 2 else { continue }
            views[row.id, default: [:]][parts[0]] = (
                parts[1].replacing("/2", with: ""), parts[1].hasSuffix("/2")
            )
        }
    }

    /// A record by a row of `singular | plural | example; … | field:type; …`.
    private static func entity(_ row: [String]) -> ProjectPattern.Entity? {
        guard row.count > 3 else { return nil }
        let fields = list(row[3]).compactMap(field)
        guard fields.first?.kind == .title else { return nil }
        return ProjectPattern.Entity(row[0], plural: row[1], list(row[2]), fields)
    }

    private static func field(_ text: String) -> ProjectPattern.Field? {
        let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        guard parts.count == 2 else { return nil }
        if parts[1].hasPrefix("choice("), parts[1].hasSuffix(")") {
            let values = parts[1].dropFirst(7).dropLast().split(separator: ",").map { String($0).trimmingSpaces }
            return ProjectPattern.Field(name: parts[0], kind: .choice(values))
        }
        let kinds: [String: ProjectPattern.Field.Kind] = [
            "title": .title, "text": .text, "long": .long, "email": .email, "phone": .phone, "money": .money,
            "number": .number, "date": .date, "flag": .flag, "link": .link,
        ]
        return kinds[parts[1]].map { ProjectPattern.Field(name: parts[0], kind: $0) }
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }
}
