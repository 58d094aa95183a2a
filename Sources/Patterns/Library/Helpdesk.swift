extension ProjectPattern {
    static let helpdesk = ProjectPattern(
        id: "helpdesk",
        label: "Help Desk",
        promise: "answer every request in time and never ask for the same thing twice",
        lexicon: Lexicon(
            names: """
                helpdesk, help desk, customer support, support tickets, ticket system, ticketing system, zendesk \
                alternative, zendesk for, service desk, support portal, support inbox, shared inbox, soporte, \
                kundenservice, customer service, it support, support desk, complaint management, live support, \
                support ticket, tickets for customers, customer complaints, support queue, email support, support \
                team inbox, it tickets, it helpdesk, facility requests, repair requests, maintenance tickets, \
                complaint tracker, customer care, call centre, call center, contact centre, technical support, \
                warranty requests, student support desk, service requests, service tickets, citizen requests, \
                customer inbox, issue desk, faq site, support chat, customer service inbox, caretaker ticks them \
                off, report broken things, tenants report, residents report, citizens report, defects reported, \
                facility management tickets, issue reports, customer enquiries, guest requests hotel, it service, \
                repair tickets, hotline
                """,
            signals: """
                support, ticket queue, agents answer, response time, sla, escalation, escalate, complaints, canned \
                responses, faq, support team, customer requests, incident, satisfaction score, knowledge base for \
                customers, answer customer, troubleshooting, it department, assign tickets, support staff, \
                enquiries, warranty claims, customer questions, it requests, chatbot for customers, callers, refund \
                requests, support emails, customers email us, email us problems, nobody knows who is answering, who \
                is answering, we need tickets, customer emails, customers write to us, customer problems, customers \
                ask, customer issues, questions from customers, same questions, answering customers, reply to \
                customers, response times, slas, first response, assigned to an agent, agents, ticket, tickets, \
                report a problem, report problems, broken printer, broken equipment, laptop problems, password \
                resets, it problems, fix requests, unresolved, resolve, resolution time, customer satisfaction, \
                support requests, returns and complaints, refunds, outages, knowledge articles, macros, feedback \
                from customers answered, open requests, support agents, complaints from, complaints get lost, \
                mailboxes, mailbox, get lost in, lost in email, support requests from, broken things, report broken, \
                report faults, fault reports, faults, breakdowns reported, something is broken, something breaks, \
                printer broken, ask it, help from it, helpdesk for, customers complain, customers wait, waiting for \
                a reply, wait for an answer, nobody replies, who answers, who replies, same question, again and \
                again, questions from guests, questions from students, questions from members, handle requests, \
                handle complaints, track complaints, reported problems, potholes, report potholes, street lights \
                broken, canned, service inbox, inbox, inboxes, caretaker, ticks them off, reported, reports a \
                problem, reporting problems, guests report, students report, users report, customers report, staff \
                report, requests come in, requests by email, requests from customers, incoming emails, incoming \
                requests, emails from customers, mails from customers, customer mails, answer emails, answers to \
                customers, respond to customers, replies to customers, supports customers, priority and status, open \
                issues, issue status, case numbers, escalated, response within, handled, handle, claims, warranty, \
                returns handled, complaints of, unhappy customers, angry customers, help requests, help customers, \
                help users, users need help, remote help, laptops broken, password forgotten, wifi problems
                """,
            hints: """
                customers, request, answer, issue, priority, email, status, queue, problem, reply, problems, \
                answering, it, emails, agency, nobody, broken, ticks, service, report
                """),
        audience: "support teams",
        personas: [
            Persona(
                "Support agent", goal: "Solve the next request with all facts in view",
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
