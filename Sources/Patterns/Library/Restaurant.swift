extension ProjectPattern {
    static let restaurant = ProjectPattern(
        id: "restaurant",
        label: "Restaurant",
        promise: "take orders, run the kitchen and keep guests informed",
        lexicon: Lexicon(
            names: """
                restaurant, restaurant ordering, digital menu, qr menu, point of sale, pos system, cafe ordering, bar menu, \
                food truck, restaurante, gaststatte, kitchen display, bakery orders, table ordering, canteen, restaurant management
                """,
            signals: """
                waiter, waiters, dine in, takeaway, menu items, tables, diners, cafe, bistro, barista, pizzeria, tips, \
                order at the table, lunch menu, bar, brewery, catering, caterer, split the bill, kitchen staff
                """,
            hints: "menu, order, table, guest, food, kitchen, drink, pay, daily special"),
        audience: "small restaurants",
        personas: [
            Persona(
                "Guest of {who}", goal: "Order without waiting and know what is in a dish",
                pain: "Waves at busy waiters"),
            Persona("Kitchen", goal: "See orders in the right order, with wishes", pain: "Unreadable slips"),
            Persona("Manager", goal: "Know what sells and what runs out", pain: "Counts receipts at midnight"),
        ],
        entities: [
            Entity(
                "dish", ["Grilled aubergine", "Noodles with greens", "House lemonade", "Plum cake"],
                [
                    .title("name"), .money("price"), .choice("course", "starter", "main", "dessert", "drink"),
                    .flag("available"), .long("allergens"),
                ]),
            Entity(
                "order", ["Table 4", "Table 9", "Takeaway for Mr Lang"],
                [
                    .title("name"), .choice("status", "new", "cooking", "served", "paid"), .money("total"),
                    .date("ordered on"),
                ]),
            Entity(
                "table", ["Window table", "Garden 3", "Long table"],
                [
                    .title("name"), .number("seats"), .choice("status", "free", "seated", "reserved"),
                ]),
        ],
        features: [
            Feature(
                .must, "Menu", "Dishes with price, allergens and what is out today, for the guests of {who}.", .cards,
                of: "dish", [.records]),
            Feature(
                .must, "Order board", "From new to cooking to served, seen by kitchen and floor.", .board, of: "order",
                [.records]),
            Feature(.must, "Tables", "Free, seated and reserved tables.", .table, of: "table", [.scheduling]),
            Feature(
                .should, "Bill and payment", "Split by person or dish, paid at the table.", .checkout, of: "order",
                [.payments]),
            Feature(.should, "Order list", "All orders of the day, searched by table.", .table, of: "order", [.search]),
            Feature(.nice, "Sales report", "Dishes and income by day and hour.", .summary, of: "order", [.reports]),
            Feature(.nice, "Menu planning", "Which dishes are on which day.", .settings, [.administration]),
        ],
        constraints: [
            "Allergens are shown before an order is placed",
            "The kitchen view keeps working when the connection drops",
        ])
}
