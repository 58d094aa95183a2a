extension ProjectPattern {
    static let music = ProjectPattern(
        id: "music",
        label: "Audio",
        promise: "listen, collect and publish sound without hunting for it",
        lexicon: Lexicon(
            names: """
                music, music app, music player, podcast, podcast app, podcast hosting, spotify for, spotify clone, playlist, \
                audio streaming, radio app, musica, musik, musique, audiobook, music streaming, band website, music school songs, \
                sheet music, audio player, soundcloud for, song sharing, dj app, karaoke
                """,
            signals: """
                song lyrics, instruments, singers, playlist for, composer, concerts i attended, \
                piano students, music practice, instrument practice, practise piano, \
                song, album, artist, listen, playlists, episode, band, musician, musicians, tracks, concert recordings, audio, \
                podcasters, guitar, piano, chords, lyrics, vinyl, record collection, beats, producers, sound, choir, dj, \
                listeners, episodes, transcript, remix, gig, rehearsal, recording, songwriters, melody, headphones, orchestra
                """,
            hints: "stream, library, share, follow, upload, player, download, genre, fans, queue"),
        audience: "listeners",
        personas: [
            Persona(
                "Listener among {who}", goal: "Find something good for this moment",
                pain: "Recommendations repeat themselves"),
            Persona(
                "Artist or host", goal: "Publish and see who listens",
                pain: "Large platforms pay late and explain nothing"),
            Persona("Collector", goal: "Keep order in a large library", pain: "Doubles and wrong titles everywhere"),
        ],
        entities: [
            Entity(
                "track", ["Low Tide", "Paper Lanterns", "Episode 12: The long way", "Northern Train"],
                [
                    .title("title"), .text("artist"), .number("minutes"), .choice("kind", "song", "episode", "reading"),
                    .date("released on"),
                ]),
            Entity(
                "playlist", ["Rainy Sunday", "Focus", "Road songs"],
                [
                    .title("name"), .number("tracks"), .choice("access", "private", "friends", "public"),
                    .long("description"),
                ]),
            Entity(
                "artist", ["The Quiet Cars", "Ana Ribeiro", "Studio Nord"],
                [
                    .title("name"), .text("place"), .link, .number("followers"),
                ]),
        ],
        features: [
            Feature(
                .must, "Library", "Everything that {who} listen to, by title, artist and kind.", .table, of: "track",
                [.records, .search]),
            Feature(.must, "Playlists", "Ordered lists, private or shared.", .cards, of: "playlist", [.sharing]),
            Feature(
                .must, "Releases", "What came out when, and what comes next.", .calendar, of: "track", [.scheduling]),
            Feature(.should, "Artist pages", "Who they are and what they published.", .cards, of: "artist", [.records]),
            Feature(.should, "Listening report", "Plays by track and week.", .summary, of: "track", [.reports]),
            Feature(.nice, "Comments", "Thoughts on a track or an episode.", .thread, of: "track", [.messaging]),
            Feature(
                .nice, "Support an artist", "A tip or a monthly amount, of which most arrives.", .checkout,
                of: "artist", [.payments]),
        ],
        constraints: [
            "Sound starts within one second on a mobile network",
            "Only titles whose rights are cleared are public",
        ])
}
