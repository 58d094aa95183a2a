extension ProjectPattern {
    static let booking = ProjectPattern(
        id: "booking",
        label: "Booking",
        promise: "fill their calendar without phone calls or double bookings",
        lexicon: Lexicon(
            names: """
                booking, booking system, appointment booking, reservation system, reservation, appointment \
                scheduling, appointment scheduler, book appointments, online booking, calendly for, reservas, \
                terminbuchung, buchung, reservierung, prenotazioni, scheduling app, scheduler, reserve, appointment, \
                room booking, table booking, nail bar, appointments, appointment book, class booking, court booking, \
                room reservation, desk booking, hot desk, meeting room booking, slot booking, online reservations, \
                calendar scheduling, appointment reminders, prendre rendez vous, rendez vous en ligne, cita previa, \
                equipment booking, boat rental, bike rental, barbershop, beauty salon, laundry room booking, sauna \
                booking, hotel booking, reserve a table, online diary, double booked, always double booked, choose \
                their own times, own times, treatment booking, therapy booking, lesson booking, court reservation, \
                studio booking, tour booking, table reservation, car wash slots, equipment reservation
                """,
            signals: """
                free time for, choose a time, pick a time, pick a slot, make an appointment, book a table, book a \
                room, queue, fully booked, book, slot, time slot, availability, calendar booking, double booking, \
                barber, hair salon, salon, hairdresser, spa, walk in, no show, waitlist, opening hours, court, \
                tennis court, meeting room, coworking desk, desk, sessions with, book online, cancel appointment, \
                reschedule, termine, citas, rendez vous, nail studio, massage, tattoo studio, studio time, rent a \
                room, campsite, hotel room, grab a slot, free slot, free slots, choose an appointment, instead of \
                phoning, no shows, squash court, padel court, badminton court, sports hall, reserve a seat, reserve \
                equipment, reserve time, reserve slots, book lessons, book a lesson, book a session, book a call, \
                book visits, lash studio, beautician, tattoo artist appointments, driving lessons booking, photo \
                studio booking, recording studio hire, time slots, schedule appointments, schedule visits, set my \
                availability, patients book, clients book, customers book, book an appointment, deposit to confirm, \
                cancellations, coworking, recurring appointments, sign up for a slot, walk ins, waiting list, pick \
                your, book a slot, free times, choose your barber, choose a stylist, come in, walk in or book, who \
                comes when, double bookings, overlapping bookings, fill empty slots, cancel late, late \
                cancellations, book the, book our, book courts, book rooms, book the village hall, village hall, \
                community centre rooms, party room, rehearsal room, workspace, sign up for slots, time with me, \
                office hours, consultations booked, appointments with, massage studio, massages, choose times, \
                clients choose, customers choose a time, meeting rooms, overbooked, who has the room, calendar sync, \
                available times, available slots, availability calendar, treatment rooms, treatments, therapist's \
                diary, facial, pedicure, manicure, haircut, haircuts, stylists, stylist, spa day, gym class slots, \
                yoga class booking, sports court, boats, canoe, kayak, bike hire, rooms by the hour, hall hire, hire \
                the hall, photo booth hire, sign in for a session, drop in sessions, arrival times, visiting times, \
                visiting hours, viewing slots, vaccination slots, test slots
                """,
            hints: """
                calendar, schedule, session, reminder, deposit, customers, staff, hours, cancel, sms reminder, \
                guest, phone, free, lessons, visit, diary, office rooms, times, choose, clients
                """),
        audience: "small studios",
        personas: [
            Persona(
                "Customer", goal: "Book a free slot in under a minute, at any hour",
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
            "Two people must never hold the same slot: to be secured by a unique constraint, which the generated schema does not have yet",
            "Times are stored in UTC and shown in the venue's time zone, across daylight saving too",
        ])
}
