import Patterns

/// Features that any kind of project may get when its idea asks for the topic.
///
/// Data only.
enum CommonFeatures {
    typealias Feature = ProjectPattern.Feature

    static let byTopic: [ProjectPattern.Topic: Feature] = [
        .payments: Feature(
            .must, "Payments",
            "{Who} are paid online and get a receipt; failed payments are shown with what to do next.", .checkout,
            [.payments]),
        .scheduling: Feature(
            .must, "Schedule", "What {who} have planned, by day, moved with one hand.", .calendar, [.scheduling]),
        .messaging: Feature(
            .must, "Messages", "Conversations that stay beside the record they are about.", .thread, [.messaging]),
        .notifications: Feature(
            .must, "Reminders", "{Who} choose what they are told, when and on which channel.", .settings,
            [.notifications]),
        .accounts: Feature(
            .must, "Sign-in and roles", "Accounts with roles: who may see and who may change what.", .signIn,
            [.accounts]),
        .search: Feature(.should, "Search", "One field finds every record by any word in it.", .table, [.search]),
        .reviews: Feature(
            .should, "Ratings", "Stars and a few words after the fact, answered in public.", .thread, [.reviews]),
        .maps: Feature(.must, "Map", "Everything with a place, on a map, nearest first.", .cards, [.maps]),
        .reports: Feature(.should, "Reports", "Counts and sums by week, to be exported.", .summary, [.reports]),
        .files: Feature(.should, "Files", "Pictures and documents beside the record they belong to.", .cards, [.files]),
        .offline: Feature(
            .must, "Works offline",
            "Everything that {who} need during the day works without a connection and is sent later.", .settings,
            [.offline]),
        .sharing: Feature(
            .should, "Sharing", "A link shows one thing to one person, and can be taken back.", .settings, [.sharing]),
        .assistant: Feature(
            .should, "Suggestions", "A first draft from an assistant, always marked and never sent by itself.", .thread,
            [.assistant]),
        .administration: Feature(
            .should, "Approvals", "What waits for a decision, who decided, and why.", .board, [.administration]),
        .privacy: Feature(
            .must, "Privacy controls", "{Who} see what is stored about them, take it along and delete it.", .settings,
            [.privacy]),
        .languages: Feature(
            .should, "Languages", "All texts in the reader's language, with formats to match.", .settings, [.languages]),
        .gamification: Feature(
            .nice, "Streaks and badges", "Small rewards for keeping at it, without pressure.", .board, [.gamification]),
    ]

    /// What a topic adds to the stack.
    static let technologies: [ProjectPattern.Topic: String] = [
        .payments: "Stripe", .maps: "MapLibre", .offline: "Service worker (PWA)", .notifications: "Web Push",
        .assistant: "OpenAI-compatible API",
    ]

    /// How a question or an answer names a topic.
    static let labels: [ProjectPattern.Topic: String] = [
        .records: "records", .scheduling: "scheduling", .payments: "payments", .messaging: "messages",
        .notifications: "reminders", .accounts: "accounts", .search: "search", .reviews: "ratings", .maps: "the map",
        .reports: "reports", .files: "files", .offline: "offline use", .sharing: "sharing", .assistant: "suggestions",
        .administration: "approvals", .privacy: "privacy", .languages: "languages", .gamification: "streaks",
    ]
}
