extension ProjectPattern {
    static let crm = ProjectPattern(
        id: "crm",
        label: "CRM",
        promise: "keep every client, conversation and follow-up in one place",
        lexicon: Lexicon(
            names: """
                client relationship, customer contacts, sales tracker, crm system, \
                crm, customer relationship, customer relationship management, client management, contact manager, \
                client manager, customer management, sales crm, lead management, gestion de clients, kundenverwaltung, \
                client database, customer database, gestor de clientes, client tracker, relationship manager
                """,
            signals: """
                lead, sales pipeline, pipeline, deal, prospect, follow up, client, customer record, contact history, \
                sales team, cold call, sales rep, account manager, opportunity, client list, keep track of clients, \
                remember customers, manage customers, sales funnel, kunden, clientes, outreach, nurture
                """,
            hints: "contact, customer, sale, stage, reminder, call log, note, quote, relationship, agency, freelancer"),
        audience: "small sales teams",
        personas: [
            Persona(
                "{One}", goal: "See what was agreed with each client and what comes next",
                pain: "Details are spread over messages, paper and memory, and follow-ups are forgotten"),
            Persona(
                "Client of {who}", goal: "Get a quick, informed answer without repeating the story",
                pain: "Has to explain the same wishes to every new person"),
            Persona(
                "Business owner", goal: "Know which clients bring work and which are about to leave",
                pain: "No overview until the month is over"),
        ],
        entities: [
            Entity(
                "client", ["Amara Okafor", "Jonas Weber", "Priya Raman", "Sofia Marino", "Tom Hargreaves"],
                [
                    .title("name"), .email, .phone, .choice("stage", "lead", "active", "paused", "former"),
                    .long("notes"),
                ]),
            Entity(
                "follow-up", ["Call back about the offer", "Send the welcome pack", "Ask for feedback"],
                [
                    .title("subject"), .date("due on"), .choice("channel", "call", "email", "visit"), .flag("done"),
                ]),
            Entity(
                "deal", ["Monthly package", "Trial week", "Holiday cover"],
                [
                    .title("title"), .money("value"), .choice("stage", "new", "offered", "won", "lost"),
                    .date("expected on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Client book",
                "One record for each client of {who}: contact details, stage, notes and everything agreed so far, found by name in a second.",
                .table, of: "client"),
            Feature(
                .must, "Follow-up schedule",
                "A dated list of calls, visits and messages that are due, so that no promise to a client is forgotten.",
                .calendar, of: "follow-up", [.scheduling, .notifications]),
            Feature(
                .must, "Deal pipeline",
                "Deals move from first contact to won or lost on a board, with their value and the expected date.",
                .board, of: "deal", [.records, .reports]),
            Feature(
                .should, "Conversation history",
                "Notes of calls and messages in the order in which they happened, beside the client they belong to.",
                .thread, of: "client", [.messaging]),
            Feature(
                .should, "Invoices and payments",
                "Turn a won deal into an invoice, take card payments and see what is still open.", .checkout,
                of: "deal", [.payments]),
            Feature(
                .should, "Pipeline report", "Open value by stage and the share of deals won, month by month.", .summary,
                of: "deal", [.reports]),
            Feature(
                .nice, "Contact import",
                "Bring existing clients over from a spreadsheet or an address book, with duplicates shown before they are merged.",
                .settings, [.files]),
            Feature(
                .nice, "Team roles", "Owners decide who sees which clients and who may change deals.", .settings,
                [.accounts, .administration]),
        ],
        constraints: [
            "Client data is personal data: export and deletion on request within 30 days",
            "Search over 10,000 clients answers within 200 ms",
        ])
}
