extension ProjectPattern {
    static let travel = ProjectPattern(
        id: "travel",
        label: "Travel",
        promise: "plan a trip together and have everything at hand on the way",
        lexicon: Lexicon(
            names: """
                travel, trip planner, travel planner, itinerary, travel app, vacation planner, travel guide, road trip, \
                tourism, tour operator, city guide, reiseplaner, viajes, voyage, backpacking, holiday planner, travel journal, \
                travel agency, trip planning, hiking trails app
                """,
            signals: """
                what to see, things to do, sights, days in, weekend in, abroad, city break, trips, journeys, railway, ferry, airbnb stays, \
                trip, traveller, travellers, destination, flight, hotel, packing list, sightseeing, tourists, hiking, hike, \
                trail, visa, landmarks, places to visit, backpackers, cruise, camping, vacation, holiday, guided tours, \
                museum guide, hostels, passport, airport, reise, digital nomads, day trips, van life, luggage, explore cities
                """,
            hints: "map, route, places, explore, guide, city, country, budget, journey, local, recommendations, tour"),
        audience: "travellers",
        personas: [
            Persona(
                "{One}", goal: "One plan with times, places and tickets",
                pain: "Confirmations are spread over mails and apps"),
            Persona(
                "Fellow traveller", goal: "Have a say before things are booked",
                pain: "Decisions get lost in the group chat"),
            Persona(
                "Local guide", goal: "Be found by people who like the same things",
                pain: "Big platforms list only big tours"),
        ],
        entities: [
            Entity(
                "trip", ["Ten days in Portugal", "Weekend in Ghent", "Along the Danube by bike"],
                [
                    .title("name"), .date("starts on"), .number("days"), .money("budget"),
                    .choice("status", "idea", "planned", "travelled"),
                ]),
            Entity(
                "stop", ["Tile museum", "Night train to Porto", "Market hall", "Cliff walk"],
                [
                    .title("name"), .text("place"), .date("visited on"),
                    .choice("kind", "stay", "travel", "see", "eat"), .money("cost"),
                ]),
            Entity(
                "packing item", ["Rain jacket", "Adapter", "First aid kit"],
                [
                    .title("name"), .number("quantity"), .flag("packed"),
                ]),
        ],
        features: [
            Feature(.must, "Trips", "Trips of {who} with dates, budget and state.", .cards, of: "trip", [.records]),
            Feature(
                .must, "Day-by-day plan", "Stops by day with place, kind and cost; moved when the weather turns.",
                .calendar, of: "stop", [.scheduling]),
            Feature(
                .must, "Packing list", "What to take, ticked off once packed.", .table, of: "packing item", [.records]),
            Feature(
                .should, "Ideas board", "From idea to planned to travelled, with votes of the group.", .board,
                of: "trip", [.sharing]),
            Feature(
                .should, "Travel budget", "Cost by kind against the budget, in one currency.", .summary, of: "stop",
                [.reports, .payments]),
            Feature(.should, "Map of stops", "All stops with the way between them.", .cards, of: "stop", [.maps]),
            Feature(
                .nice, "Travel notes", "Notes and pictures by day, to be kept or shared.", .thread, of: "stop",
                [.sharing]),
        ],
        constraints: [
            "The plan opens without a connection, maps of the day included",
            "Times are shown in the place's own time zone",
        ])
}
