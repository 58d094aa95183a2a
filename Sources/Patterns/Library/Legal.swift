extension ProjectPattern {
    static let legal = ProjectPattern(
        id: "legal",
        label: "Case Desk",
        promise: "keep every matter, deadline and document in order",
        lexicon: Lexicon(
            names: """
                legal, law firm, legal case management, case management for lawyers, contract management, legaltech, \
                lawyer, attorney, contract generator, e signature, esignature, legal documents, kanzlei, abogados, avocat, \
                compliance tool, legal advice, notary, matter management, contract review, court cases, document signing
                """,
            signals: """
                lawyers, case file, court, contract, clause, contracts, law, attorneys, deadlines court, paralegal, compliance, \
                gdpr requests, litigation, immigration, wills, patents, trademark, nda, signature, sign documents, audit, \
                evidence, legal aid, tenant rights, solicitors, terms and conditions, agreements, regulation, legally, inheritance, divorce
                """,
            hints: "document, client, deadline, template, billing, hours, rights, policy, confidential, case"),
        audience: "small law firms",
        personas: [
            Persona(
                "Lawyer among {who}", goal: "Know each matter's next deadline and latest document",
                pain: "Deadlines in three calendars"),
            Persona(
                "Assistant", goal: "File incoming papers in the right matter", pain: "Searches mail for attachments"),
            Persona("Client", goal: "Understand where the matter stands", pain: "Calls to ask, and is billed for it"),
        ],
        entities: [
            Entity(
                "matter", ["Ahmed, lease dispute", "Estate of L. Brandt", "Trademark for Kite & Co"],
                [
                    .title("title"), .text("client"), .choice("status", "new", "running", "closed"),
                    .date("next deadline on"), .long("notes"),
                ]),
            Entity(
                "document", ["Statement of claim", "Signed engagement letter", "Expert opinion"],
                [
                    .title("name"), .choice("status", "draft", "sent", "signed"), .date("received on"),
                ]),
            Entity(
                "time entry", plural: "time entries", ["Call with the client", "Draft of the reply", "Hearing"],
                [
                    .title("activity"), .number("minutes"), .money("fee"), .date("worked on"), .flag("billed"),
                ]),
        ],
        features: [
            Feature(
                .must, "Matters", "Every matter of {who} with client, state and next deadline.", .table, of: "matter",
                [.records, .search]),
            Feature(
                .must, "Deadline calendar", "Deadlines by day, with an early warning and a second reader.", .calendar,
                of: "matter", [.scheduling, .notifications]),
            Feature(
                .must, "Documents", "Drafts, sent and signed papers of each matter.", .board, of: "document", [.files]),
            Feature(
                .must, "Protected sign-in", "Access by matter; conflicts of interest are checked.", .signIn,
                of: "matter", [.accounts, .privacy]),
            Feature(
                .should, "Time recording", "Minutes and fees as the work is done.", .table, of: "time entry", [.records]
            ),
            Feature(.should, "Invoices", "Recorded time becomes an invoice.", .checkout, of: "time entry", [.payments]),
            Feature(
                .nice, "Workload report", "Hours and open deadlines by person.", .summary, of: "time entry", [.reports]),
        ],
        constraints: [
            "Professional secrecy: data stays in the country, keys stay with the firm",
            "A deadline can be moved only with a reason that is kept",
        ])
}
