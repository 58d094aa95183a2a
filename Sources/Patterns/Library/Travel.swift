extension ProjectPattern {
    static let travel = ProjectPattern(
        id: "travel",
        label: "Travel",
        promise: "plan a trip together and have everything at hand on the way",
        lexicon: Lexicon(
            names: """
                travel, trip planner, travel planner, itinerary, travel app, vacation planner, travel guide, road \
                trip, tourism, tour operator, city guide, reiseplaner, viajes, voyage, backpacking, holiday planner, \
                travel journal, travel agency, trip planning, hiking trails app, road trip with friends, road trips, \
                interrailers, interrail, itinerary builder, trip itinerary, trip with friends, group trip, group \
                travel, holiday plans, vacation plans, hut to hut, hiking planner, hike planner, hiking routes, \
                trail guide, trail map, bike tour planner, cycle touring, camper van, campsites, campsite finder, \
                camping, honeymoon planner, packing list, travel diary, travel log, travel map, countries visited, \
                places i've been, city guides, walking tours, audio guide, museum guide, local guides, tour guides, \
                tours, sightseeing, weekend getaway, weekend trips, day trips, flight tracker, flight deals, cheap \
                flights, hotel finder, hotels, hostel, hostels, treehouses, glamping, bed and breakfast, guest \
                house, holiday rentals, vacation rentals, house sitting abroad, study abroad guide, digital nomads, \
                nomads, expat relocation guide, visa requirements, language phrasebook, travel budget, travel \
                companions, travel buddy, solo travellers, backpackers, cruise, safari, ski trips, ski resorts, \
                beaches, surf spots, wild swimming spots, theme parks, train journeys, train travel, jet lag, \
                tourist information, tourist board, offline city guide, city guide for, inter island, ferry planner, \
                island hopping, places to sleep, ferry, ferries, guide for lisbon, travel itinerary, cycling \
                holiday, sailing holiday, camper trips, train trips, travel with kids, travel with dog, hiking \
                trips, hiking app, trekking, mountaineering tours, walking guide, pilgrim route, festival travel, \
                group tours, tour company
                """,
            signals: """
                what to see, things to do, sights, days in, weekend in, abroad, city break, trips, journeys, \
                railway, airbnb stays, trip, traveller, travellers, destination, flight, hotel, tourists, hiking, \
                hike, trail, visa, landmarks, places to visit, vacation, holiday, guided tours, passport, airport, \
                reise, van life, luggage, explore cities, in the alps, alps, splitting the driving, split the \
                driving, driving stints, travels, travelling, traveling, journey, holidays with, city trip, places \
                to see, places to stay, places to eat abroad, stops along the way, route through, along the route, \
                train connections, flights, layover, airports, suitcase, visas, currency abroad, phrasebook, \
                tourist, visitors to the city, guided, huts, mountain huts, summit, peaks, national parks, parks and \
                trails, campers, tents, beach, island, islands, countries, continent, world trip, gap year, weekend \
                away, bucket list, camino, stages, stages and beds, pilgrimage, pilgrims, walk the, beds and \
                distances, distances, multi city trips, multi city, cities with maps, trip budget, trips with, trip \
                with, trip to, travelling to, travel to, going to japan, going abroad, week in, visit, places i want \
                to visit, where to go, where i have been, where we have been, seen the world, cycle route, cycling \
                trip, bike trip, motorbike trip, motorcycle tour, hikes, walking holiday, walks near, walks, trails \
                near, viewpoints, waterfalls, castles, museums to visit, city walks, tour of, tours of, local guide, \
                guides show, sail around, sailing trip, boat trip, camp, camper, motorhome, pack, packing, what to \
                pack, holidays, holiday with, lisbon, greece, italy, spain, france, japan, paris, london, rome, \
                berlin, iceland, norway, scotland, ireland, pyrenees, himalaya, africa, asia, europe, america, \
                australia, india, thailand, vietnam, new york, guide, guides, boats to, trains to, trains across, \
                night trains, guesthouse, place to sleep, where to sleep, sleep, campsite, hut, route, routes, walk, \
                walking, hikers, trek, bike tour, tour, sight, attraction, attractions, museums, mountain, \
                mountains, national park, cruises, sail, sailing, backpack, backpacker, itineraries, currency, \
                phrases, foreign, country, city, cities, weekend, getaway, honeymoon
                """,
            hints: """
                map, places, explore, budget, local, recommendations, friends, plan, driving, offline, planner
                """),
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
