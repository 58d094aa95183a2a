extension ProjectPattern {
    static let game = ProjectPattern(
        id: "game",
        label: "Game",
        promise: "play a round, compare scores and come back tomorrow",
        lexicon: Lexicon(
            names: """
                game, video game, browser game, mobile game, multiplayer game, board game, puzzle game, trivia game, \
                chess, card game, juego, spiel, jeu, word game, leaderboard game, tic tac toe, sudoku, rpg, arcade, \
                game engine, text adventure, escape room, platformer, wordle, snake game, dungeon, esports, games, \
                tower defence, tower defense, trivia night, pub quiz, quiz night, card battle, idle game, clicker \
                game, racing game, strategy game, memory game, maths game, geography game, party game, drinking \
                game, role playing game, dungeon crawler, visual novel, text based game, fantasy football, fantasy \
                sports, bingo, hangman, minesweeper, solitaire, crosswords, brain teasers, murder mystery, scavenger \
                hunt, treasure hunt, simulator game, battleship, snake, pong, checkers, backgammon, go game, \
                mahjong, jigsaw puzzle, chess puzzles, chess app, guessing game, drawing game, rhythm game, virtual \
                pet, city builder, space shooter, zombie, roguelike, mmorpg, gaming platform, game jam, geocaching, \
                in the terminal game, terminal game, geography guessing, guessing with pictures, guessing, guess \
                where, guess the place, flag quiz, street pictures guessing, pub game, spelling bee game, hunting \
                game, virtual world, tamagotchi, space game, physics game, platform game
                """,
            signals: """
                player, players, score, leaderboard, high score, level up, multiplayer, trivia, puzzle, quest, \
                enemies, play against, matchmaking, tournament, achievements, turn based, characters, gameplay, \
                guess, riddles, poker, dice, crossword, gaming, gamers, inventory of weapons, battle, fantasy \
                league, lobby, dungeons and dragons, game night, co op, opponents, tetris, boss, enemies are, waves \
                of enemies, monsters, dragons, wizards, aliens, loot, power ups, lives, respawn, spaceship, chess \
                openings, pieces, moves, daily puzzle, puzzles, guess the, in the browser, multi player, two \
                players, play with friends, play online, play together, players compete, teams compete, points and \
                levels, dice rolls, character sheets, campaign for players, dungeon master, cards deck, deck \
                building, sprites, pixel art, levels, scoreboard, quizmaster, virtual coins, unlock, missions, \
                quests, maze, avatars, boss fights, ping pong scores, kids play, hide and seek, tag game, catch each \
                other, daily challenges and a leaderboard, guess the word, solve, solve puzzles, riddle, quiz \
                against, compete against friends, play against each other, against friends, with friends and score, \
                win points, lives and levels, jump and run, shoot, shooter, fight, build a city, survive, spells, \
                heroes, cards, board games online, family game, game for kids, game for children, party, drinking, \
                charades, pictionary, guess songs, guess flags, flags, countries quiz game, rogue, dungeons, street \
                pictures, where is this, level, high scores, points per round, rounds, round based, turn, turns, \
                board, pawns, checkmate, openings quiz, logic puzzles, escape, rooms to escape, clue, clues, \
                detective, mystery, murder, treasure, pirates, knights, castle, magic, war, battles, armies, \
                soldiers game, racing, race cars game, cars racing, football manager game, tycoon, simulation, farm \
                game, cooking game, story game, choose your own adventure, adventure, narrative game, single player, \
                solo player, couch, console, joystick, controller game, vr, ar game, augmented reality game, play, \
                playing, plays, fun for kids, winner, winners, win, lose, losing, cheat, bots to play against, play \
                against the computer, ranked, elo, season pass, skins
                """,
            hints: """
                points, friends, challenge, fun, round, timer, rank, compete, browser, night, enemy, bugs, tower, \
                terminal, street, pictures, geography, hide, seek, rule
                """),
        audience: "players",
        personas: [
            Persona(
                "{One}", goal: "A good round in five minutes",
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
