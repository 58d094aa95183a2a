extension ProjectPattern {
    static let delivery = ProjectPattern(
        id: "delivery",
        label: "Delivery",
        promise: "bring every parcel to the right door in time, and say where it is",
        lexicon: Lexicon(
            names: """
                delivery, food delivery, logistics, delivery app, courier, shipment tracking, fleet management, \
                doordash for, package tracking, grocery delivery, delivery tracking, reparto, lieferdienst, \
                livraison, route planning, last mile, freight, trucking, dispatch, transport management, ride \
                sharing, ride hailing, carpool, carpooling, taxi app, parcel, moving company, supply chain, bike \
                courier, meal delivery, delivery service, delivery routes, delivery drivers, delivery vans, courier \
                service, parcel tracking, track parcels, parcel tracker, ride share, lift sharing, carpools, taxi, \
                cab, cab booking, school run, school bus tracking, bus tracking, shipping company, freight \
                forwarding, van routes, removals company, grocery deliveries, cargo bikes, last mile delivery, milk \
                round, order tracking, dispatch board, removals firm, removals, moving firm, school run sharing, \
                towing, tow trucks, courier dispatch
                """,
            signals: """
                driver, drivers, shipment, packages, route optimisation, couriers, pickup, drop off, fleet, \
                vehicles, cargo, truck, deliver, proof of delivery, live tracking, deliveries, parcels, ride, rides, \
                passengers, shuttle, loads, waybill, customs, dispatcher, trucks, eta, containers, tour planning, \
                deliver groceries, commute, vans, haulage, which driver, driver goes where, has the customer got, \
                home delivery, delivered to, delivered to your door, to the door, doorstep, drop offs, routes for \
                drivers, shortest route, stops, round trip, vehicles on a map, hauliers, forwarders, lorries, lorry, \
                parcels from, couriers in, where is my parcel, where is my order, driver app, rider app, riders, \
                cyclist couriers, courier bikes, commuters share, share a ride, share rides, lift to work, bus, \
                buses, minibus, pick ups, warehouse to customer, signature on delivery, cold chain, ships, port, \
                tracking number, homemade meals, medicine delivery, prescriptions delivered, hot lunches, lunches to \
                offices, brought to, cycled to, bring groceries, brings, bring to, to offices, to your home, collect \
                and deliver, pick up and drop off, pick up, same day, next day, on their way, where is the driver, \
                where the bus is, school bus, seats in a car, car pooling, share a car ride, drive together, \
                delivery windows, delivery slots, tour, tours for drivers, routes for vans, veg boxes delivered, box \
                scheme, milkman, flowers delivered, medicines delivered, laundry pickup, loading, unloading, pallet, \
                pallets moved, crew and vans, which van, drivers and vans, school run between parents, lifts between \
                parents, share the school run, drop the kids, pick up the kids, kids to school, kids to football, \
                ride to, rides to, rides for, rides between, lift to, hitchhike, hitchhiking, patient transport, \
                medical transport, wheelchair taxi, airport transfer, transfers, limousine, chauffeur, ferry of \
                goods, container tracking, deliveries today, delivery status, track delivery, delivery times, \
                delivery note, delivery notes, mail, post office, letters delivered, mailroom, laundry, water \
                bottles delivered, gas bottles, fuel delivery, meal boxes, catering deliveries, meals on wheels
                """,
            hints: """
                order, map, track, route, address, status, location, pickup time, restaurant, customer, zone, van, \
                bread, door, bike, transport, meal, town, drive, noon, sharing, street, firm
                """),
        audience: "local couriers",
        personas: [
            Persona(
                "{One}", goal: "A sensible route and clear addresses",
                pain: "Doorbells without names and changed orders"),
            Persona("Recipient", goal: "Know when it comes, and change it", pain: "Waits at home all day"),
            Persona(
                "Dispatcher", goal: "Spread the load and react to delays", pain: "Calls drivers to learn where they are"
            ),
        ],
        entities: [
            Entity(
                "delivery",
                ["Parcel for Ms Okoye", "Flowers to Hill Road", "Two boxes to the clinic", "Lunch for studio 4"],
                [
                    .title("title"), .text("address"),
                    .choice("status", "planned", "on the way", "delivered", "failed"), .date("due on"), .phone,
                ]),
            Entity(
                "driver", ["Ben Carter", "Lucia Ferri", "Mohamed Saleh"],
                [
                    .title("name"), .phone, .choice("vehicle", "bike", "van", "truck"), .flag("on duty"),
                ]),
            Entity(
                "route", ["North round, morning", "Centre by bike", "Evening round"],
                [
                    .title("name"), .number("stops"), .number("kilometres"), .date("driven on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Delivery board", "From planned to delivered, live for {who} and dispatchers.", .board,
                of: "delivery", [.records]),
            Feature(
                .must, "Route plan", "Stops by day and driver in a sensible order.", .calendar, of: "route",
                [.scheduling, .maps]),
            Feature(
                .must, "Tracking page", "The recipient sees state and expected time without an account.", .cards,
                of: "delivery", [.notifications, .maps]),
            Feature(.should, "Drivers", "Who is on duty, with which vehicle.", .table, of: "driver", [.accounts]),
            Feature(
                .should, "Proof of delivery", "Name, time and picture at the door.", .table, of: "delivery", [.files]),
            Feature(
                .should, "Delivery report", "On time, late and failed, by route.", .summary, of: "delivery", [.reports]),
            Feature(
                .nice, "Payment on delivery", "Card or cash at the door, settled in the evening.", .checkout,
                of: "delivery", [.payments]),
        ],
        constraints: [
            "The driver's view works without a connection and sends later",
            "Positions of drivers are kept for one day only",
        ])
}
