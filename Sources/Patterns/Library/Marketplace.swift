extension ProjectPattern {
    static let marketplace = ProjectPattern(
        id: "marketplace",
        label: "Marketplace",
        promise: "bring sellers and buyers of {things} together and settle each deal safely",
        lexicon: Lexicon(
            names: """
                marketplace, two sided marketplace, two sided platform, peer to peer, classifieds, classified ads, etsy for, \
                ebay for, etsy clone, airbnb for, uber for, auction, auction site, marktplatz, mercado, place de marche, \
                buy and sell platform, rental platform, second hand, secondhand, vendor platform, multi vendor, craigslist
                """,
            signals: """
                match buyers, bring together, offer and find, find local, hire a, offer their services, \
                connect, make offers, list used, used instruments, want to buy, \
                buyers and sellers, sellers, vendor, listing, commission, escrow, bid, bidding, offer services, \
                connect freelancers, freelancers with clients, rent out, lend, borrow, hire local, local artisans, \
                connects suppliers, trade, swap, take a cut, find a tutor, find a plumber, gig, used goods, barter, \
                sharing economy, neighbours rent, connects makers, thrift, resale
                """,
            hints: "buyer, seller, sell, buy, rent, listing fee, local, handmade, providers, artisans, connects, match"),
        audience: "local sellers and buyers",
        personas: [
            Persona(
                "Seller among {who}", goal: "List something in two minutes and be paid on time",
                pain: "Other platforms take a large cut and answer late"),
            Persona(
                "Buyer", goal: "Find a trustworthy offer nearby", pain: "Cannot tell serious sellers from the rest"),
            Persona(
                "Marketplace operator", goal: "See disputes and fees at a glance",
                pain: "Settles quarrels by hand in long mail threads"),
        ],
        entities: [
            Entity(
                "listing",
                ["Hand-thrown tea set", "Touring bicycle, 56 cm", "Walnut side table", "Box of vinyl records"],
                [
                    .title("title"), .money("price"), .choice("condition", "new", "good", "used"),
                    .choice("status", "open", "reserved", "sold"), .long("description"),
                ]),
            Entity(
                "offer", ["Offer from Nadia", "Offer from Henrik", "Offer from Yuki"],
                [
                    .title("title"), .money("amount"), .choice("status", "open", "accepted", "declined"),
                    .date("sent on"),
                ]),
            Entity(
                "seller", ["Nadia Benali", "Henrik Sund", "Yuki Tanaka"],
                [
                    .title("name"), .email, .text("place"), .number("rating"), .flag("verified"),
                ]),
        ],
        features: [
            Feature(
                .must, "Listings",
                "Sellers publish {things} with pictures, price and condition; buyers search and filter them.", .cards,
                of: "listing", [.records, .search]),
            Feature(
                .must, "Offers and deals",
                "Buyers make an offer, sellers accept or decline, and both see where the deal stands.", .board,
                of: "offer", [.records, .messaging]),
            Feature(
                .must, "Seller profiles", "Verified identity, place and rating of each seller.", .table, of: "seller",
                [.accounts, .reviews]),
            Feature(
                .should, "Safe payment",
                "The buyer pays at once; the seller receives the money after the handover, less the commission.",
                .checkout, of: "offer", [.payments]),
            Feature(
                .should, "Messages", "Questions and answers beside the listing, without showing private addresses.",
                .thread, of: "offer", [.messaging]),
            Feature(
                .should, "Ratings", "Both sides rate the deal once it is closed.", .thread, of: "seller", [.reviews]),
            Feature(
                .nice, "Operator report", "Open deals, commission and disputes by week.", .summary, of: "offer",
                [.reports, .administration]),
            Feature(
                .nice, "Saved searches", "A message as soon as something fitting is listed.", .settings,
                [.notifications, .search]),
        ],
        constraints: [
            "Money is held by the payment provider, never by the marketplace (no payment licence needed)",
            "Commission is shown before a listing is published",
            "Each change of a deal is kept with time and person",
        ])
}
