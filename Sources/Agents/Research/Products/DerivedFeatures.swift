import Models
import Patterns

/// What a product of a kind always needs, worded with the thing that the idea names; each says where it comes from.
struct DerivedFeatures {
    let kind: ProductKind
    let thingID: String
    let tongue: Tongue
    /// The idea's own words that it follows from.
    let source: String

    private var texts: ProductTexts { ProductTexts.of(tongue) }

    /// Those that the idea neither tells nor rules out, the surest first.
    func features(beside told: [Wish], reading: IdeaReading, isAlone: Bool, most: Int) -> [ProjectPattern.Feature] {
        let deeds = Set(told.flatMap { DeedKind.all(in: $0.clause, tongue) })
        let said = Set(told.flatMap { Words.split($0.clause) }.filter(Self.isTelling).map(Words.stem))
        var groups: [(ProjectPattern.Priority, [String])] = [(.must, kind.must)]
        if !reading.isMinimal { groups += [(.should, kind.should), (.nice, kind.nice)] }
        var features: [ProjectPattern.Feature] = []
        for (priority, ids) in groups {
            for id in ids {
                guard let part = ProductKind.parts[id], let text = texts.features[id], isCalledFor(id, reading.text)
                else { continue }
                let feature = self.feature(text, priority: priority, topics: part.topics)
                if let deed = part.deed, deeds.contains(deed) { continue }
                if !told.isEmpty, isCovered(text.title, said) { continue }
                if isAlone, !part.topics.isDisjoint(with: [.sharing, .messaging, .administration, .accounts]) {
                    continue
                }
                let words = [fill(text.title), fill(text.text)].joined(separator: ". ")
                if !part.topics.isDisjoint(with: reading.refused) || reading.rulesOut(words) { continue }
                features.append(feature)
            }
        }
        return Array(features.prefix(most))
    }

    /// Who uses such a product.
    func personas(pain: String) -> [UserPersona] {
        kind.people.compactMap { texts.people[$0] }.map {
            UserPersona(role: $0.role, goal: $0.goal, painPoint: $0.trouble ?? pain)
        }
    }

    /// Ways to see that a deed is fulfilled, with the thing it is about.
    func criteria(of id: String) -> [String] { (texts.features[id]?.criteria ?? []).map(fill) }

    /// How a feature of the kind is called.
    func title(of id: String) -> String? { texts.features[id].map { fill($0.title).capitalisedFirst } }

    private func feature(
        _ text: ProductTexts.Feature, priority: ProjectPattern.Priority, topics: Set<ProjectPattern.Topic>
    ) -> ProjectPattern.Feature {
        let origin = priority == .must ? texts.frame("derived", source) : texts.frame("assumed")
        let body = Self.sentence(fill(text.text), tongue) + (tongue == .japanese ? "" : " ") + origin
        return ProjectPattern.Feature(
            priority, fill(text.title).capitalisedFirst,
            AcceptanceCriteria.adding(text.criteria.map(fill), to: body, tongue, longest: 500), .table, topics)
    }

    /// A dry run is for what changes files: some parts belong to a kind only where the idea has words for them.
    private func isCalledFor(_ id: String, _ idea: String) -> Bool {
        let cues = (texts.cues[id] ?? []) + (ProductKind.cues[id] ?? [])
        guard !cues.isEmpty else { return true }
        let line = ProductGuess.line(idea)
        return cues.contains { $0.stands(in: line, idea) }
    }

    private static func sentence(_ text: String, _ tongue: Tongue) -> String {
        text.hasSuffix(".") || text.hasSuffix("。") ? text.capitalisedFirst : text.capitalisedFirst + "."
    }

    private static func isTelling(_ word: String) -> Bool { word.count > 3 && !IdeaShape.stopWords.contains(word) }

    private func isCovered(_ title: String, _ said: Set<String>) -> Bool {
        let own = Words.split(title.replacing("{T}", with: "").replacing("{t}", with: "")).filter(Self.isTelling)
        return own.contains { said.contains(Words.stem($0)) }
    }

    private func fill(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let known = ProductKind.things.first { $0.id == thingID }?.thing
        let fields = (known?.fields ?? []).compactMap { texts.fields[$0] }
        let own = texts.things[thingID]
        let example = tongue == .english ? ProductRecords.example(of: thingID) : texts.examples[thingID]
        let sample = example ?? known?.sample
        return text.replacing("{t}", with: own?.one ?? "").replacing("{T}", with: own?.many ?? "")
            .replacing("{s}", with: sample ?? "").replacing(
                "{f}", with: tongue == .japanese ? fields.joined(separator: "、") : Frame.list(fields, tongue)
            )
            .replacing("{1}", with: fields.first ?? "").replacing("{2}", with: fields.dropFirst().first ?? "")
    }
}
