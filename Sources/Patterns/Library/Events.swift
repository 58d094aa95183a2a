extension ProjectPattern {
    static let events = ProjectPattern(
        id: "events",
        label: "Events",
        promise: "announce an event, fill it and run the day smoothly",
        lexicon: Lexicon(
            names: """
                event, events, event management, event planner, event planning, ticketing, ticket sales, conference app, \
                wedding planner, wedding planning, meetup, meetup for, eventbrite for, veranstaltung, eventos, rsvp, \
                party planner, festival app, conference, hackathon, guest list, concert tickets, wedding website
                """,
            signals: """
                invite friends, who comes, sign up for, register for, gatherings, reunion, open day, exhibition opening, \
                ticket, attendee, wedding, venue, speaker, concert, festival, party, guests, invitation, agenda, meetups, \
                workshop registration, sell tickets, check in attendees, birthday, organiser, sponsors, seating plan, gala, \
                trade fair, talks, sign up for events, happening nearby, boda, hochzeit, conferences, exhibitors, seating, raffle
                """,
            hints:
                "date, location, registration, organise, community, calendar, local, music, invite, schedule, qr code"),
        audience: "event organisers",
        personas: [
            Persona(
                "{One}", goal: "Know how many come, and who still has to answer",
                pain: "Lists in mail, chat and spreadsheets contradict each other"),
            Persona("Guest", goal: "Sign up in a minute and find the way", pain: "Details are buried in old mails"),
            Persona(
                "Helper at the door", goal: "Check people in quickly", pain: "Printed lists are out of date at noon"),
        ],
        entities: [
            Entity(
                "event", ["Spring meetup", "Evening concert", "Hands-on workshop", "Street party"],
                [
                    .title("title"), .date("takes place on"), .text("venue"), .number("places"), .money("price"),
                    .choice("status", "draft", "open", "full", "over"),
                ]),
            Entity(
                "guest", ["Tariq Anwar", "Julia Brandt", "Emeka Obi", "Rosa Silva"],
                [
                    .title("name"), .email, .choice("answer", "invited", "coming", "declined"), .flag("checked in"),
                ]),
            Entity(
                "task", ["Book the sound engineer", "Print badges", "Order chairs"],
                [
                    .title("title"), .date("due on"), .choice("status", "open", "doing", "done"),
                ]),
        ],
        features: [
            Feature(
                .must, "Event pages", "Events of {who} with date, place, price and free places.", .cards, of: "event",
                [.records, .search]),
            Feature(
                .must, "Guest list", "Invitations, answers and check-in in one list.", .table, of: "guest", [.records]),
            Feature(.must, "Event calendar", "All events by date.", .calendar, of: "event", [.scheduling]),
            Feature(
                .should, "Ticket sales", "Tickets with a limit, paid online and checked at the door.", .checkout,
                of: "event", [.payments]),
            Feature(.should, "Preparation board", "Who does what until when.", .board, of: "task", [.records]),
            Feature(
                .should, "Messages to guests", "News to all or to those who have not answered.", .thread, of: "event",
                [.messaging, .notifications]),
            Feature(.nice, "After the event", "Attendance, revenue and feedback.", .summary, of: "guest", [.reports]),
        ],
        constraints: [
            "The last place is sold once: places are counted in the database",
            "Check-in at the door works without a connection",
        ])
}
