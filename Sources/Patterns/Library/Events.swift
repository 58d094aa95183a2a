extension ProjectPattern {
    static let events = ProjectPattern(
        id: "events",
        label: "Events",
        promise: "announce an event, fill it and run the day smoothly",
        lexicon: Lexicon(
            names: """
                event, events, event management, event planner, event planning, ticketing, ticket sales, conference \
                app, wedding planner, wedding planning, meetup, meetup for, eventbrite for, veranstaltung, eventos, \
                rsvp, party planner, festival app, conference, hackathon, guest list, concert tickets, wedding \
                website, plan our wedding, wedding, village fetes, village fete, fete, sell tickets, ticket shop, e \
                tickets, guestlist, meetup organiser, meetup organizer, event tickets, event calendar, what is on, \
                whats on, stag do, hen party, baby shower, birthday party, secret santa, gift registry, seating \
                chart, seating plan, conference schedule, conference planner, speaker management, call for papers, \
                open mic, theatre tickets, concert calendar, gig guide, exhibition planner, street party, class \
                reunion, hackathon organiser, local events, event organiser, trade show, ceremony, funeral planner, \
                party invitations, stag weekend, hen weekend, conference agenda, event app, agenda and speakers, \
                networking at conferences, party planning, festival schedule, festival planner, ticket scanner, \
                event check in
                """,
            signals: """
                invite friends, who comes, sign up for, register for, gatherings, reunion, open day, exhibition \
                opening, ticket, attendee, venue, speaker, concert, festival, party, guests, invitation, agenda, \
                meetups, workshop registration, check in attendees, birthday, organiser, sponsors, gala, trade fair, \
                talks, sign up for events, happening nearby, boda, hochzeit, conferences, exhibitors, seating, \
                raffle, who eats what, scan them at the door, scan tickets, at the door, theatre shows, amateur \
                theatre, shows, box office, admission, doors, performances, rehearsal dinner, caterers and venues, \
                save the date, guests rsvp, who is coming, coming on saturday, plus ones, dietary wishes of guests, \
                lineup, programme, stages, fair, market stalls, parade, christmas party, summer party, prom, \
                graduation, charity gala, sponsor packages, sessions and speakers, badges for attendees, attendance \
                list, networking event, retreat, webinar, workshops registration, celebrations, anniversary, what's \
                happening, bar mitzvah, quinceanera, bachelor party, club nights, nightlife, sport events, race \
                registration, fun run, raffle tickets, stalls, summer fair, school fair, christmas market, bring a \
                dish, who is coming to, coming to the party, rsvps, reminders and check in, attendees, invite people \
                to, invites, invitations, organise a, organise the, organise our festival, plan a party, plan a \
                wedding, plan a conference, door list, tickets for, sell tickets for, band night, pub quiz night \
                tickets, dates of events, events near me, what's going on, things happening, community events, event \
                calendar for, speakers, networking, weekend organiser, organisers, organizer, festivals, concerts, \
                ball, fundraiser dinner, dinner party, potluck party, barbecue, bbq, garden party, housewarming, \
                anniversary party, funeral, memorial, christening, wedding guests, best man, bridesmaids, wedding \
                gifts, wedding suppliers, hall, tent, stage, sound and light, crew for event, volunteers at a \
                festival, wristbands, tickets, early bird, sold out, waiting list for tickets, exhibition, booths, \
                floor plan of fair, fair visitors, talk, workshop, workshops, meet up, meet ups, monthly meetup, \
                group meets, club evening, film screening, reading by author, readings, tour dates
                """,
            hints: """
                date, location, registration, organise, community, calendar, local, music, invite, schedule, qr \
                code, door, show, theatre, plan, eats, weekend, join, attend, coming
                """),
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
