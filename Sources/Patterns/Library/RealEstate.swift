extension ProjectPattern {
    static let realEstate = ProjectPattern(
        id: "real-estate",
        label: "Property",
        promise: "get from the first viewing to the signed contract with nothing lost",
        lexicon: Lexicon(
            names: """
                real estate, property management, property listings, rental listings, house hunting, apartment \
                finder, zillow for, landlord app, immobilien, inmobiliaria, immobilier, realtor, estate agent, \
                property manager, home search, apartment hunting, landlord, housing platform, tenant management, \
                student housing, house share, flat share, flatshare, room rental, rooms to rent, letting, lettings, \
                tenancy, tenancies, lease management, leases, rent tracker, rent collection, rental property, rental \
                properties, property portfolio, property investment, tenants and repairs, building management, \
                housing association, hoa, home owners association, condo management, property search, property \
                viewing, property viewings, viewings, open houses, house viewings, estate agency, estate agents, \
                real estate agents, property developers, mortgage broker leads, home staging, home valuation, house \
                prices, property prices, home inspection, inventory report for rentals, holiday let management, \
                holiday lets, vacation rental management, short term rental management, commercial property, office \
                space rental, coworking space rental, land registry, plots of land, retirement homes search, \
                apartment, apartments, flats, apartment building, lease and maintenance, maintenance management for \
                landlords, want a house together, house together, which houses did we see, house viewing notes, flat \
                viewing, flats seen, house buying, flat hunting, cohousing, co living, coliving, housing \
                cooperative, holiday flat management, property maintenance, apartment listing, land plots, office \
                space, find a flatmate, flatmate, flatmates, roommate, roommates, find a roommate
                """,
            signals: """
                houses, homes for sale, rooms, rent an apartment, move in, moving out, tenant, owners association, \
                property, house, flat, lease, viewing, mortgage, tenants, rental, landlords, rooms to let, open \
                house, square meters, vacancy, home buyers, housing, roommate finder, maintenance requests, rental \
                contract, wohnung, vivienda, buy a house, condo, housemates, neighbourhood prices, property tax, as \
                a landlord, viewings and offers, offers on houses, estate agent in, houses for sale, house hunters, \
                buy a home, first home, first time buyers, sellers of houses, properties, landlords keep, rents, \
                deposits held, utility bills per tenant, repairs in my building, repair requests from tenants, \
                building repairs, caretakers, janitor, evictions, moving in, key handover, floor plans, square \
                metres, bedrooms, bedroom, balcony, neighbourhoods, postcode, homes, holiday home, holiday homes, \
                second home, cottage, barn conversion, rent control, apartments for rent, list apartments, houses \
                they have viewed, compare houses, have viewed, viewed, buyers compare houses, buy a flat, find a \
                flat, find an apartment, find a room, find a house, rent a flat, rent a house, house to rent, for \
                rent, homes for rent, viewing requests, viewing appointments, move into, my tenants, our tenants, \
                tenant pays, tenants pay, rent payments, rent due, late rent, my flats, my properties, block of \
                flats, building manager, building managers, owners of flats, residents of a building, lift repairs \
                in building, damp and repairs, energy certificate, land for sale, plots for sale, farmhouses, lofts, \
                studios for rent, sublet, subletting, dorms, dorm rooms, buy together, live together, living \
                together, small landlords, maintenance management, viewed houses, did we see, home, villa, villas, \
                cottages, castles for sale, land, plot, plots, agents, realtors, buyers and sellers of homes, home \
                sellers, house sellers, house buyers, buy property, invest in property, yield of property, rental \
                yield, rentals, rent, renting, renters, deposit, deposits, utilities, utility costs, service charge, \
                service charges, building, buildings, blocks, floors, flat owners, owner meetings, owners' meetings, \
                residents, concierge, caretaker of building, repairs, defects, handover, snags, new build, \
                developers of homes, mortgages, valuation, appraisal of houses, square, neighbourhood, area, commute \
                time, schools nearby, garden size, kitchen size, room, furnished, student flats, student rooms, \
                dormitory, dorm, shared flat, flatmates wanted, room mates
                """,
            hints: """
                agent, listing, location, map, photos, price, floor plan, contract, offers, estate, together, \
                maintenance, seen
                """),
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
