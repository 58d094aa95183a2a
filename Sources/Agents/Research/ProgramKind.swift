import Patterns

/// The words for kinds of programs: "app", "extension", "Werkzeug".
enum ProgramKind {
    /// Whether a kind of program stands among words.
    static func isNamed(among words: [String]) -> Bool {
        words.contains { word in
            // "Un'app", "l'outil" are one word here.
            let elided = ["un", "l", "quest"].contains {
                word.hasPrefix($0) && elidable.contains(String(word.dropFirst($0.count)))
            }
            return kinds.contains(word) && !skipped.contains(word) || word.hasSuffix("bot") && word.count > 3 || elided
                || kindEndings.contains { word.hasSuffix($0) && word.count > $0.count }
        }
    }

    private static let elidable: Set<String> = [
        "app", "appli", "applicazione", "application", "outil", "extension", "estensione", "aplicacion",
    ]
    private static let kindEndings = ["werkzeug", "programm", "plattform", "anwendung", "software"]
    private static let skipped: Set<String> = [
        "how", "what", "whether", "current", "small", "simple", "single", "little", "is", "are", "big", "one", "new",
        "each", "all", "online", "many", "much", "loud", "next", "tiny", "internal",
    ]

    private static let kinds: Set<String> = Set(
        """
        command line tool cli bot firmware game browser extension discord telegram slack desktop app application program \
        script plugin web page site website iphone ipad ios android macos mac windows linux menu bar utility library \
        model module provider operator package api rest graphql service webhook terminal mobile platform portal software \
        escritorio micrologiciel crm helpdesk desk support shop store blog forum wiki dashboard marketplace tracker log board planner online \
        system puzzle arcade action macro spreadsheet skill smartwatch watch vs code vscode chrome firefox jetbrains \
        neovim vim small simple little current frontend backend crate pipeline job integration utility screen thing \
        seite webseite anwendung programm spiel erweiterung browsererweiterung browserspiel werkzeug skript plattform \
        sitio pagina aplicacion juego navegador guion programa plataforma extension biblioteca complemento \
        sito applicazione gioco estensione libreria programma piattaforma \
        application jeu bibliotheque outil logiciel plateforme \
        appli projekt project projet proyecto progetto projeto gestionale gestion gestionnaire verwaltung sistema herramienta internal tiny \
        strumento strumenti ferramenta hulpmiddel gereedschap instrument interno interna interne intern riga comando comandos commande ligne linha linea movil movel mobil kommandozeile kommandozeilenwerkzeug konsole \
        kommandozeilenprogramm builder place aplicativo jogo website webapp telegrambot discordbot typescript python rust go
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension ClauseParting {
    /// "keeping", "gestionar", "gérer": what comes before what a program is about.
    static func isGerund(_ word: String) -> Bool {
        word.hasSuffix("ing") && word.count > 5 && !IdeaVocabulary.thingsInIng.contains(word)
    }
}
