extension ProjectPattern {
    static let crm = ProjectPattern(
        id: "crm",
        label: "CRM",
        promise: "keep every client, conversation and follow-up in one place",
        lexicon: Lexicon(
            names: """
                client relationship, customer contacts, sales tracker, crm system, crm, customer relationship, \
                customer relationship management, client management, contact manager, client manager, customer \
                management, sales crm, lead management, gestion de clients, kundenverwaltung, client database, \
                customer database, gestor de clientes, client tracker, relationship manager, sales tool, sales \
                software, sales app, crm software, lead tracker, sales leads, contact database, client book, account \
                management, quotes and follow ups, insurance clients, contact management, customer relations, client \
                records, donor crm, personal crm, stay in touch, relationship tracker, investor relations, investor \
                tracker, fundraising pipeline investors, contact tracker, customer tracker, client follow up, pitch \
                tracker, business contacts, customer contact, customer log, contacts and deals
                """,
            signals: """
                door to door, who was interested, come back to them, each lead, next step, sales visits, call them back, \
                lead, sales pipeline, pipeline, deal, prospect, follow up, client, customer record, contact history, \
                sales team, cold call, sales rep, account manager, opportunity, client list, keep track of clients, \
                remember customers, manage customers, sales funnel, kunden, clientes, outreach, nurture, keep in \
                touch, asked for a quote, promised to call, call back, who we promised, on top of leads, renewals, \
                last talk, last contacted, my clients, our clients, client notes, client birthdays, client details, \
                customer list, know my customers, sales calls, deals, proposals, offers sent, won and lost, closing \
                deals, cold emails, warm leads, referrals, key accounts, insurance broker, financial adviser, \
                account executives, lead scoring, sales people, salespeople, sales agents, field sales, reps, \
                networking contacts, business cards, customer history, existing customers, lose track of who, lose \
                track of customers, remember what we discussed, keep track of customers, estimates, quotes, ring \
                them again, call them again, contact them again, when to ring, when to call, talked to, spoke to, \
                last spoke, who i spoke to, touch base, stay in contact, check in with clients, catch up with, win \
                back, visited customers, sales visits, customer visits, remember every client, remember people, \
                remember clients, where each deal stands, closing, chase, chasing quotes, chase invoices and leads, \
                leads go cold, new enquiries, enquiries, inquiries, enquiry, pipeline of, birthdays of clients, \
                solar panel sales, sponsors and contacts, who did we pitch, pitched, pitch to, nag them, what did \
                they say, follow up with, investors and founders, venture capital, vc, startups we met, met at, \
                trade fair contacts, leads from, contact log, phone calls with clients, meetings with clients, \
                conversations with customers, conversation notes, relationships, client meetings, customer meetings, \
                next contact, next step with each client, key clients, big customers, prospects, potential \
                customers, potential clients, new customers, lost customers, customer lifetime, upsell, cross sell, \
                commissions of sales reps, territory, sales territory, sales targets, quota, agents sell, policies \
                sold, dealers, distributors, wholesale customers, partners and leads
                """,
            hints: """
                contact, customer, sale, stage, reminder, call log, note, quote, relationship, agency, freelancer, \
                broker, renew, birthday, call, firm, adviser, visit, investors, founders, pitch, said, reach out, \
                warm, contacts
                """),
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
