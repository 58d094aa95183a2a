extension ProjectPattern {
    static let parking = ProjectPattern(
        id: "parking",
        label: "Parking",
        promise: "find, share and pay for parking without circling the block",
        lexicon: Lexicon(
            names: """
                parking, parking spot, parking app, parking lot, car park, parking space, aparcamiento, parkplatz, \
                parking reservation, ev charging, charging station finder, vehicle maintenance, car maintenance, car rental, \
                garage management, mechanic shop, auto repair, car wash, parking garage, car sharing, estacionamiento
                """,
            signals: """
                park, parked, driveway, license plate, number plate, garage, spaces near, ev drivers, chargers, \
                cars, car, vehicle, oil change, mechanics, mileage log, service history, curb, parking fines, parking permits, \
                electric cars, charge point, commuters park, used cars, auto, motorcycles, scooter rental, fuel
                """,
            hints: "spot, map, reserve, hour, rate, nearby, pay, city, driver, location"),
        audience: "drivers in the city",
        personas: [
            Persona(
                "Driver among {who}", goal: "A sure place before setting off",
                pain: "Circles the block for twenty minutes"),
            Persona("Space owner", goal: "Let an empty space earn something", pain: "Keys, cash and phone calls"),
            Persona("Attendant", goal: "See at once who may stand where", pain: "Paper slips behind dirty windows"),
        ],
        entities: [
            Entity(
                "space", ["Station Square A12", "Court behind the bakery", "Level 2, bay 7"],
                [
                    .title("name"), .text("address"), .money("hourly price"),
                    .choice("status", "free", "reserved", "taken"), .flag("charging point"),
                ]),
            Entity(
                "reservation", ["Evening at the theatre", "Tuesday commute", "Market day"],
                [
                    .title("title"), .text("plate"), .date("starts on"), .number("hours"),
                    .choice("status", "open", "paid", "ended"),
                ]),
            Entity(
                "vehicle", ["Blue hatchback", "Delivery van", "Old motorbike"],
                [
                    .title("name"), .text("plate"), .choice("kind", "car", "van", "motorbike"), .date("inspected on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Find a space", "Free spaces for {who} by place, price and charging point.", .cards, of: "space",
                [.maps, .search]),
            Feature(
                .must, "Reservations", "Hours by day, extended on the phone.", .calendar, of: "reservation",
                [.scheduling]),
            Feature(
                .must, "Pay by the hour", "Paid on leaving, by the minute, with a receipt.", .checkout,
                of: "reservation", [.payments]),
            Feature(
                .should, "Space board", "Free, reserved and taken, live for attendants.", .board, of: "space",
                [.administration]),
            Feature(.should, "My vehicles", "Plates and inspections.", .table, of: "vehicle", [.records]),
            Feature(.nice, "Occupancy report", "Hours and income by space.", .summary, of: "reservation", [.reports]),
            Feature(.nice, "Reminders", "A message before the time is up.", .settings, [.notifications]),
        ],
        constraints: [
            "A space is reserved once at a time, guaranteed by the database",
            "Plates are deleted 30 days after the stay",
        ])
}
