extension ProjectPattern {
    static let parking = ProjectPattern(
        id: "parking",
        label: "Parking",
        promise: "find, share and pay for parking without circling the block",
        lexicon: Lexicon(
            names: """
                driveway, \
                parking, parking spot, parking app, parking lot, car park, parking space, aparcamiento, parkplatz, \
                parking reservation, ev charging, charging station finder, vehicle maintenance, car maintenance, car \
                rental, garage management, mechanic shop, auto repair, car wash, parking garage, car sharing, \
                estacionamiento, driveways, rent my driveway, park my car, free parking, find parking, parking near, \
                parking spots, parking permit, parking tickets, bike parking, parking at hq, company parking, \
                employee parking, residents parking, valet, garage booking, ev charging stations, charging points, \
                charger map, ev chargers, fuel prices, fuel log, car log, car service history, car repair shop, auto \
                shop, garage workshop, tyre storage, tyre shop, mot reminder, vehicle inspection, fleet maintenance, \
                fleet of company cars, car pool fleet, motorbike log, car dealership, used cars, car sharing club, \
                rent a car, number plates, toll, congestion charge, ev charging map, charging map, visitor bays, \
                visitor parking, parking bays, bays, parking for visitors, parking allocation, bike garage, car \
                maintenance log, car expenses, vehicle log, car repair, auto workshop, motorcycle maintenance, boat \
                mooring, marina berths, charging stations, charging station, free charging stations
                """,
            signals: """
                rent out their driveway, leave my car, park overnight, car spaces, \
                park, parked, driveway, license plate, number plate, garage, spaces near, ev drivers, chargers, \
                cars, car, vehicle, oil change, mechanics, mileage log, service history, curb, parking fines, \
                parking permits, electric cars, charge point, commuters park, auto, motorcycles, scooter rental, \
                fuel, near the stadium, park near, parks, spots by day, parking spaces, spot at, garages, free \
                space, where did i park, find my car, parked my car, multi storey, meters, traffic wardens, my car, \
                company cars, tyres, brakes, motorbike, motorbikes, campervan, caravan storage, lorry park, \
                charging, ev, evs, plug in, electric vehicle, electric vehicles, petrol, diesel, mot, roadworthy, \
                mechanic, dealership, test drive, rental cars, what has been done to my, done to my car, classic \
                car, oldtimer, car history, my van's, van service, service book, serviced, fuel consumption, litres \
                per, refuel, refuelling, charge my car, charge my ev, charging spots, charger, wallbox, pay by the \
                minute, park downtown, downtown, reserve a parking, spot for the day, parking for, where to park, \
                free spots, empty spots, permit, garage spots, barrier opens, license plates, bike racks, rent a \
                van, share a car, car park spaces, car repairs, repair garage, car inspection, car wash booking, \
                bay, at our block, charge, plugs, kilowatt prices, prices per kwh, underground garage, barrier, gate \
                opens for cars, residents' cars, residents park, plates, fines, permits, tow, clamped, vehicles, \
                motorcycle, scooter, camper service, tyre, oil, brake, engine, gearbox, workshop for cars, car \
                owner, car owners, used car, test drives, dealers cars, car hire, hire cars, petrol stations, gas \
                station, gas stations, mileage, odometer, road tax, car insurance, inspection, moorings, mooring, \
                berth, berths, stations free
                """,
            hints: """
                spot, map, reserve, hour, rate, nearby, pay, city, driver, location, stadium, hq, spaces, drive, \
                block, visitor, price
                """),
        audience: "drivers in the city",
        personas: [
            Persona(
                "{One}", goal: "A sure place before setting off",
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
