extension ProjectPattern {
    static let ecommerce = ProjectPattern(
        id: "ecommerce",
        label: "Shop",
        promise: "show, sell and ship {things} without surprises",
        lexicon: Lexicon(
            names: """
                ecommerce, e commerce, online shop, online store, web shop, webshop, shop, store, storefront, boutique, \
                tienda, tienda online, onlineshop, boutique en ligne, negozio, loja, internet shop, shopping site, \
                merch store, dropshipping, direct to consumer brand
                """,
            signals: """
                sell, cart, shopping cart, checkout, product catalog, product page, sku, add to basket, shipping, \
                discount code, coupon, order online, buy online, product variant, wishlist, merchandise, selling, \
                handmade goods, sell my, sell our, returns, gift card, vender, verkaufen, vendre, subscription box, retail
                """,
            hints:
                "product, order, price, buy, customer, purchase, brand, size, colour, clothes, sneakers, candles, jewelry, soap, coffee beans"
        ),
        audience: "online shoppers",
        personas: [
            Persona(
                "Shopper among {who}", goal: "Find the right product and know the full price before paying",
                pain: "Shipping costs and delivery times show up at the last step"),
            Persona(
                "Shop owner", goal: "Keep the catalogue, stock and orders right with little work",
                pain: "Sells things that are no longer on the shelf"),
            Persona(
                "Packing helper", goal: "See what to pack next, and for whom",
                pain: "Orders arrive by mail, message and phone"),
        ],
        entities: [
            Entity(
                "product", ["Linen apron", "Oak serving board", "Beeswax candle", "Stoneware mug", "Wool throw"],
                [
                    .title("name"), .money("price"), .number("stock"), .choice("category", "new", "classic", "sale"),
                    .long("description"),
                ]),
            Entity(
                "order", ["Order 1007", "Order 1008", "Order 1009"],
                [
                    .title("number"), .email, .money("total"),
                    .choice("status", "paid", "packed", "shipped", "returned"), .date("placed on"),
                ]),
            Entity(
                "review", ["Even better than in the picture", "Lovely, but slow to arrive", "Bought a second one"],
                [
                    .title("headline"), .number("stars"), .long("text"), .date("written on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Product catalogue",
                "{Things} with pictures, prices, stock and category, to be searched and filtered by {who}.", .cards,
                of: "product", [.records, .search]),
            Feature(
                .must, "Cart and checkout",
                "A cart that survives a closed tab and a checkout with address, shipping cost and payment on one page.",
                .checkout, of: "order", [.payments]),
            Feature(
                .must, "Order desk",
                "New orders move from paid to packed to shipped, with the customer told at each step.", .board,
                of: "order", [.records, .notifications]),
            Feature(
                .should, "Stock control", "Stock falls with each order; what runs low is marked before it is sold out.",
                .table, of: "product", [.records]),
            Feature(
                .should, "Customer reviews", "Buyers rate what they received; the shop answers in public.", .thread,
                of: "review", [.reviews]),
            Feature(
                .should, "Sales report", "Revenue, best sellers and returns by week.", .summary, of: "order", [.reports]
            ),
            Feature(
                .nice, "Discount codes", "Codes with a period, a limit and the products they apply to.", .settings,
                [.payments]),
            Feature(
                .nice, "Wish list", "Shoppers keep products for later and are told when the price falls.", .cards,
                of: "product", [.notifications, .accounts]),
        ],
        constraints: [
            "Prices show tax and shipping before the last step",
            "Card data never touches the shop's own server: a payment provider's hosted fields (PCI DSS SAQ A)",
            "Stock is reserved in the same transaction that creates the order",
        ])
}
