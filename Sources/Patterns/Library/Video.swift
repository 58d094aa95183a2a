extension ProjectPattern {
    static let video = ProjectPattern(
        id: "video",
        label: "Video",
        promise: "publish, find and watch videos worth the time",
        lexicon: Lexicon(
            names: """
                video, video streaming, video platform, youtube clone, youtube for, netflix for, netflix clone, \
                movie app, movie tracker, film database, live streaming, twitch for, video sharing, streaming \
                service, film, video hosting, movies, tv show tracker, anime, record screen, screen recorder, screen \
                recording, screen capture, screencast, trim videos, trim it and send, video editor, video editing, \
                video message, video messages, video blog, vlog, live stream, live streams, live streaming for, \
                stream live, stream services, church livestream, webcam, video library, video archive, video on \
                demand, vod, video course hosting, short films, film festival, film club, cinema app, cinema \
                programme, what to watch, watch together, watch party, watch list, movie night, movie \
                recommendations, series tracker, tv series, tv guide, film reviews, movie reviews, video review, \
                video feedback, video annotations, clip sharing, highlight clips, sports highlights, subtitle \
                editor, subtitles, animation studio, video interviews, video diary, family videos, video ads, \
                youtubers, streamers, course videos, videos with chapters, streamed to subscribers, what to watch \
                tonight, watch tonight, tell me what to watch, film recommendations, series recommendations, \
                streaming for, video portal, video streaming for, church streaming, clip library, film diary, video \
                game clips, annotate, video annotation, match footage, game footage, video analysis
                """,
            signals: """
                watch, films, watchlist, clips, channels subscribe, cinema, episodes watched, movie, videos, tv \
                shows, short videos, filmmakers, documentaries, trailers, directors, screening, actors, binge, \
                record, trim, recording, screen, stream, streams, livestream, live broadcast, broadcast, broadcasts, \
                watching, viewers, views, series, episodes, season episodes, documentary, actors in films, trailer, \
                footage, camera footage, upload videos, videos of, tutorial videos, how to videos, woodworkers \
                videos, comments on video, chapters, frames, 4k, playback, channel subscribers, netflix, film \
                students, upload shorts, shorts, films we want to watch, want to watch, movies i want, to watch \
                together, watched, seen films, films i have seen, movies i've seen, series i watch, shows i watch, \
                tv, episode, next episode, streaming services, where to stream, stream our, stream the, stream \
                games, live from, broadcast our, videos with comments, video lessons library, video clips, cut \
                videos, edit videos, edit clips, record my screen, record myself, video replies, video answers, \
                dashcam, drone videos, wedding videos, surf videos, skate videos, cooking videos, share videos, \
                upload their videos, chapters and bookmarks, streamed, streamed to, streaming, livestreams, \
                broadcasting, to watch, tonight, cinemas, screenings, shows to watch, television, seasons, cartoon, \
                cartoons, clip, recordings, recorded talks, recorder, screencasts, camera video, cameraman, editing, \
                edit video, cut, captions, dubbing, voice over, thumbnails, channels, channel, subscribers, \
                subscribe, viewer, youtube, vlogs, vloggers, influencer videos, director, scenes, script for film, \
                storyboard, storyboards, reels, critics film, film buffs, movie buffs, cinephiles, annotate \
                football, annotated clips, analyse footage
                """,
            hints: """
                player, recommend, rating, comment, upload, link, churches, church, woodworkers, bookmarks, course
                """),
        audience: "viewers",
        personas: [
            Persona("{One}", goal: "Find something worth an hour", pain: "Searches longer than watching"),
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
