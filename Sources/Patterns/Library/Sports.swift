extension ProjectPattern {
    static let sports = ProjectPattern(
        id: "sports",
        label: "Club",
        promise: "organise teams, fixtures and results without a phone chain",
        lexicon: Lexicon(
            names: """
                sports league, sports club, league management, team management for sports, soccer team, football \
                club, tournament organizer, sports team, club management, basketball league, membership management, \
                tennis club, score keeping, golf, deportivo, verein, rowing club, cricket, hockey team, youth \
                sports, pickup games, football team, under 12 football, under 12, youth football, youth team, junior \
                team, kids team, soccer, soccer club, soccer league, padel, padel league, tennis, tennis league, \
                tennis ladder, table tennis, ping pong, badminton, squash ladder, volleyball, volleyball team, \
                handball, rugby, rugby club, hockey, ice hockey, basketball, baseball, softball, cricket club, \
                cricket scores, golf scores, golf club, swim club, swimming club, athletics club, cycling club, \
                rowing, sailing club, regatta, judo, karate club, martial arts club, fencing, darts league, bowling \
                league, pool league, chess club league, tournament brackets, tournament bracket, brackets, knockout \
                tournament, tournament, tournaments, league table, league tables, results and standings, match \
                reports, match results, referee, referees app, referee assignments, pick up football, five a side, 5 \
                a side, kickabout, sunday league, team lineup, line ups, team manager, coach app, coaching, club \
                members, club app, sports day, sports facilities, ski club, climbing club, surf club, olympics, \
                stadium, predictions league, football, ultimate frisbee, roller derby, esports league, track our \
                darts, darts, club website with teams, teams and trainings, football club website, sports club \
                website, trainings, club trainings, bowls, boules, petanque, curling, ski racing, running club, \
                tennis club courts and teams, youth club sports, referee schedule, league manager, match day, chess \
                league, quidditch, netball, lacrosse, polo, water polo, triathlon club
                """,
            signals: """
                league, fixtures, matches, referees, coaches, standings, season, line up, teammates, scores, \
                training times, pitch, sailing, membership fees, who plays, plays on saturday, who plays on \
                saturday, lifts to matches, results, leagues, ladder, rankings, seeds, draws, fixture list, \
                matchday, training attendance, training on tuesday, team sheet, substitutes, goals scored, scorers, \
                scoring, scoreboard live, half time, penalties, umpire, umpires, trainers of youth, players attend, \
                available players, availability of players, jersey, kit, pitch booking, sports, sporting, sport, \
                athletes club, club fees, clubhouse, our club, club, season tickets, playoffs, championship, cup, \
                medals, race results, personal bests club, handicap, tee times, get enough people for, enough people \
                for, five a side every, every thursday football, thursday football, who's in on, player stats, \
                player statistics, stats for an amateur, amateur league, amateur hockey, amateur football, local \
                league, results of, results and, scores of, track scores, score sheet, keep score, scoring app, my \
                son's team, my daughter's team, kids' team, team of girls, coach of, coaches plan, training sessions \
                for, training sessions, drills, line up for, who starts, starting eleven, games against, next game, \
                next match, home and away, rounds, group stage, winners, relay, runners club results, sailing race, \
                race, races, race timing, timing, bowls club, bowling, archery, shooting club, gymnastics, dance \
                club, members of our club, tennis partners, find players, find a tennis partner, opponents for, \
                trainings and membership, teams, team, championships, trophy, match, game results, games results, \
                result, score, table of the league, fixture, seasons, final, semi final, players, player, \
                goalkeeper, goalkeepers, striker, captain, captains, coach, trainer, trainers, lineup, lineups, \
                squad, squads, goals, assists, points table, wins and losses, home games, away games, away, pitches, \
                court times, halls, training, practice times, members, membership, membership cards, fees, clubs, \
                association, federation, sporty, athletes, athlete, athletics, swimmers, rowers, sailors, riders, \
                fencers, wrestlers, boxers, fans of a club, supporters, season ticket
                """,
            hints: """
                member, schedule, saturday, lifts, bracket, track, website, our
                """),
        audience: "sports clubs",
        personas: [
            Persona(
                "Player", goal: "Know when and where, and say who comes",
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
