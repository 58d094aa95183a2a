extension ProjectPattern {
    static let video = ProjectPattern(
        id: "video",
        label: "Video",
        promise: "publish, find and watch videos worth the time",
        lexicon: Lexicon(
            names: """
                video, video streaming, video platform, youtube clone, youtube for, netflix for, netflix clone, movie app, \
                movie tracker, film database, live streaming, twitch for, video sharing, streaming service, film, video hosting, movies, tv show tracker, anime
                """,
            signals: """
                watch, films, watchlist, stream live, clips, channels subscribe, cinema, episodes watched, movie, videos, \
                tv shows, streamers, short videos, filmmakers, documentaries, subtitles, trailers, directors, screening, actors, binge
                """,
            hints: "stream, channel, subscribe, player, recommend, rating, comment, upload, series"),
        audience: "viewers",
        personas: [
            Persona("Viewer among {who}", goal: "Find something worth an hour", pain: "Searches longer than watching"),
            Persona("Creator", goal: "Publish without technical detours", pain: "Conversion fails without a reason"),
            Persona("Curator", goal: "Build series that belong together", pain: "Lists that nobody finds"),
        ],
        entities: [
            Entity(
                "video",
                ["How a bridge is built", "Night market in Tainan", "Bread in four steps", "Interview with a luthier"],
                [
                    .title("title"), .number("minutes"), .choice("status", "processing", "published", "hidden"),
                    .date("published on"), .long("description"),
                ]),
            Entity(
                "series", ["Made by hand", "Cities at night", "Short talks"],
                [
                    .title("name"), .number("videos"), .choice("access", "public", "members", "private"),
                ]),
            Entity(
                "comment", ["At minute four it gets great", "Which wood is that?", "More of these"],
                [
                    .title("headline"), .date("written on"), .flag("shown"),
                ]),
        ],
        features: [
            Feature(
                .must, "Video catalogue", "Videos for {who} by subject and length.", .cards, of: "video",
                [.records, .search]),
            Feature(.must, "Series", "Videos that belong together, in order.", .table, of: "series", [.records]),
            Feature(
                .must, "Publishing board", "From processing to published, with clear errors.", .board, of: "video",
                [.files]),
            Feature(.should, "Release calendar", "What appears when.", .calendar, of: "video", [.scheduling]),
            Feature(.should, "Comments", "A discussion under each video.", .thread, of: "comment", [.messaging]),
            Feature(.nice, "Watch report", "Minutes seen, and where viewers leave.", .summary, of: "video", [.reports]),
            Feature(
                .nice, "Membership", "Some series for members, paid monthly.", .checkout, of: "series", [.payments]),
        ],
        constraints: [
            "Playback starts within two seconds and adapts to the connection",
            "Every video has subtitles or a transcript",
        ])
}
