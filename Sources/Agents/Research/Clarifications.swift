import Models
import Patterns

/// What the research agent asks before it commits to a document; at most three questions.
///
/// The questions follow from the idea alone, so that a resumed job knows what its answers mean.
struct Clarifications {
    enum Subject: Sendable, Hashable {
        case purpose, audience, scope
        case conflict(IdeaConflict)
    }

    let questions: [(subject: Subject, question: ClarificationQuestion)]

    init(for brief: ProjectBrief) {
        let reading = brief.reading
        let saysWhatItDoes = reading.namesActions || !reading.wanted.subtracting([.records]).isEmpty
        var asked: [(Subject, String, [String])] = reading.conflicts.prefix(3).map {
            (.conflict($0), $0.question(in: brief.tongue), $0.options(in: brief.tongue))
        }
        // Who tells several things that it does is not asked what it is for.
        let isVague =
            brief.isVague && brief.guess?.kind.isGeneral ?? true
            && WishReader(brief.statements, tongue: brief.tongue).wishes.count < 2
        if isVague {
            asked.append((.purpose, ResearchTexts.say("purpose", brief.tongue), Self.purposes(brief.tongue)))
        }
        if !saysWhatItDoes, !brief.isVague, !brief.isFarFromAll, !reading.isMinimal {
            asked.append((.scope, Self.scopeQuestion(brief), Self.scopes(of: brief.pattern)))
        }
        if !brief.hasAudience, isVague || !saysWhatItDoes && !brief.isFarFromAll && !reading.isMinimal {
            asked.append((.audience, ResearchTexts.say("who", brief.tongue), Self.audiences(of: brief)))
        }
        questions = asked.prefix(3).enumerated().map { index, item in
            (item.0, ClarificationQuestion(id: "q\(index + 1)", question: item.1, options: item.2))
        }
    }

    /// What an idea may be for that says nothing of it, and the pattern that each stands for.
    private static let purposePatterns = [
        ("Manage clients and follow-ups", "crm"), ("Book appointments", "booking"),
        ("Sell products online", "ecommerce"),
        ("Organise tasks in a team", "project-management"), ("Track personal goals", "habit-tracker"),
    ]

    /// In another language than the patterns' the kinds of product that are known in it.
    static func purposes(_ tongue: Tongue) -> [String] {
        guard tongue != .english else { return purposePatterns.map(\.0) }
        let names = ProductTexts.of(tongue).names
        return ["clients", "booking", "orders", "board", "habit"].compactMap { names[$0] }
    }

    /// The pattern that an offered purpose stands for; nil for words of the person's own.
    static func pattern(ofPurpose answer: String) -> ProjectPattern? {
        purposePatterns.first { $0.0 == answer }.flatMap { PatternLibrary.pattern(id: $0.1) }
    }

    private static func scopeQuestion(_ brief: ProjectBrief) -> String {
        let who = brief.hasAudience ? " for \(brief.audience)" : ""
        return "What should the first version\(Clip.words(who, 80)) cover?"
    }

    private static func scopes(of pattern: ProjectPattern) -> [String] {
        let topics = pattern.features.flatMap { $0.topics.sorted { $0.rawValue < $1.rawValue } }
        let preferred: [ProjectPattern.Topic] = [.scheduling, .messaging, .reports, .notifications]
        // "Just scheduling" is asked only of what is about time: of recipes or a quiz it would be another product.
        let aboutTime = [
            "booking", "crm", "project-management", "pets", "healthcare", "fitness", "sports", "events", "education",
            "hr",
        ]
        let single =
            preferred.first { topics.contains($0) && ($0 != .scheduling || aboutTime.contains(pattern.id)) } ?? .search
        let must = pattern.features.filter { $0.priority == .must }.map { $0.name.lowercased() }
        var options = ["Just \(CommonFeatures.labels[single] ?? "records") for MVP"]
        options.append(English.list(must).capitalisedFirst)
        options.append(topics.contains(.payments) && sells(pattern) ? "Everything, payments included" : "Everything")
        return options
    }

    /// Whether money changes hands wherever such a project is used.
    static func sells(_ pattern: ProjectPattern) -> Bool {
        [
            "ecommerce", "crm", "booking", "marketplace", "saas", "restaurant", "events", "nonprofit", "sports",
            "delivery", "travel", "finance",
            "real-estate", "parking", "healthcare", "pets", "fitness", "education", "legal", "job-board",
        ].contains(pattern.id)
    }

    private static func audiences(of brief: ProjectBrief) -> [String] {
        brief.isVague
            ? ["who.me", "who.team", "who.customers", "who.all"].map { ResearchTexts.say($0, brief.tongue) }
            : [brief.pattern.audience.capitalisedFirst, "Only me", "A small team"]
    }
}
