extension ProjectPattern {
    static let news = ProjectPattern(
        id: "news",
        label: "News",
        promise: "follow what happens, from sources that can be trusted",
        lexicon: Lexicon(
            names: """
                news, news app, news aggregator, newspaper, news site, news reader, magazine, online magazine, rss reader, \
                noticias, nachrichten, actualites, hacker news, local news, newsroom, news portal, headlines, journalism platform
                """,
            signals: """
                articles, journalist, reporters, breaking news, editors desk, press, feeds, sources, fact check, daily digest, \
                topics, news feed aggregator, current affairs, reader comments, paywall, editorial, publisher, summaries of news, \
                politics, sports news, bias, stories from, curated links, trending, correspondents, misinformation
                """,
            hints: "article, read, daily, source, topic, category, feed, alert, summary, world, local, publish"),
        audience: "readers",
        personas: [
            Persona(
                "Reader among {who}", goal: "Know what matters in ten minutes",
                pain: "The same story twelve times, and the reason nowhere"),
            Persona("Editor", goal: "Publish fast and correct openly", pain: "Corrections vanish without a trace"),
            Persona(
                "Reporter", goal: "Hand in from the road", pain: "The editing tool needs a desk and a large screen"),
        ],
        entities: [
            Entity(
                "article",
                [
                    "Council decides on new bridge", "Record summer for swimmers", "Library opens on Sundays",
                    "Small theatre, large plans",
                ],
                [
                    .title("headline"), .text("source"), .choice("section", "local", "world", "sport", "culture"),
                    .choice("status", "draft", "checked", "published"), .date("published on"), .long("summary"),
                ]),
            Entity(
                "source", ["City council minutes", "Harbour Gazette", "Weather service"],
                [
                    .title("name"), .link, .number("trust"), .flag("active"),
                ]),
            Entity(
                "comment", ["A view from the other bank", "Correction of the date", "More on this, please"],
                [
                    .title("headline"), .choice("status", "new", "shown", "hidden"), .date("written on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Front page", "The day's articles for {who}, by section and weight.", .cards, of: "article",
                [.records]),
            Feature(
                .must, "Editorial board", "From draft to checked to published.", .board, of: "article",
                [.administration]),
            Feature(
                .must, "Archive", "Every article, searched by word, section and date.", .table, of: "article", [.search]
            ),
            Feature(
                .should, "Sources", "Where news comes from, and how far it can be trusted.", .table, of: "source",
                [.records]),
            Feature(
                .should, "Topics and digests", "Topics to follow, and one mail a day.", .settings, [.notifications]),
            Feature(
                .should, "Reader comments", "A discussion that is looked after.", .thread, of: "comment", [.messaging]),
            Feature(.nice, "Reading report", "What is read, and for how long.", .summary, of: "article", [.reports]),
        ],
        constraints: [
            "Corrections stay visible with date and reason",
            "Articles are readable without an account and without tracking",
        ])
}
