extension ProjectPattern {
    static let music = ProjectPattern(
        id: "music",
        label: "Audio",
        promise: "listen, collect and publish sound without hunting for it",
        lexicon: Lexicon(
            names: """
                music, music app, music player, podcast, podcast app, podcast hosting, spotify for, spotify clone, \
                playlist, audio streaming, radio app, musica, musik, musique, audiobook, music streaming, band \
                website, music school songs, sheet music, audio player, soundcloud for, song sharing, dj app, \
                karaoke, setlists, setlist, chords, chord charts, metronome, practice log for musicians, instrument \
                tuner, guitar tuner, music practice log, band rehearsals, band manager, choir app, choir, orchestra \
                rehearsal, drum machine, synthesizer app, beat maker, music discovery, song requests, jukebox, \
                podcasts, audiobooks, internet radio, radio station, community radio, sound library, sample library, \
                sample packs, music theory, ear training, song book, songbook, lyrics app, concert diary, gig \
                booking for bands, music lessons marketplace, record label, royalties, vinyl, dj sets, dj, mixtape, \
                music videos, music collaboration, beats marketplace, local bands, jam sessions, chord library, \
                metronome for, ukulele, voice memos of tune, tune ideas, key and tempo, tunes, music notebook, song \
                ideas, songwriting, song writing, lyrics notebook, band practice, music school, piano practice, \
                guitar practice, drum practice, singing lessons, choir scores, podcast player, audio guide songs, \
                rhythm trainer
                """,
            signals: """
                song lyrics, instruments, singers, playlist for, composer, concerts i attended, piano students, \
                music practice, instrument practice, practise piano, song, album, artist, listen, playlists, \
                episode, band, musician, musicians, tracks, concert recordings, audio, podcasters, guitar, piano, \
                lyrics, record collection, beats, producers, sound, listeners, episodes, transcript, remix, gig, \
                rehearsal, recording, songwriters, melody, headphones, orchestra, my band, our band, bands, \
                cellists, violinists, pianists, guitarists, drummers, cello, violin, drums, trumpet, saxophone, \
                flute, banjo, keys and tempo, tempo, bpm, scales, sheet, scores for orchestra, tabs, backing tracks, \
                songs, albums, mp3, audio files, sound recordings, mixing, mastering, rehearsals, gigs, live music, \
                festival lineups, curate playlists, listening, hear, opera, jazz, hip hop, classical, folk tunes, \
                hymns, karaoke night, practise scales, practice routine for, sing, singing, stream independent \
                artists, independent artists, artists' albums, make playlists, albums and playlists, jazz standards, \
                standards, chords scroll, scroll along, practice jazz, practise guitar, practise the piano, learn \
                songs, songs we play, songs for, set list, sets, choir practice, choir members, sheet music for, \
                scores for, play by ear, sing along, tune my, tuner, compose, composing, sound effects, field \
                recordings, bird songs, concerts near, gigs near, festivals music, what song, name that tune, tune, \
                voice memos, chord, key and, beginners guitar, riffs, riff, hooks, melodies, harmony, verse, chorus, \
                songwriter, samples, loops, synth, synths, plugins audio, daw, mixes, mix, masters, ep, singles \
                songs, artists' music, musician's, orchestras, ensemble, quartet, choirs, conductor, soprano, \
                strings, brass, instrument, pianist, drum, bass, harp, accordion, bagpipes, organ, church music, \
                gospel, folk, punk, metal band, techno, opera singers, concerts attended, radio, stations, episodes \
                audio, sounds, cassette, records
                """,
            hints: """
                stream, library, share, follow, upload, player, download, genre, fans, queue, practice, log, share \
                songs, tag, key, memo, beginners
                """),
        audience: "listeners",
        personas: [
            Persona(
                "{One}", goal: "Find something good for this moment",
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
