extension ProjectPattern {
    static let booking = ProjectPattern(
        id: "booking",
        label: "Booking",
        promise: "offer free slots and fill them without phone calls or double bookings",
        lexicon: Lexicon(
            names: """
                booking, booking system, appointment booking, reservation system, reservation, appointment scheduling, \
                appointment scheduler, book appointments, online booking, calendly for, reservas, terminbuchung, buchung, \
                reservierung, prenotazioni, scheduling app, scheduler, reserve,  appointment, room booking, table booking
                """,
            signals: """
                free time for, choose a time, pick a time, pick a slot, make an appointment, book a table, book a room, queue, fully booked, \
                book, slot, time slot, availability, calendar booking, double booking, barber, hair salon, salon, hairdresser, \
                spa, walk in, no show, waitlist, opening hours, court, tennis court, meeting room, coworking desk, desk, \
                class booking, sessions with, book online, cancel appointment, reschedule, termine, citas, rendez vous, \
                nail studio, massage, tattoo studio, studio time, rent a room, campsite, hotel room
                """,
            hints:
                "calendar, schedule, session, reminder, deposit, customers, staff, hours, cancel, sms reminder, guest"),
        audience: "small studios and their customers",
        personas: [
            Persona(
                "Customer of {who}", goal: "Book a free slot in under a minute, at any hour",
                pain: "Has to call during working hours"),
            Persona(
                "{One}", goal: "A full day without gaps and without double bookings",
                pain: "The phone rings in the middle of an appointment"),
            Persona(
                "Front desk", goal: "Move and cancel bookings without losing track",
                pain: "Paper calendar and messages disagree"),
        ],
        entities: [
            Entity(
                "booking", ["Mara, first visit", "Leon, follow-up", "Aisha, long session", "Group of four"],
                [
                    .title("title"), .date("starts on"),
                    .choice("status", "requested", "confirmed", "done", "cancelled"), .phone, .long("notes"),
                ]),
            Entity(
                "service", ["Short session", "Standard session", "Long session"],
                [
                    .title("name"), .number("minutes"), .money("price"), .flag("bookable online"),
                ]),
            Entity(
                "opening", ["Monday morning", "Tuesday afternoon", "Saturday"],
                [
                    .title("label"), .date("valid from"), .number("slots"), .flag("open"),
                ]),
        ],
        features: [
            Feature(
                .must, "Booking calendar",
                "Customers of {who} see the free slots and book one; a slot is given away once only.", .calendar,
                of: "booking", [.scheduling]),
            Feature(
                .must, "Service list", "What can be booked, how long it takes and what it costs.", .cards,
                of: "service", [.records]),
            Feature(
                .must, "Booking desk", "Requests, confirmations and cancellations on a board, changed with one click.",
                .board, of: "booking", [.scheduling, .administration]),
            Feature(
                .should, "Opening hours", "Regular hours, holidays and breaks from which the free slots follow.",
                .table, of: "opening", [.scheduling]),
            Feature(
                .should, "Reminders", "A message the day before, with a link to move or cancel.", .settings,
                [.notifications]),
            Feature(
                .should, "Deposits", "A deposit on booking, returned on a timely cancellation.", .checkout,
                of: "booking", [.payments]),
            Feature(
                .nice, "Utilisation report", "How full the days are, and how many did not show up.", .summary,
                of: "booking", [.reports]),
            Feature(
                .nice, "Waiting list", "A freed slot is offered to those who wait, in order.", .table, of: "booking",
                [.notifications]),
        ],
        constraints: [
            "Two people can never hold the same slot: a unique constraint in the database, not a check in code",
            "Times are stored in UTC and shown in the venue's time zone, across daylight saving too",
        ])
}
