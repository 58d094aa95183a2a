extension ProjectPattern {
    static let helpdesk = ProjectPattern(
        id: "helpdesk",
        label: "Help Desk",
        promise: "answer every request in time and never ask for the same thing twice",
        lexicon: Lexicon(
            names: """
                helpdesk, help desk, customer support, support tickets, ticket system, ticketing system, zendesk alternative, \
                zendesk for, service desk, support portal, support inbox, shared inbox, soporte, kundenservice, \
                customer service, it support, support desk, complaint management, live support
                """,
            signals: """
                support, ticket queue, agents answer, response time, sla, escalation, escalate, complaints, canned responses, \
                faq, support team, customer requests, incident, satisfaction score, knowledge base for customers, \
                answer customer, troubleshooting, it department, assign tickets, support staff, enquiries, warranty claims, \
                customer questions, it requests, chatbot for customers, callers, refund requests, support emails
                """,
            hints: "ticket, customers, request, answer, issue, priority, email, status, queue, problem, reply"),
        audience: "support teams",
        personas: [
            Persona(
                "Agent at {who}", goal: "Solve the next request with all facts in view",
                pain: "Asks for what the customer already wrote"),
            Persona("Customer", goal: "A clear answer, and to know where things stand", pain: "Writes into silence"),
            Persona(
                "Team lead", goal: "See what is late, and why requests repeat", pain: "Counts mails to know the load"),
        ],
        entities: [
            Entity(
                "ticket",
                ["Cannot sign in since Monday", "Invoice shows the old address", "Question about the larger plan"],
                [
                    .title("subject"), .email, .choice("priority", "low", "normal", "urgent"),
                    .choice("status", "new", "open", "waiting", "solved"), .date("due on"), .long("description"),
                ]),
            Entity(
                "answer", ["Reset the second factor", "Change the billing address", "Compare the plans"],
                [
                    .title("title"), .long("text"), .number("used"),
                ]),
            Entity(
                "customer", ["Oakwell School", "Rivera Design", "Nordlicht Hotel"],
                [
                    .title("name"), .email, .choice("plan", "free", "team", "business"),
                ]),
        ],
        features: [
            Feature(
                .must, "Ticket queue", "Requests to {who} by priority and due time, searched and assigned.", .table,
                of: "ticket", [.records, .search]),
            Feature(
                .must, "Ticket board", "From new to solved, with those that wait for the customer apart.", .board,
                of: "ticket", [.records]),
            Feature(
                .must, "Conversation", "All messages of a ticket in order, internal notes marked.", .thread,
                of: "ticket", [.messaging]),
            Feature(
                .should, "Answer library", "Good answers, used again and improved.", .cards, of: "answer",
                [.records, .search]),
            Feature(
                .should, "Due times", "What must be answered today.", .calendar, of: "ticket",
                [.scheduling, .notifications]),
            Feature(
                .should, "Support report", "First answer, time to solve and reasons by week.", .summary, of: "ticket",
                [.reports]),
            Feature(
                .nice, "Customer list", "Who they are and what they asked before.", .table, of: "customer", [.records]),
        ],
        constraints: [
            "No request is lost: an incoming message is stored before it is acknowledged",
            "Internal notes are never sent to a customer",
        ])
}
