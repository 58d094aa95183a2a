import Models
import Patterns

/// What generated code really does, in sentences: for its README and for the cards of its first page.
extension ComponentModel {
    /// Lower case and without a full stop; nil for what only frames a page.
    var deed: String? {
        let many = entity.pluralLabel
        switch kind {
        case .table: return "lists \(many) and finds them by any word"
        case .form:
            return "adds \(English.article(for: entity.label)) \(entity.label), and says at each field what is missing"
        case .details: return "changes and removes one \(entity.label)"
        case .cards: return "shows \(many) as cards"
        case .board:
            return entity.choice.map { "shows \(many) by \($0.field.label), and moves them" } ?? "names \(many)"
        case .calendar: return entity.date == nil ? "names \(many)" : "groups \(many) by day"
        case .summary: return entity.choice.map { "counts \(many) by \($0.field.label)" } ?? "names \(many)"
        case .thread: return "takes remarks on \(many), kept until the page is left"
        case .checkout: return "adds up chosen \(many) and ticks them off until the page is left; no money moves"
        case .signIn: return "checks an e-mail address; nobody is signed in and nothing is sent"
        case .settings: return "keeps ticked choices in the browser; nothing else reads them"
        case .panel: return "names \(many)"
        case .navigation, .welcome: return nil
        }
    }
}

extension PageModel {
    /// What the page does, in one sentence.
    var deeds: String {
        let all = components.compactMap(\.deed)
        return all.isEmpty ? "Leads to the other pages." : all.joined(separator: "; ").capitalisedFirst + "."
    }
}

extension AppModel {
    /// What the requirements speak of and no template has, by the words of their features and of the idea.
    var absent: [String] {
        let topics: [ProjectPattern.Topic] = [
            .payments, .accounts, .messaging, .notifications, .maps, .files, .offline, .sharing, .assistant, .languages,
            .privacy,
            .administration,
        ]
        let words = features.flatMap { Words.split($0.name + " " + $0.description) }
        let named = Set(words.compactMap(IdeaReading.topic))
        return topics.filter(named.union(wanted).contains).map { CommonFeatures.labels[$0] ?? $0.rawValue }
    }
}
