extension ProjectPattern {
    static let marketplace = ProjectPattern(
        id: "marketplace",
        label: "Marketplace",
        promise: "trade {things} with people they can trust",
        lexicon: Lexicon(
            names: """
                marketplace, two sided marketplace, two sided platform, peer to peer, classifieds, classified ads, \
                auction, auction site, marktplatz, mercado, place de marche, buy and sell platform, rental platform, \
                second hand, secondhand, vendor platform, multi vendor, buy and sell, buyers and sellers, rent out, \
                hire out, lend each other, swap with, swapping, clothes swap, babysitters, babysitter, babysitting, \
                find a babysitter, find a cleaner, find a handyman, handyman, freelance marketplace, freelancers \
                marketplace, services marketplace, gig marketplace, farmers sell, surplus vegetables, surplus food, \
                share machinery, equipment rental, rent equipment, rent tools, rent clothes, dress rental, used \
                books, used clothes, used cars marketplace, second hand bikes, ticket resale, flea market, online \
                flea market, car boot, auctions, bidding platform, reverse auction, wholesale platform, b2b \
                marketplace, nft marketplace, domain marketplace, expert marketplace, consultants on demand, on \
                demand services, on demand, find local, tradespeople, tradesmen, connect farmers, connect buyers, \
                skill swap, time bank, house swap, book trading, escrow payments, trade in, garage sale, connect \
                private chefs, hire them for an evening, sell or pass them on, pass them on, hand me downs, second \
                hand clothes, used books between students, swap or sell, outgrow, hire chefs for, hire a chef, find \
                private, find tutors, tutors and students, cleaners and households, platform for buying, peer \
                rental, boat sharing, tool sharing, car sharing between neighbours, clothes rental, crafts \
                marketplace, art marketplace, farmers marketplace, service marketplace, local services, platform \
                connecting, connecting, platform that connects, platform to connect, matching platform, tutoring \
                marketplace, tutor marketplace, farm equipment rental, rental between, equipment rental between, \
                payouts
                """,
            signals: """
                match buyers, bring together, offer and find, hire a, offer their services, connect, make offers, \
                list used, used instruments, want to buy, sellers, vendor, listing, commission, escrow, bid, \
                bidding, offer services, connect freelancers, freelancers with clients, lend, borrow, hire local, \
                local artisans, connects suppliers, trade, swap, take a cut, find a tutor, find a plumber, gig, used \
                goods, barter, sharing economy, neighbours rent, connects makers, thrift, resale, sell surplus, sell \
                to restaurants, sellers list, sellers offer, people sell, neighbours, neighbors, neighbours lend, \
                rent their, rent your, rent from, from each other, to each other, offer hours, parents book and pay, \
                post an ad, post ads, place ads, make an offer, highest bidder, bids, both sides, platform fee, take \
                a percentage, trusted sellers, seller ratings, local sellers, local makers, providers list, \
                customers choose a provider, get quotes from, compare quotes, compare offers, find a nanny, find a \
                photographer, find a trainer, find a mechanic, hire a musician, hire freelancers, illustrators, hire \
                out their, exchange goods, exchange, give away, unwanted, pre owned, preloved, preowned, vintage, \
                antiques for sale, surplus, middleman, without a middleman, peers, share cars, share tools, storage \
                space, spare room, off a stranger, from a stranger, from strangers, hire a camera, hire from, rent \
                a, rent my, rent something, borrow a, borrow from, lend to, lend my, lend out, lends, for a small \
                fee, take commission, we take, take a cut of, local artisans list, list their, list handmade, \
                buyers, sellers and buyers, find someone to, find somebody to, find people to fix, someone to fix, \
                someone to mow, someone to clean, odd jobs, dog sitters and owners, connect dog, connects, connect x \
                with y, bring buyers, supply and demand, match supply, match teachers with, match tutors, tutors \
                offer, students find tutors, offer lessons, cooks offer, chefs offer, makers sell, artists sell, \
                designers sell, farmers offer, resell, trade games, swap toys, swap clothes, swap seeds, swap \
                plants, swap houses, exchange skills, garden sheds to rent, spare parking, spare rooms, private \
                chefs, hire them for, families who want to hire, want to hire, who want to, who need, people who \
                need, with people who, outgrown, pass on, passed on, sell or, sell their old, sell old, old clothes, \
                old books, used, unused, sell used, trade with, swaps, swap or, offer their, offers, offer, \
                offering, services offered, provider, providers, request a quote, quotes from several, bids from, \
                bidders, highest bid, rent out their, rent it out, between neighbours, between strangers, between \
                students, between parents, between farmers, from neighbours, owners rent, owners list, boat owners, \
                tool owners, renters, borrowers and lenders, lenders, deposits and ratings, ratings on both sides, \
                both parties, fee per, take ten percent, percent, middlemen, directly from, direct from farmers, \
                direct from makers, supply, demand, suppliers and buyers, wholesale buyers, match, payout, tutors \
                with learners, with reviews and payouts, between neighbouring, earn from lending
                """,
            hints: """
                buyer, seller, sell, buy, rent, listing fee, local, handmade, artisans, neighbour, farmers, tools, \
                hours, book and pay, freelance, evening, private, skis, year, pass
                """),
        audience: "local sellers and buyers",
        personas: [
            Persona(
                "Seller", goal: "List something in two minutes and be paid on time",
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
