extension ProjectPattern {
    static let books = ProjectPattern(
        id: "collection",
        label: "Collection",
        promise: "keep a collection in order, lend it and find the next good one",
        lexicon: Lexicon(
            names: """
                book club, reading tracker, goodreads for, library system, library management, book tracker, \
                collection manager, collection tracker, collectors, book catalog, reading list, biblioteca, \
                bucherei, coin collection, stamp collection, trading cards, comic collection, reading app, library, \
                reading group, book lending, personal library, home library, record collection catalogue, vinyl \
                collection, lego collection, watch collection, sneaker collection, card collection, plant collection \
                catalogue, museum catalogue, mineral collection, school library, board game collection, movie \
                collection, toy library, book exchange, book swap, board games i own, whisky shelf, my collection \
                of, games i own, things i collect, index of my, cookbooks i own, my cookbooks, index of my books
                """,
            signals: """
                lend books, lent, books i lent, borrowed, books, librarian, borrowers, reading, book reviews, isbn, \
                novels, collector, collectibles, museum collection, stamps, coins, comics, borrow books, libraries, \
                wine collection, lego, action figures, antiques, reading challenge, book, who borrowed, borrowed \
                which, books i own, what we read, read next, picks next, covers, to read list, reading log, \
                bookworm, bookshelf, currently reading, finished books, pages read, editions, first editions, \
                collect, catalogue my, catalog my, collectible, rare, comic books, manga, philately, numismatic, \
                figurines, vintage toys, mint condition, hardcover, paperback, ebooks, overdue, library card, loans \
                of books, log what they own, what i own, what they are missing, missing from my collection, swap \
                duplicates, duplicates, complete the set, what i have read, books i've read, books read, who has my \
                books, lent to friends, lend to friends, borrowed them, vinyl records collection, collections, \
                figurine, shells, fossils, minerals, whisky bottles collection, perfumes i own, sneakers i own, i \
                own, own, tasting scores, plays logged, shelf, whiskies, wines i own, records i own, lego sets, \
                trains, model trains, miniatures, postcards collection, watches, guitars i own, cameras i own, \
                knives, autographs, medals, banknotes, posters collection, first edition, signed copies, library \
                books, school books, book loans, borrower, return books, reading goals, pages a day, genres, authors \
                i read, wish list, wishlist of books, catalogue, cataloguing, value of my collection, worth, my \
                books, my library, index of
                """,
            hints: """
                collection, catalog, rating, lend, wishlist, author, genre, read, cover, series, scores, missing, \
                owned, set
                """),
        audience: "collectors and readers",
        personas: [
            Persona("{One}", goal: "Know what is there and where it stands", pain: "Buys the same volume twice"),
            Persona("Borrower", goal: "See what can be borrowed, and until when", pain: "Forgets the date"),
            Persona("Keeper", goal: "Get things back in good state", pain: "Lending on slips of paper"),
        ],
        entities: [
            Entity(
                "item", ["The Salt Path", "Atlas of Islands", "First edition, 1932", "Collected letters"],
                [
                    .title("title"), .text("author"), .number("year"), .choice("status", "here", "lent", "wanted"),
                    .number("rating"),
                ]),
            Entity(
                "loan", ["Atlas, to Vera", "Letters, to the school", "Salt Path, to Ole"],
                [
                    .title("title"), .email, .date("due on"), .choice("status", "out", "back", "late"),
                ]),
            Entity(
                "note", ["Read in one night", "Compare with the second edition", "Page 40 is torn"],
                [
                    .title("headline"), .long("text"), .date("written on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Catalogue", "Everything that {who} own or want, by title, author and state.", .cards,
                of: "item", [.records, .search]),
            Feature(.must, "Loans", "What is out, with whom and until when.", .table, of: "loan", [.records]),
            Feature(
                .must, "Due dates", "Returns by day, with a friendly reminder.", .calendar, of: "loan",
                [.scheduling, .notifications]),
            Feature(.should, "Reading board", "Here, lent and wanted.", .board, of: "item", [.records]),
            Feature(
                .should, "Notes and ratings", "Thoughts that belong to one piece.", .thread, of: "note", [.reviews]),
            Feature(.nice, "Collection figures", "Pieces by state and year.", .summary, of: "item", [.reports]),
            Feature(.nice, "Import", "A list or scanned codes become entries.", .settings, [.files]),
        ],
        constraints: [
            "The catalogue is searchable without a connection",
            "Borrowers' names are deleted after the return",
        ])
}
