import Patterns

/// How one sees that a feature of a pattern is fulfilled, with the pattern's own records, fields and examples.
struct PatternCriteria {
    let entity: ProjectPattern.Entity
    private let sample: String
    private let plural: String

    init(_ entity: ProjectPattern.Entity, named: (String) -> String) {
        self.entity = entity
        sample = entity.samples.first ?? entity.name
        plural = named(entity.plural)
    }

    /// Two of those that fit and were not used before.
    func criteria(
        view: ProjectPattern.View, topics: Set<ProjectPattern.Topic>, unused used: inout Set<String>
    ) -> [String] {
        let all = topics.sorted { $0.rawValue < $1.rawValue }.flatMap(of) + of(view)
        let fresh = Array(all.filter { !used.contains($0) }.prefix(2))
        used.formUnion(fresh)
        return fresh.isEmpty ? Array(all.prefix(2)) : fresh
    }

    private var title: String { entity.fields.first?.name ?? "name" }
    private func names(_ count: Int) -> String { English.list(entity.fields.dropFirst().prefix(count).map(\.name)) }
    private var states: [String]? {
        for field in entity.fields { if case .choice(let values) = field.kind, values.count > 1 { return values } }
        return nil
    }
    private var number: String? {
        entity.fields.first { $0.kind == .number || $0.kind == .money }?.name
    }
    private var date: String? { entity.fields.first { $0.kind == .date }?.name }

    private func of(_ view: ProjectPattern.View) -> [String] {
        switch view {
        case .table:
            [
                "“\(sample)” added with its \(names(2)) is in the list after reloading; without \(title) it is refused",
                "part of “\(sample)” finds it; a search without a match says so",
                "deleting “\(sample)” asks first, and cancelling keeps it",
            ] + (states.map { ["filtered by “\($0[0])”, nothing that is “\($0[1])” shows"] } ?? [])
        case .cards:
            [
                "“\(sample)” shows its \(names(3)); a missing one leaves a gap and no error",
                "an address of something that does not exist says “not found”",
                "with no \(plural) it says so and offers to add one",
            ]
        case .board:
            (states.map { ["“\(sample)” moved from “\($0[0])” to “\($0[1])” is there after reloading, and only there"] }
                ?? [])
                + [
                    "two people who move “\(sample)” at once both see the same last place",
                    "an empty column stays and takes what is moved there",
                ]
        case .calendar:
            [
                "“\(sample)” stands on its \(date ?? "day") alone; moved, it stands on the new day only",
                "two \(plural) at the same time are both visible",
                "a day without \(plural) is empty, and one can be added from there",
            ]
        case .summary:
            [
                "the figures equal what the single \(plural) add up to\(number.map { " by \($0)" } ?? "")",
                "after one of the \(plural) is deleted they change at once; a period without any shows 0",
            ]
        case .thread:
            [
                "a text written on “\(sample)” shows there with name and time, and nowhere else; an empty one is refused",
                "its author can change it, others cannot",
            ]
        case .signIn:
            [
                "a wrong password is refused without saying which part was wrong",
                "without the right to do so, changing “\(sample)” is refused, also by a copied address",
            ]
        case .settings:
            [
                "a changed setting holds after signing out and in again, and touches nobody else's",
                "switched off, it does nothing more from then on",
            ]
        case .checkout:
            [
                "two of one and one of another show the right total before paying",
                "a failed payment keeps everything chosen and charges nothing; a double click charges once",
            ]
        }
    }

    private func of(_ topic: ProjectPattern.Topic) -> [String] {
        switch topic {
        case .notifications: ["for “\(sample)” that is due one reminder comes; settled before, none comes"]
        case .payments: ["“paid” shows only after the payment is confirmed; a double click charges once"]
        case .messaging: ["each message arrives once, at those alone whom it is for"]
        case .search: ["part of “\(sample)” finds it; a search without a match says so"]
        case .reviews: ["one person rates “\(sample)” once; ratings of 4 and 5 show 4.5, and none shows no stars"]
        case .maps: ["“\(sample)” stands at its address; one without an address is listed beside the map"]
        case .files: ["a photo added to “\(sample)” shows there; a file of another kind is refused with the reason"]
        case .offline:
            ["“\(sample)” changed without a connection is there for the others once it is back, and once only"]
        case .sharing: ["a link to “\(sample)” opens that alone; taken back, it opens nothing"]
        case .assistant: ["a suggestion is marked as one, and nothing of it is saved before somebody agrees"]
        case .administration: ["a decision keeps who made it and when; somebody without the right cannot make it"]
        case .privacy: ["what was deleted is found nowhere any more, neither by search nor by export"]
        case .languages: ["switched to another language no text of the first one remains on the page"]
        case .gamification: ["doing it twice on one day counts once"]
        case .records, .scheduling, .accounts, .reports: []
        }
    }
}
