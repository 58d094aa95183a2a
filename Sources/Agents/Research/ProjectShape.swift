import Patterns

/// What sort of program an idea asks for: pages in a browser or an app with screens, unless its words say otherwise.
enum ProjectShape: String, Sendable, CaseIterable {
    case pages, commandLine, firmware, bot, browserExtension, game, desktop, dataPipeline, library

    /// "a command line tool".
    var phrase: String {
        switch self {
        case .pages: "an app with pages"
        case .commandLine: "a command line tool"
        case .firmware: "firmware"
        case .bot: "a bot"
        case .browserExtension: "an extension"
        case .game: "a game"
        case .desktop: "a desktop program"
        case .dataPipeline: "a program that works through data"
        case .library: "a library or a tool for programmers"
        }
    }

    /// What such a program is often written in, where the idea names nothing.
    var usualStack: [String] {
        switch self {
        case .pages: ["Next.js", "React", "TypeScript"]
        case .commandLine: ["Python"]
        case .firmware: ["C++", "PlatformIO"]
        case .bot: ["TypeScript", "Node.js"]
        case .browserExtension: ["TypeScript", "WebExtensions"]
        case .game: ["Godot"]
        case .desktop: ["Tauri", "TypeScript"]
        case .dataPipeline: ["Python"]
        case .library: ["TypeScript"]
        }
    }

    init(_ idea: String, technologies: [String] = []) {
        let words = Words.split(idea, limit: IdeaReading.longestRead)
        let line = SpokenLine(words: words)
        for (shape, phrases) in Self.signs where phrases.contains(where: line.says) {
            self = shape
            return
        }
        if let named = Self.named(at: words) {
            self = named
            return
        }
        for technology in technologies {
            if let shape = Self.byTechnology[CodeStack.plain(technology)] {
                self = shape
                return
            }
        }
        self = .pages
    }

    /// What ends the first noun phrase, "a sheep counting **game** for …", or names a board after "for" or "on".
    private static func named(at words: [String]) -> ProjectShape? {
        let boards: Set<String> = [
            "esp32", "esp8266", "arduino", "microcontroller", "stm32", "pico", "microbit", "attiny",
        ]
        for (index, word) in words.enumerated() where boards.contains(word) {
            let before = words[max(0, index - 3)..<index]
            if !before.filter({ ["for", "on", "program", "code", "flash"].contains($0) }).isEmpty,
                !before.contains("from")
            {
                return .firmware
            }
        }
        let head = words.prefix(8).prefix { !IdeaVocabulary.boundaries.contains($0) && !["for"].contains($0) }
        switch head.last {
        case "game", "platformer", "roguelike", "shooter", "tetris", "sokoban", "minesweeper", "solitaire": return .game
        case "bot": return .bot
        case "firmware", "bootloader", "rtos": return .firmware
        case "cli", "script", "daemon", "tui": return .commandLine
        case "extension", "addon", "plugin": return .browserExtension
        case "compiler", "interpreter", "emulator", "parser", "sdk", "crate", "linter", "debugger", "driver", "kernel",
            "disassembler":
            return .library
        case "scraper", "crawler", "etl": return .dataPipeline
        default: return nil
        }
    }

    private static let signs: [(ProjectShape, [String])] = [
        (
            .firmware, ["firmware", "embedded software", "device driver", "bootloader"]
        ),
        (
            .bot,
            [
                "discord bot", "telegram bot", "slack bot", "twitch bot", "whatsapp bot", "irc bot", "reddit bot",
                "matrix bot",
                "mastodon bot", "twitter bot", "bot for discord", "bot for telegram", "bot for slack", "bot for twitch",
                "bot on discord", "bot in discord", "bot for our discord", "bot for my discord", "trading bot",
                "teams bot",
            ]
        ),
        (
            .browserExtension,
            [
                "browser extension", "chrome extension", "firefox extension", "safari extension", "edge extension",
                "browser addon",
                "firefox addon", "browser add on", "firefox add on", "browser plugin", "chrome plugin",
                "extension for chrome",
                "extension for firefox", "vscode extension", "vs code extension", "extension for vs code",
                "figma plugin",
                "wordpress plugin", "obsidian plugin", "neovim plugin", "vim plugin", "plugin for", "editor plugin",
                "userscript",
            ]
        ),
        (
            .commandLine,
            [
                "command line", "commandline", "cli tool", "a cli", "terminal tool", "terminal app", "terminal program",
                "console app",
                "console application", "console tool", "shell script", "bash script", "cron job", "unix tool", "tui",
            ]
        ),
        (
            .game,
            [
                "video game", "puzzle game", "platformer", "roguelike", "text adventure", "board game in",
                "card game in", "arcade game",
                "2d game", "3d game", "tower defense", "tower defence", "first person shooter", "snake game",
                "tetris clone",
            ]
        ),
        (
            .desktop,
            [
                "desktop app", "desktop application", "desktop program", "desktop client", "menu bar app",
                "system tray", "screensaver",
            ]
        ),
        (
            .dataPipeline,
            [
                "data pipeline", "etl", "web scraper", "web crawler", "batch job", "machine learning model",
                "neural network",
                "train a model", "jupyter notebook", "data science", "scrapes",
            ]
        ),
        (
            .library,
            [
                "npm package", "python library", "python package", "javascript library", "typescript library",
                "rust crate",
                "swift package", "c library", "go library", "programming language", "operating system", "kernel module",
                "language server", "database engine", "library for parsing", "client library",
            ]
        ),
    ]

    private static let byTechnology: [String: ProjectShape] = [
        "arduino": .firmware, "esp32": .firmware, "esp idf": .firmware, "platformio": .firmware,
        "micropython": .firmware,
        "zephyr": .firmware, "unity": .game, "godot": .game, "unreal": .game, "unreal engine": .game, "pygame": .game,
        "phaser": .game, "bevy": .game, "discord js": .bot, "discord py": .bot, "electron": .desktop, "tauri": .desktop,
        "qt": .desktop, "gtk": .desktop,
    ]
}
