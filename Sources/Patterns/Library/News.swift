extension ProjectPattern {
    static let news = ProjectPattern(
        id: "news",
        label: "News",
        promise: "follow what happens, from sources that can be trusted",
        lexicon: Lexicon(
            names: """
                news, news app, news aggregator, newspaper, news site, news reader, magazine, online magazine, rss \
                reader, noticias, nachrichten, actualites, hacker news, local news, newsroom, news portal, \
                headlines, journalism platform, news digest, council news, local council news, easy news, news in \
                easy language, news for kids, daily briefing, morning briefing, news summary, newsletter digest of \
                news, fact checking, fact checker, press review, press releases, community newspaper, school \
                newspaper, student newspaper, citizen journalism, investigative journalism, newsfeed, rss, rss \
                feeds, feed reader, read later, read it later, link aggregator, weather news, tech news, sports news \
                app, science news, good news, positive news, financial news, crypto news, political news, news \
                monitoring, media monitoring, e paper, science headlines, curated headlines, curated science, \
                headlines every morning, council decided, news for, morning headlines, daily headlines, weekly \
                digest, tech headlines, research digest, local headlines, news curated
                """,
            signals: """
                articles, journalist, reporters, breaking news, editors desk, press, feeds, sources, fact check, \
                daily digest, topics, news feed aggregator, current affairs, reader comments, paywall, editorial, \
                publisher, summaries of news, politics, sports news, bias, stories from, curated links, trending, \
                correspondents, misinformation, sources compared, compare sources, hate news, headline, news \
                stories, the news, latest stories, what happened today, what happened, happened today, world events, \
                daily summary, digest, council, council meetings, parliament, elections coverage, election news, \
                politicians, media bias, fake news, disinformation, propaganda, newspapers, magazines, reporters \
                publish, columnists, paywalled, editorial team, breaking, aggregator, aggregate articles, \
                aggregates, curated articles, journalism, beats, op ed, sports results news, regional, briefing, \
                news feed on, news on, news about, personalised news, personalized news, gazette, bulletin, village \
                news, town news, local paper, paper, stories about our town, daily news, weekly news, top stories, \
                world news, articles about, articles on, read the news, summarised news, news without, press \
                articles, journal articles digest, science journal, parliament votes, what the council, decisions of \
                the council, updates on, curated, council decide, town council decide, town council, decided this \
                week, decide this week, what happened in, happening in the world, happening in our town, current \
                events, events in the world, journalists, reporter, editors choose stories, stories of the day, \
                story of the day, of the day, read the, article, broadsheet, tabloid, chronicle, digests, brief, \
                summaries, summary of the day, trusted sources, unbiased, neutral, left and right, political, \
                elections, election, government, mayor, climate news, football news, transfer news, celebrity news, \
                gossip, weather reports, stock news, industry news, trade news, research papers digest, papers, \
                preprints, subscribe to topics
                """,
            hints: """
                read, daily, source, topic, category, feed, alert, summary, world, local, publish, easy language, \
                people who, today, science, morning, town, week, decide, every
                """),
        audience: "readers",
        personas: [
            Persona(
                "{One}", goal: "Know what matters in ten minutes",
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
