extension ProjectPattern {
    static let books = ProjectPattern(
        id: "collection",
        label: "Collection",
        promise: "keep a collection in order, lend it and find the next good one",
        lexicon: Lexicon(
            names: """
                book club, reading tracker, goodreads for, library system, library management, book tracker, collection manager, \
                collection tracker, collectors, book catalog, reading list, biblioteca, bucherei, coin collection, stamp collection, \
                trading cards, comic collection, reading app, library
                """,
            signals: """
                lend books, lent, books i lent, borrowed, \
                books, librarian, borrowers, reading, book reviews, isbn, novels, collector, collectibles, museum collection, \
                stamps, coins, comics, borrow books, libraries, wine collection, lego, action figures, antiques, reading challenge, book
                """,
            hints: "collection, catalog, rating, lend, wishlist, author, genre, shelf"),
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
