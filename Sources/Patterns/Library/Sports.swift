extension ProjectPattern {
    static let sports = ProjectPattern(
        id: "sports",
        label: "Club",
        promise: "organise teams, fixtures and results without a phone chain",
        lexicon: Lexicon(
            names: """
                sports league, sports club, league management, team management for sports, soccer team, football club, \
                tournament organizer, sports team, club management, basketball league, membership management, tennis club, \
                score keeping, golf, deportivo, verein, rowing club, cricket, hockey team, youth sports, pickup games
                """,
            signals: """
                league, fixtures, soccer, basketball, matches, referees, coaches, standings, football, season, line up, \
                club members, volleyball, teammates, scores, training times, pitch, tournaments, softball, sailing, baseball, membership fees
                """,
            hints: "team, club, match, member, result, coach, season, schedule"),
        audience: "sports clubs",
        personas: [
            Persona(
                "Player in {who}", goal: "Know when and where, and say who comes",
                pain: "A chat with 80 unread messages"),
            Persona("Coach", goal: "Plan with those who really come", pain: "Half a team on Saturday"),
            Persona(
                "Club office", goal: "Members, fees and results in order",
                pain: "A spreadsheet that one person understands"),
        ],
        entities: [
            Entity(
                "fixture", ["Harbour FC against Rovers", "Cup, first round", "Friendly with the neighbours"],
                [
                    .title("title"), .date("played on"), .text("place"), .text("result"),
                    .choice("status", "planned", "played", "moved"),
                ]),
            Entity(
                "member", ["Anders Dahl", "Lea Simon", "Tunde Ade", "Kim Soo"],
                [
                    .title("name"), .email, .choice("team", "first", "second", "youth"), .flag("fee paid"),
                ]),
            Entity(
                "training", ["Tuesday technique", "Thursday fitness", "Goalkeepers"],
                [
                    .title("title"), .date("takes place on"), .number("players"),
                    .choice("status", "planned", "held", "cancelled"),
                ]),
        ],
        features: [
            Feature(
                .must, "Fixtures", "Matches of {who} by day, with place and result.", .calendar, of: "fixture",
                [.scheduling]),
            Feature(.must, "Members", "Teams, contacts and fees.", .table, of: "member", [.records, .search]),
            Feature(.must, "Training", "Who comes, who cannot.", .board, of: "training", [.notifications]),
            Feature(.should, "Results", "Played, moved and coming matches.", .cards, of: "fixture", [.records]),
            Feature(.should, "Club talk", "News and answers by match.", .thread, of: "fixture", [.messaging]),
            Feature(.nice, "Fees", "Yearly fees, paid online.", .checkout, of: "member", [.payments]),
            Feature(.nice, "Season figures", "Attendance and results.", .summary, of: "training", [.reports]),
        ],
        constraints: [
            "Data of minors is seen by their coaches and parents only",
            "A moved match reaches every player within a minute",
        ])
}
