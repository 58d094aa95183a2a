extension ProjectPattern {
    static let game = ProjectPattern(
        id: "game",
        label: "Game",
        promise: "play a round, compare scores and come back tomorrow",
        lexicon: Lexicon(
            names: """
                game, video game, browser game, mobile game, multiplayer game, board game, puzzle game, trivia game, \
                chess, card game, juego, spiel, jeu, word game, leaderboard game, tic tac toe, sudoku, rpg, arcade, \
                game engine, text adventure, escape room, platformer, wordle, snake game, dungeon, esports, games
                """,
            signals: """
                player, players, score, leaderboard, high score, level up, multiplayer, trivia, puzzle, quest, enemies, \
                play against, matchmaking, tournament, achievements, turn based, characters, gameplay, guess, riddles, \
                poker, dice, crossword, gaming, gamers, inventory of weapons, battle, fantasy league, lobby, dungeons and dragons, \
                game night, co op, opponents, tetris, boss
                """,
            hints: "play, points, level, friends, challenge, fun, win, round, timer, rank, compete"),
        audience: "players",
        personas: [
            Persona(
                "Player among {who}", goal: "A good round in five minutes",
                pain: "Long tutorials and forced advertisements"),
            Persona(
                "Competitive player", goal: "Fair opponents and an honest ranking",
                pain: "Cheated scores on top of the list"),
            Persona("Game designer", goal: "See where players give up", pain: "Changes rules by feeling"),
        ],
        entities: [
            Entity(
                "player", ["Falcon", "Mossy", "Nine Lives", "Captain Ada"],
                [
                    .title("nickname"), .number("points"), .choice("league", "bronze", "silver", "gold"),
                    .date("last played on"),
                ]),
            Entity(
                "match", ["Falcon against Mossy", "Evening cup, final", "Practice round"],
                [
                    .title("title"), .choice("status", "waiting", "playing", "finished"), .number("rounds"),
                    .date("played on"),
                ]),
            Entity(
                "level", ["The old mill", "Foggy harbour", "Glass tower"],
                [
                    .title("name"), .number("position"), .choice("difficulty", "easy", "medium", "hard"),
                    .flag("unlocked"),
                ]),
        ],
        features: [
            Feature(
                .must, "Matches", "{Who} open, join and finish matches; a broken connection can return.", .board,
                of: "match", [.gamification]),
            Feature(
                .must, "Levels", "Levels in rising difficulty, unlocked by playing.", .cards, of: "level",
                [.gamification]),
            Feature(
                .must, "Leaderboard", "Points and leagues, checked by the server.", .table, of: "player",
                [.reports, .gamification]),
            Feature(
                .should, "Player profiles", "Nickname, points and best matches.", .cards, of: "player", [.accounts]),
            Feature(.should, "Tournament dates", "Cups and rounds by day.", .calendar, of: "match", [.scheduling]),
            Feature(
                .nice, "Lobby talk", "Words before and after the match, with a filter.", .thread, of: "match",
                [.messaging]),
            Feature(
                .nice, "Play statistics", "Rounds, length and where players stop.", .summary, of: "match", [.reports]),
        ],
        constraints: [
            "The server decides moves and scores; the client only shows them",
            "60 frames per second on a three-year-old phone",
        ])
}
