import Models
import Patterns

/// What the later agents understand of a requirements document: its records, and where each feature shows them.
///
/// Everything follows from the document itself, so that one written by a model or changed by hand works too.
struct Blueprint: Sendable {
    let requirements: RequirementsDoc
    let brief: ProjectBrief
    /// Whether the document was made of the idea's own sentences, and of no known kind: then its records and views are
    /// guesses.
    let isOwnWords: Bool
    /// The records that features show, in the order in which they first appear; never empty.
    let entities: [ProjectPattern.Entity]
    /// In the document's order.
    let features: [PlacedFeature]

    struct PlacedFeature: Sendable, Hashable {
        let name: String
        let description: String
        let priority: PriorityLevel
        let view: ProjectPattern.View
        let entity: ProjectPattern.Entity
    }

    init(_ requirements: RequirementsDoc) {
        self.requirements = requirements
        let pattern = Self.pattern(of: requirements)
        let reading = IdeaReading(BriefLine.read(requirements.technicalConstraints) ?? requirements.elevatorPitch)
        let brief = ProjectBrief(pattern: pattern, reading: reading, isVague: false, decisions: [], statedAudience: [])
        self.brief = brief
        let records = ServiceRecords.named(in: requirements)
        let product = ProductRecords(requirements)
        isOwnWords = product == nil && OwnWords.areIn(requirements)
        let known = records.isEmpty ? product?.entities ?? pattern.entities + brief.ownEntities : records
        // Bounded, however long the list is: past these, features share pages anyway.
        features = requirements.coreFeatures.prefix(200).map { whole in
            var feature = whole
            // How a feature is accepted says nothing of which records and pages it needs.
            feature.description = AcceptanceCriteria.without(whole.description)
            guard records.isEmpty else { return Self.place(feature, among: records) }
            if let (view, entity) = product?.place(feature.name) {
                return PlacedFeature(
                    name: feature.name, description: feature.description, priority: feature.priority, view: view,
                    entity: entity)
            }
            return Self.place(feature, in: brief, among: known)
        }
        var entities: [ProjectPattern.Entity] = []
        let ordered = features.enumerated().sorted {
            ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset)
        }
        for feature in ordered.map(\.element) where !entities.contains(feature.entity) {
            entities.append(feature.entity)
        }
        // One feature may name several.
        entities += (records + (product?.entities ?? [])).filter { !entities.contains($0) }
        self.entities = entities.isEmpty ? [pattern.entities[0]] : entities
    }

    /// The record that the app is about.
    var mainEntity: ProjectPattern.Entity { entities[0] }

    /// The pattern most of whose features stand in the document, else the nearest by wording.
    private static func pattern(of requirements: RequirementsDoc) -> ProjectPattern {
        let names = Set(requirements.coreFeatures.prefix(200).map(\.name))
        let shared = PatternLibrary.all.map { pattern in pattern.features.count { names.contains($0.name) } }
        if let most = shared.max(), most >= 2, let index = shared.firstIndex(of: most) {
            return PatternLibrary.all[index]
        }
        let text = ([requirements.appName, requirements.elevatorPitch] + names.sorted()).joined(separator: ". ")
        return PatternLibrary.nearest(to: text, count: 1).first?.pattern ?? PatternLibrary.fallback
    }

    private static func place(
        _ feature: Feature, in brief: ProjectBrief, among entities: [ProjectPattern.Entity]
    ) -> PlacedFeature {
        func placed(_ view: ProjectPattern.View, _ entity: ProjectPattern.Entity) -> PlacedFeature {
            var (view, entity) = (view, entity)
            // Only what has a price can be paid.
            func isPriced(_ entity: ProjectPattern.Entity) -> Bool { entity.fields.contains { $0.kind == .money } }
            if view == .checkout, !isPriced(entity) {
                if let priced = entities.first(where: isPriced) { entity = priced } else { view = .table }
            }
            return PlacedFeature(
                name: feature.name, description: feature.description, priority: feature.priority, view: view,
                entity: entity)
        }
        if let known = brief.pattern.features.first(where: { brief.fill($0.name) == feature.name }) {
            return placed(known.view, entities.first { $0.name == known.entity } ?? entities[0])
        }
        let words = Set(Words.split(feature.name + " " + feature.description).map(Words.stem))
        let spoken = Set(Words.split(feature.name).map(Words.stem))
        let entity =
            brief.ownEntities.filter(entities.contains).first {
                Words.split($0.name).allSatisfy { spoken.contains(Words.stem($0)) }
            }
            ?? entities.first { Words.split($0.name).allSatisfy { words.contains(Words.stem($0)) } } ?? entities[0]
        if let common = CommonFeatures.byTopic.values.first(where: { $0.name == feature.name }) {
            return placed(common.view, entity)
        }
        return placed(view(for: spoken) ?? view(for: words) ?? .table, entity)
    }

    /// A service has no views: each record is listed, whatever else is asked of it.
    private static func place(_ feature: Feature, among records: [ProjectPattern.Entity]) -> PlacedFeature {
        let said = Set(Words.split(feature.name, limit: 40).map(Words.stem))
        let entity = records.first { Words.split($0.name).allSatisfy { said.contains(Words.stem($0)) } } ?? records[0]
        return PlacedFeature(
            name: feature.name, description: feature.description, priority: feature.priority, view: .table,
            entity: entity)
    }

    private static func view(for stems: Set<String>) -> ProjectPattern.View? {
        let clues: [(ProjectPattern.View, String)] = [
            (.signIn, "login account signin authentication password"),
            (.calendar, "calendar schedule appointment booking date agenda"),
            (.checkout, "payment pay checkout invoice billing donation"),
            (.summary, "report analytics dashboard statistic chart insight metric"),
            (.thread, "message chat comment conversation discussion feedback"),
            (.board, "board kanban workflow pipeline status approval"),
            (.settings, "setting notification reminder preference privacy export import offline"),
            (.cards, "gallery catalogue catalog browse profile map"),
            (.table, "list record table directory search"),
        ]
        return clues.first { _, words in
            words.split(separator: " ").contains { stems.contains(Words.stem(String($0))) }
        }?.0
    }
}

extension PriorityLevel {
    /// 0 for the most urgent.
    var rank: Int {
        switch self {
        case .mustHave: 0
        case .shouldHave: 1
        case .niceToHave: 2
        }
    }
}
