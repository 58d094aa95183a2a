import Models
import Patterns

/// What to do, in order, to build one feature; more is left open the more one knows.
enum FeatureSteps {
    static func steps(for feature: Blueprint.PlacedFeature, level: SkillLevel) -> [String] {
        let own = core(feature)
        let name = Clip.text(feature.name, 100)
        switch level {
        case .beginner:
            return ["Read the description of “\(name)” aloud, and draw the page"] + own + [
                "Show it to somebody and watch where they hesitate"
            ]
        case .intermediate:
            return own + ["Find the two ways in which “\(name)” fails, and handle both"]
        case .advanced:
            return [own[own.count - 1]] + [
                "Name the invariant that “\(name)” must keep, and where it is enforced",
                "Show what happens with ten thousand \(feature.entity.plural), and with none",
            ]
        }
    }

    /// For a feature of which nothing is known but the idea's sentence.
    static func ownSteps(for feature: Blueprint.PlacedFeature, level: SkillLevel) -> [String] {
        let name = Clip.text(feature.name, 100)
        let own = [
            "Write down one example: what goes in, and what shall be seen once “\(name)” works",
            "Build the smallest thing that does this one example, and run it",
            "DECIDE: what shall happen with input that makes no sense",
            "Turn the example into a test, and break the code once to see it fail",
        ]
        switch level {
        case .beginner: return own + ["Show it to somebody and watch where they hesitate"]
        case .intermediate: return own + ["Find the two ways in which “\(name)” fails, and handle both"]
        case .advanced:
            return Array(own.suffix(2)) + ["Name the invariant that “\(name)” must keep, and where it is enforced"]
        }
    }

    private static func core(_ feature: Blueprint.PlacedFeature) -> [String] {
        let entity = feature.entity
        let title = entity.fields.first?.name ?? "name"
        switch feature.view {
        case .table:
            return [
                "List all \(entity.plural) with their \(title)",
                "Add a search field that narrows the list while typing",
                "Add a form for a new \(entity.name), and refuse what is incomplete with a sentence at the field",
            ]
        case .cards:
            return [
                "Show one \(entity.name) as a card", "Lay out many cards so that they fit any width",
                "DECIDE: what a card leaves out, and how the rest is reached",
            ]
        case .board:
            return [
                "Group \(entity.plural) by their state", "Let a person move one to the next state with the keyboard",
                "DECIDE: which moves are not allowed, and who checks that",
            ]
        case .calendar:
            return [
                "Sort \(entity.plural) by date and group them by day", "Show today first, and what is late above it",
                "DECIDE: in which time zone dates are kept, and in which they are shown",
            ]
        case .summary:
            return [
                "Count \(entity.plural) by state", "Show the counts as a table first, as bars second",
                "Say beside each figure what it leaves out",
            ]
        case .thread:
            return [
                "Show entries in the order in which they were written",
                "Add a form that keeps what was typed when sending fails",
                "DECIDE: what may be changed afterwards, and by whom",
            ]
        case .signIn:
            return [
                "Build a form with two fields and clear errors", "DECIDE: who keeps the passwords, you or a provider",
                "Make every page ask whether its visitor may see it",
            ]
        case .settings:
            return [
                "List the choices that people really need", "Keep a choice between two visits",
                "DECIDE: a sensible start value for each",
            ]
        case .checkout:
            return [
                "Show what is paid for, and the full sum, before anything is asked",
                "Use a provider's test mode for a first payment",
                "DECIDE: what happens when the answer of the provider never arrives",
            ]
        }
    }
}
