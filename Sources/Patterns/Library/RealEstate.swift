extension ProjectPattern {
    static let realEstate = ProjectPattern(
        id: "real-estate",
        label: "Property",
        promise: "find, show and let homes with nothing lost between viewing and contract",
        lexicon: Lexicon(
            names: """
                real estate, property management, property listings, rental listings, house hunting, apartment finder, \
                zillow for, landlord app, immobilien, inmobiliaria, immobilier, realtor, estate agent, property manager, \
                home search, apartment hunting, landlord, housing platform, tenant management
                """,
            signals: """
                houses, homes for sale, real estate, rooms, rent an apartment, move in, moving out, tenant, owners association, landlord, \
                property, apartment, house, flat, lease, viewing, mortgage, tenants, rental, rent collection, landlords, \
                rooms to let, open house, square meters, vacancy, real estate agents, home buyers, housing, flatmate, \
                roommate finder, maintenance requests, rental contract, wohnung, vivienda, buy a house, condo, housemates, \
                letting, neighbourhood prices, student housing, property tax
                """,
            hints: "home, agent, rent, building, listing, location, map, photos, price, floor plan, deposit, contract"),
        audience: "letting agents",
        personas: [
            Persona(
                "{One}", goal: "Show each home to the right people and close in days",
                pain: "Enquiries arrive through five channels"),
            Persona(
                "Home seeker", goal: "See honest facts and get a viewing soon", pain: "Adverts that were taken long ago"
            ),
            Persona(
                "Owner", goal: "Know the state of each home, rent and repair",
                pain: "Hears about repairs when they are urgent"),
        ],
        entities: [
            Entity(
                "property", plural: "properties",
                ["Harbour Street 12", "Mill Lane 4", "Linden Court 7b", "Station Road 31"],
                [
                    .title("address"), .money("rent"), .number("rooms"), .choice("status", "free", "reserved", "let"),
                    .long("description"),
                ]),
            Entity(
                "viewing", ["Viewing with the Berger family", "Second visit, Mill Lane", "Open house"],
                [
                    .title("title"), .date("takes place on"), .phone,
                    .choice("result", "planned", "interested", "declined"),
                ]),
            Entity(
                "request", ["Kitchen tap leaks", "Heating stays cold", "Key lost"],
                [
                    .title("title"), .choice("status", "new", "ordered", "done"), .date("reported on"), .money("cost"),
                ]),
        ],
        features: [
            Feature(
                .must, "Property list",
                "Homes with rent, rooms, pictures and status, searched by {who} and seekers alike.", .cards,
                of: "property", [.records, .search]),
            Feature(
                .must, "Viewing calendar", "Viewings by day, with who comes and what they said.", .calendar,
                of: "viewing", [.scheduling]),
            Feature(
                .must, "Letting board", "Each home from free to reserved to let.", .board, of: "property", [.records]),
            Feature(
                .should, "Repair requests", "Tenants report, the office orders, the owner sees the cost.", .table,
                of: "request", [.records, .messaging]),
            Feature(
                .should, "Rent payments", "Due, paid and late rents for each home.", .checkout, of: "property",
                [.payments]),
            Feature(
                .should, "Map search", "Homes by place and distance to what matters.", .cards, of: "property", [.maps]),
            Feature(
                .nice, "Vacancy report", "Days without rent and cost of repairs, by home.", .summary, of: "property",
                [.reports]),
            Feature(
                .nice, "New home alerts", "Seekers are told when a fitting home appears.", .settings, [.notifications]),
        ],
        constraints: [
            "Applicants' papers are deleted when the contract is signed or refused",
            "Search shows only homes that are free today",
        ])
}
