extension ProjectPattern {
    static let restaurant = ProjectPattern(
        id: "restaurant",
        label: "Restaurant",
        promise: "take orders, run the kitchen and keep guests informed",
        lexicon: Lexicon(
            names: """
                restaurant, restaurant ordering, digital menu, qr menu, point of sale, pos system, cafe ordering, \
                bar menu, food truck, restaurante, gaststatte, kitchen display, bakery orders, table ordering, \
                canteen, restaurant management, scan the table's qr code, table qr code, order from their phone, \
                order at table, order from table, kitchen tickets, digital menus, menu app, menu for, ramen place, \
                pizza place, pizzeria, burger place, steakhouse, coffee shop, coffee shop app, cafe, cafe app, \
                diner, bistro, brasserie, pub, wine bar, cocktail bar, food stall, food trucks, food court, canteen \
                menu, school canteen, buffet, catering orders, catering company, waiter app, waiters app, restaurant \
                reservations, table reservations and waiter, restaurant pos, pos, till, kitchen screen, kitchen \
                display system, kitchen orders, bar orders, tab at the bar, restaurant reviews, lunch orders, pre \
                order lunch, takeaway orders, take away, takeout, drive through, ice cream parlour, bakery, bakery \
                preorders, sushi, taqueria, tapas bar, beer garden, hotel breakfast, loyalty card for cafe, dishes \
                of the day, ghost kitchen, dark kitchen, point of sale for, digital tip jar, tip jar, bill splitting \
                for bistros, bill splitting, pos for, cash register for cafe, ordering for, menu for a, menus for, \
                kitchen and waiters, guests order and pay, hotel restaurant, beach bar, ice cream van, market food \
                stall, canteen orders, school lunch orders
                """,
            signals: """
                waiter, waiters, dine in, takeaway, menu items, tables, diners, barista, tips, order at the table, \
                lunch menu, bar, brewery, catering, caterer, split the bill, kitchen staff, guests scan, guests \
                order, guests pay, scan the table, table's qr, dining, dine, dinner service, today's menu, menu of \
                the day, daily menu, allergens on the menu, order food, food orders, order drinks, drinks, orders to \
                the kitchen, kitchen, cooks in the kitchen, serving staff, servers, bartenders, bartender, baristas, \
                sommelier, restaurateurs, restaurant owners, restaurants, table turnover, seat guests, walk in \
                guests, hungry, split bill, pay at the table, tip the waiter, chef's menu, happy hour, brunch, \
                espresso, kebab shop, kebab, chip shop, fish and chips, order ahead, skip the line, skip the queue, \
                pre order food, preorder lunch, pick up their food, collect their food, orders from tables, order \
                from the table, order at their table, waiters take, take orders, takes orders, orders go to the \
                kitchen, go to the kitchen, tables and bills, bills per table, bill per table, our cafe, my cafe, \
                our restaurant, my restaurant, our bar, our pub, my pub, guests book tables, dishes, menu changes \
                daily, menu with allergens, menu in languages, menus, coffee, coffees, lunch, diners order, food \
                stall orders, ice cream shop, pizza, sushi bar, tip, bistros, bill, bills split, trucks food, cash \
                register, at the table, table, seats in restaurant, guests, guest, waitress, waiting staff, chef, \
                chefs, cooks, menu, specials, dishes menu, wine list, drinks menu, cocktails bar, bars, pubs, cafes, \
                tea house, tea room, bakeries, pastry shop, burger, burgers, noodles, ramen, tacos, falafel, curry \
                house, steak, barbecue restaurant, ice cream, lunch deal, preorder, pickup orders, reservations, \
                reservation for dinner, walk ins, allergens, allergen, foodies find restaurants, restaurant guide, \
                dishes reviews, canteens, caterers, banquets, banquet
                """,
            hints: """
                order, food, drink, pay, daily special, qr code, ticket, phone, place, truck, sale, digital
                """),
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
