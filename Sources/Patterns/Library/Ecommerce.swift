extension ProjectPattern {
    static let ecommerce = ProjectPattern(
        id: "ecommerce",
        label: "Shop",
        promise: "find, buy and receive {things} without surprises",
        lexicon: Lexicon(
            names: """
                ecommerce, e commerce, online shop, online store, web shop, webshop, shop, store, storefront, \
                boutique, tienda, tienda online, onlineshop, boutique en ligne, negozio, loja, internet shop, \
                shopping site, merch store, dropshipping, direct to consumer brand, web store, online boutique, sell \
                online, sell my own, sell our own, online sales, online orders, order form for, preorder, buy \
                refurbished, product shop, sell handmade, farm shop online, bookshop, bookstore, flower shop, gift \
                shop, subscription boxes, t shirt shop, wine shop, shop for, e shop, e store, digital downloads \
                shop, sell my art, print on demand, spare parts shop, outlet, retailer, retail shop, marketing and \
                selling, order bags of, order bags, order from our page, sell refurbished, refurbished espresso \
                machines, worldwide shipping, order bags of it, buy online, pre order, b2c, fashion brand, sell \
                shoes, sell coffee, sell cosmetics, sell art prints, online pharmacy, online supermarket, grocery \
                shop online, marketplace free shop
                """,
            signals: """
                sell, cart, shopping cart, checkout, product catalog, product page, sku, add to basket, shipping, \
                discount code, coupon, order online, product variant, wishlist, merchandise, selling, handmade \
                goods, sell my, sell our, returns, gift card, vender, verkaufen, vendre, subscription box, retail, \
                sell them, sell them myself, sell it, sells, order and pay, customers order, order bottles, pay by \
                card, buy from us, buy directly, buyers order, buy gift, sell jewellery, sell clothes, sell cakes \
                online, sell prints, sell plants, sell wine, sell tickets and merch, products, our products, product \
                photos, catalogue of products, stock and orders, dispatch orders, postage, refurbished, warranty, \
                sizes and colours, sizes, basket, bestsellers, discount, sale price, zapatos, ropa, hechos a mano, \
                schuhe, kaufen, acheter, scarves, t shirts, shoes, dresses, furniture, cosmetics, perfume, tea, \
                honey, cheese, chocolate, crafts, toys, gifts, posters, treats, knitwear, ceramics, pottery, bags, \
                bikes for sale, flowers delivered, supplements, sex toys, vapes, have it posted, buy a box, buy from \
                me, people to buy, be able to buy, able to buy, can buy, buy my, order my, order our, sells through \
                the web, on the internet, selling my, selling our, sell home made, handmade mugs, soaps, candles, \
                jams, jewellery, gift boxes, hampers, brownies, posted to, ship to, ships to, returns and gift \
                cards, pay with paypal, click and collect, orders and shipping, customers buy, stockist, our brand, \
                designer clothes, spare parts online, second website to sell, roast coffee, coffee bags, from our \
                page, from our site, from our website, through our website, order through, folks to be able to \
                order, want to sell, want to buy from us, i make and sell, make and sell, i sew and sell, i paint \
                and sell, products online, shop window, shopping, shoppers, purchase, purchases, buying, pay online, \
                stripe checkout, payment and shipping, packages sent, parcel shipping, gift wrapping, bundles, \
                product reviews, upsells, abandoned cart, out of stock online, inventory of products for sale, \
                seasonal sales, black friday, price tags, size chart, try on, custom made, made to order, \
                personalised gifts, engraved, print on shirts, merch, fans buy, vinyl shop, plants shop, wine \
                merchant, beer shop, butcher, cheese shop, deli, garden centre, pet shop online, toy shop, second \
                hand shop of ours
                """,
            hints: """
                product, order, price, buy, customer, brand, size, colour, clothes, sneakers, jewelry, soap, coffee \
                beans, winery, iphones, myself, pay, card, knit, vegan, handmade, ship, roast, coffee, machine, \
                posted, worldwide, folks, sew
                """),
        audience: "online shoppers",
        personas: [
            Persona(
                "Shopper", goal: "Find the right product and know the full price before paying",
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
