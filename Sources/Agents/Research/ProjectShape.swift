import Patterns

/// What sort of program an idea asks for: pages in a browser or an app with screens, unless its words say otherwise.
enum ProjectShape: String, Sendable, CaseIterable {
    case pages, commandLine, firmware, bot, browserExtension, game, desktop, dataPipeline, library, service, operations
    case skill, macro
    /// The idea does not say.
    case open

    /// "a command line tool".
    var phrase: String { phrase(.english) }

    /// Whether the offline agents have templates for such a program: apps with pages alone.
    var hasTemplate: Bool { self == .pages || self == .open }

    /// What such a program is often written in, where the idea names nothing; empty where that would be a guess.
    func usualStack(for idea: String) -> [String] {
        let line = SpokenLine(idea)
        func says(_ phrases: String...) -> Bool { phrases.contains(where: line.says) }
        if self == .game {
            if says("terminal", "console", "konsole", "consola", "terminale") { return ["Python"] }
            if says("apple watch", "iphone", "ipad", "ios") { return ["Swift", "SpriteKit"] }
        }
        if self == .browserExtension, says("vs code", "vscode", "visual studio code") {
            return ["TypeScript", "VS Code Extension API"]
        }
        if self == .macro {
            return says("google sheets", "google docs") ? ["Google Apps Script"] : says("excel", "word") ? ["VBA"] : []
        }
        return switch self {
        case .pages: ["Next.js", "React", "TypeScript"]
        case .commandLine, .dataPipeline: ["Python"]
        case .firmware: ["C++", "PlatformIO"]
        case .bot: ["TypeScript", "Node.js"]
        case .browserExtension: Self.isInBrowser(idea) ? ["TypeScript", "WebExtensions"] : []
        case .game: Self.isInBrowser(idea) ? ["TypeScript"] : ["Godot"]
        case .desktop: ["Tauri", "TypeScript"]
        case .service: ["Python", "FastAPI"]
        case .library, .operations, .skill, .macro, .open: []
        }
    }

    private static func isInBrowser(_ idea: String) -> Bool {
        Words.split(idea, limit: IdeaReading.longestRead).contains { word in
            ["browser", "chrome", "firefox", "safari", "edge", "navegador", "navigateur"].contains(word)
                || word.hasPrefix("browser")
        }
    }

    init(_ idea: String, technologies: [String] = []) {
        if let shape = Self.japanese.first(where: { $0.words.contains(where: idea.contains) })?.shape {
            self = shape
            return
        }
        let words = Words.split(idea, limit: IdeaReading.longestRead)
        let line = SpokenLine(words: words)
        // "An app with a REST API behind it" is an app.
        let hasPages = words.prefix(10).contains(where: Self.pageSigns.contains)
        for (shape, phrases) in Self.signs where phrases.contains(where: line.says) {
            if shape == .service, hasPages { continue }
            self = shape
            return
        }
        if let named = Self.named(at: words) {
            self = named
            return
        }
        if Self.movesData(words, line) {
            self = .dataPipeline
            return
        }
        for technology in technologies {
            if let shape = Self.byTechnology[CodeStack.plain(technology)] {
                self = shape
                return
            }
        }
        let signs = Self.pageSigns
        self = words.contains { signs.contains($0) || Self.endings(of: $0, in: Self.pageEndings) } ? .pages : .open
    }

    private static let japanese: [(shape: ProjectShape, words: [String])] = [
        (.browserExtension, ["拡張機能"]), (.bot, ["ボット"]), (.firmware, ["ファームウェア", "マイコン"]),
        (.commandLine, ["コマンドライン"]), (.game, ["ゲーム"]), (.macro, ["マクロ"]),
        (.pages, ["アプリ", "サイト", "ホームページ"]),
    ]

    private static func endings(of word: String, in endings: [String]) -> Bool {
        endings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
    }

    /// What people call a thing with pages or screens.
    private static let pageSigns: Set<String> = [
        "app", "apps", "appli", "application", "site", "website", "web", "webapp", "page", "pages", "portal",
        "platform", "shop",
        "store", "forum", "board", "blog", "wiki", "dashboard", "crm", "marketplace", "iphone", "ipad", "ios",
        "android",
        "frontend", "next", "react", "swiftui", "seite", "webseite", "website", "plattform", "anwendung", "aplicacion",
        "aplicativo", "sitio", "pagina", "plataforma", "sito", "piattaforma", "applicazione", "plateforme",
        "webapplicatie",
    ]
    private static let pageEndings = ["seite", "portal", "shop", "platform", "plattform", "app"]

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
        let head = words.prefix(9).prefix { word in
            !IdeaVocabulary.boundaries.contains(word) && !["for", "qui", "che", "que", "par", "da"].contains(word)
                && !(FunctionWords.links.contains(word) && word != "de" && word != "di")
        }
        // Romance languages name the kind first: "un juego de navegador", "une extension Firefox".
        let first = head.first { !FunctionWords.determiners.contains($0) && !IdeaVocabulary.determiners.contains($0) }
        let named = FunctionWords.areForeign(words) ? [head.last, first] : [head.last]
        for word in named.compactMap({ $0 }) {
            if let shape = kind(of: word, isLast: word == head.last, among: words) { return shape }
        }
        return nil
    }

    private static func kind(of word: String, isLast: Bool, among words: [String]) -> ProjectShape? {
        switch word {
        case "game", "platformer", "roguelike", "shooter", "tetris", "sokoban", "minesweeper", "solitaire":
            return isLast ? .game : nil
        case "juego", "videojuego", "jeu", "gioco", "videogioco", "jogo", "spelletje": return .game
        case "bot": return .bot
        case "firmware", "micrologiciel", "bootloader", "rtos": return .firmware
        case "cli", "script", "daemon", "tui", "guion": return .commandLine
        case "extension", "extention", "addon", "plugin", "estensione", "extensao", "complemento":
            return .browserExtension
        case "compiler", "interpreter", "emulator", "parser", "sdk", "crate", "linter", "debugger", "driver", "kernel",
            "disassembler":
            return isLast ? .library : nil
        // A library of books is none of code: a language has to stand beside it.
        case "library", "biblioteca", "bibliotheque", "libreria", "bibliothek":
            return words.contains(where: languages.contains) ? .library : nil
        case "scraper", "crawler", "etl": return .dataPipeline
        case "api", "webhook", "microservice": return isLast ? .service : nil
        case "operator", "module", "provider", "chart":
            return words.contains { ["kubernetes", "k8s", "terraform", "helm", "ansible", "pulumi"].contains($0) }
                ? .operations : nil
        case "skill": return words.contains("alexa") || words.contains("siri") ? .skill : nil
        case "macro", "makro": return .macro
        default:
            if word == "spiel" || endings(of: word, in: ["spiel"]), word != "beispiel" { return .game }
            if word == "erweiterung" || endings(of: word, in: ["erweiterung"]) { return .browserExtension }
            if endings(of: word, in: ["zeilenprogramm", "zeilenwerkzeug"]) { return .commandLine }
            if word.hasPrefix("rozszerzeni") { return .browserExtension }
            if endings(of: word, in: ["extensie"]) || word == "extensie" { return .browserExtension }
            if ["gra", "gre", "gry"].contains(word), isLast || words.prefix(3).contains(word) { return .game }
            if endings(of: word, in: ["bot"]), word.utf8.count > 6 { return .bot }
            return nil
        }
    }

    private static let languages: Set<String> = [
        "python", "javascript", "typescript", "rust", "go", "golang", "java", "kotlin", "swift", "c", "ruby", "php",
        "elixir", "haskell", "zig", "julia", "npm", "pypi", "crates", "cargo", "scala", "dart", "lua", "ocaml",
    ]

    /// "Every night pull the positions from an SFTP server": rows that come from one place and go to another.
    private static func movesData(_ words: [String], _ line: SpokenLine) -> Bool {
        let said = Set(words)
        let moves: Set<String> = [
            "pull", "pulls", "load", "loads", "copy", "copies", "ingest", "ingests", "import", "imports", "fetch",
            "fetches", "extract", "extracts", "sync", "syncs", "backfill", "aggregate", "aggregates", "loading",
        ]
        let stores: Set<String> = [
            "sftp", "ftp", "bigquery", "snowflake", "redshift", "clickhouse", "timescaledb", "warehouse", "parquet",
            "csv", "s3", "airflow", "dagster", "dbt", "kafka", "rows", "postgres", "postgresql", "duckdb", "influxdb",
        ]
        let isRepeated =
            !said.isDisjoint(with: ["nightly", "hourly", "airflow", "dagster"])
            || ["every night", "every hour", "each night", "every morning"].contains(where: line.says)
        let isSelfMade = words.prefix(10).contains(where: moves.contains) || line.says("nightly job")
        let isShown = !said.isDisjoint(with: ["app", "site", "website", "dashboard", "page", "pages", "users"])
        return isSelfMade && said.intersection(stores).count >= (isRepeated ? 1 : 2) && !isShown
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
                "teams bot", "bot de discord", "bot de telegram", "bot pour discord", "bot fur", "bot per telegram",
            ]
        ),
        (
            .browserExtension,
            [
                "browser extension", "chrome extension", "chrome extention", "firefox extention", "browser extention",
                "firefox extension", "safari extension", "edge extension",
                "browser addon",
                "firefox addon", "browser add on", "firefox add on", "browser plugin", "chrome plugin",
                "extension for chrome",
                "extension for firefox", "vscode extension", "vs code extension", "extension for vs code",
                "figma plugin",
                "wordpress plugin", "obsidian plugin", "neovim plugin", "vim plugin", "plugin for", "editor plugin",
                "userscript", "extension pour", "extension firefox", "extension chrome", "extension para",
                "estensione per",
                "erweiterung fur", "jetbrains plugin", "intellij plugin", "plugin in kotlin", "sketch plugin",
                "photoshop plugin", "blender addon", "blender add on",
            ]
        ),
        (
            .commandLine,
            [
                "command line", "commandline", "cli tool", "a cli", "terminal tool", "terminal app", "terminal program",
                "console app",
                "console application", "linea de comandos", "ligne de commande", "riga di comando", "linha de comando",
                "opdrachtregel", "kommandozeile", "kommandozeilenprogramm", "console tool", "shell script",
                "bash script", "cron job", "unix tool", "tui",
            ]
        ),
        (
            .game,
            [
                "video game", "puzzle game", "chess variant", "platformer", "roguelike", "text adventure",
                "board game in",
                "card game in", "arcade game",
                "2d game", "3d game", "tower defense", "tower defence", "first person shooter", "snake game",
                "tetris clone", "browser game", "game for the terminal", "terminal game", "jeu video",
                "jeu de plateforme",
                "juego de plataformas", "juego de navegador", "browserspiel", "computerspiel",
            ]
        ),
        (
            .desktop,
            [
                "menu bar utility", "menubar app", "tray app", "desktop utility",
                "desktop app", "desktop application", "desktop program", "desktop client", "menu bar app",
                "system tray", "screensaver", "programa de escritorio", "aplicacion de escritorio",
                "programme de bureau",
                "application de bureau", "logiciel de bureau", "programma desktop", "applicazione desktop",
                "desktopprogramm",
                "desktopanwendung", "programa de desktop",
            ]
        ),
        (
            .dataPipeline,
            [
                "data pipeline", "etl", "web scraper", "web crawler", "batch job", "machine learning model",
                "neural network",
                "train a model", "fine tune", "finetune", "train a classifier", "speech model", "language model that",
                "jupyter notebook", "data science", "scrapes",
            ]
        ),
        (
            .library,
            [
                "npm package", "python library", "python package", "javascript library", "typescript library",
                "rust crate",
                "swift package", "c library", "go library", "programming language", "operating system", "kernel module",
                "language server", "database engine", "library for parsing", "client library", "library without",
                "library that parses", "gem that", "python bibliothek", "bibliotheque python", "biblioteca python",
                "swift library", "rust library", "kotlin library", "java library", "header only",
            ]
        ),
        (
            .operations,
            [
                "kubernetes operator", "terraform module", "terraform provider", "helm chart", "ansible role",
                "github action",
            ]
        ),
        (.skill, ["alexa skill", "smartwatch app", "apple watch app", "wear os", "google home"]),
        (.macro, ["spreadsheet macro", "excel macro", "word macro", "excel add in", "google sheets add on"]),
        (
            .service,
            [
                "rest api", "graphql api", "grpc api", "http api", "json api", "a webhook", "no user interface",
                "no frontend",
                "headless service", "backend service", "no ui", "backend only",
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
