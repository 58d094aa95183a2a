/// What is known about one kind of project: how people ask for it, who uses it, and what it is made of.
///
/// Patterns are data. Texts may hold placeholders that an idea fills:
/// `{who}` the audience ("dog walkers"), `{one}` one of them ("dog walker"),
/// `{things}` and `{thing}` what is managed; with a capital (`{Who}`) the value starts a sentence.
package struct ProjectPattern: Sendable {
    /// The `project_type` of the stored pattern, such as `real-estate`.
    package let id: String
    /// Ends an app's name: "Dog Walker **CRM**".
    package let label: String
    /// Completes "helps dog walkers …" in the elevator pitch, without a full stop.
    package let promise: String
    package let lexicon: Lexicon
    /// Plural, lower case: who uses it when the idea does not say.
    package let audience: String
    package let personas: [Persona]
    /// The first is the thing that the app is about.
    package let entities: [Entity]
    package let features: [Feature]
    package let constraints: [String]

    /// How people phrase such an idea: comma-separated words and phrases, inflected forms not needed.
    package struct Lexicon: Sendable {
        /// Say the kind of project outright: "crm", "customer relationship".
        package let names: String
        /// Point to it strongly: "sales pipeline", "leads".
        package let signals: String
        /// Are heard around it, and elsewhere too: "clients", "contacts".
        package let hints: String
    }

    /// The first of an idea's words that people use for such a project: "prospect" for a CRM; singular.
    package func tellingWord(of words: [String]) -> String? {
        let known = Set(Words.split(lexicon.names + "," + lexicon.signals).map(Words.stem))
        let nouns = words.filter { $0.utf8.count > 3 && !IdeaShape.stopWords.contains($0) && !$0.hasSuffix("ing") }
        // A plural is a noun for sure.
        let likely = nouns.filter(English.isPlural) + nouns
        return likely.first { known.contains(Words.stem($0)) }.map(English.singular)
    }

    package struct Persona: Sendable {
        package let role: String
        package let goal: String
        package let pain: String

        package init(_ role: String, goal: String, pain: String) {
            self.role = role
            self.goal = goal
            self.pain = pain
        }
    }

    package struct Feature: Sendable {
        package let name: String
        package let text: String
        package let priority: Priority
        package let view: View
        /// Name of the entity that the feature shows; nil for the first.
        package let entity: String?
        package let topics: Set<Topic>

        package init(
            _ priority: Priority, _ name: String, _ text: String, _ view: View, of entity: String? = nil,
            _ topics: Set<Topic> = [.records]
        ) {
            self.name = name
            self.text = text
            self.priority = priority
            self.view = view
            self.entity = entity
            self.topics = topics
        }
    }

    package enum Priority: Int, Sendable, Comparable {
        case must, should, nice

        package static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }

    /// How a feature appears on a page.
    package enum View: String, Sendable, CaseIterable {
        case table, cards, board, calendar, summary, thread, signIn, settings, checkout
    }

    /// What a feature is about; an idea that asks for a topic, or rules it out, moves the feature.
    package enum Topic: String, Sendable, CaseIterable {
        case records, scheduling, payments, messaging, notifications, accounts, search, reviews, maps, reports, files
        case offline, sharing, assistant, administration, privacy, languages, gamification
    }
}
