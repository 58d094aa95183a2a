import Patterns

// What the document says around the idea's own words, in the idea's language.
extension Frame {
    /// One of seven texts, in the order of `Tongue`'s cases; the others stand beside the English one in `texts.txt`.
    static func pick(
        _ tongue: Tongue, _ english: String, _ german: String, _ french: String, _ spanish: String,
        _ portuguese: String, _ italian: String, _ dutch: String
    ) -> String {
        switch tongue {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .portuguese: portuguese
        case .italian: italian
        case .dutch: dutch
        case .polish, .japanese: ResearchTexts.translated(english, tongue)
        }
    }

    /// What opens the line of what the idea rules out.
    static func leftOut(_ tongue: Tongue) -> String {
        pick(
            tongue, "Left out, as asked",
            "Weggelassen, wie verlangt",
            "Laissé de côté, comme demandé",
            "Se deja fuera, como se pide",
            "Fica de fora, como pedido",
            "Lasciato fuori, come richiesto",
            "Weggelaten, zoals gevraagd")
    }

    /// What opens a line that only explains.
    static func background(_ tongue: Tongue) -> String {
        pick(
            tongue, "Background",
            "Hintergrund",
            "Contexte",
            "Contexto",
            "Contexto",
            "Contesto",
            "Achtergrond")
    }

    /// What opens the line of the sentences that led to nothing.
    static func notTakenUp(_ tongue: Tongue) -> String {
        pick(
            tongue, "Not taken up",
            "Nicht aufgenommen",
            "Non repris",
            "No recogido",
            "Não incluído",
            "Non ripreso",
            "Niet opgenomen")
    }

    /// Where nothing else is wanted.
    static func nothingElse(_ tongue: Tongue) -> String {
        pick(
            tongue, "Nothing else, as asked",
            "Sonst nichts, wie verlangt",
            "Rien d'autre, comme demandé",
            "Nada más, como se pide",
            "Nada mais, como pedido",
            "Nient'altro, come richiesto",
            "Niets anders, zoals gevraagd")
    }

    /// What opens a conflict that nobody decided.
    static func assumedOpen(_ tongue: Tongue) -> String {
        pick(
            tongue, "Assumed, as nobody was asked",
            "Angenommen, da niemand gefragt wurde",
            "Supposé, faute de réponse",
            "Supuesto, pues no se preguntó",
            "Suposto, pois não se perguntou",
            "Supposto, poiché non è stato chiesto",
            "Aangenomen, omdat niemand is gevraagd")
    }

    /// What opens a question that the idea leaves open.
    static func open(_ tongue: Tongue) -> String {
        pick(
            tongue, "Open",
            "Offen",
            "À décider",
            "Por decidir",
            "Por decidir",
            "Da decidere",
            "Open vraag")
    }

    /// What opens a question with its answer.
    static func decided(_ tongue: Tongue) -> String {
        pick(
            tongue, "Decided",
            "Entschieden",
            "Décidé",
            "Decidido",
            "Decidido",
            "Deciso",
            "Besloten")
    }

    /// What opens the line that says of what the document is made.
    static func ownWords(_ tongue: Tongue) -> String {
        pick(
            tongue, "Made offline from the idea's own sentences",
            "Offline aus den eigenen Sätzen der Idee gemacht",
            "Fait hors ligne à partir des phrases de l'idée",
            "Hecho sin conexión con las frases de la idea",
            "Feito offline com as frases da ideia",
            "Fatto offline con le frasi dell'idea",
            "Offline gemaakt van de zinnen van het idee")
    }

    /// Why: the kind of program.
    static func withoutTemplate(_ tongue: Tongue) -> String {
        pick(
            tongue, "there is no template for one",
            "dafür gibt es keine Vorlage",
            "il n'y a pas de modèle pour cela",
            "no hay plantilla para ello",
            "não há modelo para isso",
            "non c'è un modello per questo",
            "daar is geen sjabloon voor")
    }

    /// Why: the idea wants no more.
    static func minimal(_ tongue: Tongue) -> String {
        pick(
            tongue, "nothing else is wanted",
            "mehr ist nicht gewünscht",
            "rien d'autre n'est voulu",
            "no se quiere nada más",
            "não se quer mais nada",
            "non si vuole altro",
            "meer is niet gewenst")
    }

    /// Why: the library.
    static func likeNoPattern(_ tongue: Tongue) -> String {
        pick(
            tongue, "no pattern of the library is like it",
            "kein Muster der Bibliothek gleicht ihr",
            "aucun modèle de la bibliothèque ne lui ressemble",
            "ningún patrón de la biblioteca se le parece",
            "nenhum padrão da biblioteca se parece",
            "nessun modello della libreria le somiglia",
            "geen patroon van de bibliotheek lijkt erop")
    }

    /// That the stack is a suggestion.
    static func suggested(_ stack: [String], _ tongue: Tongue) -> String {
        let names = list(stack, tongue)
        return pick(
            tongue, "The idea names no technology: \(names) \(stack.count == 1 ? "is" : "are") suggested",
            "Die Idee nennt keine Technik; Vorschlag: \(names)",
            "L'idée ne nomme aucune technique ; proposition : \(names)",
            "La idea no nombra tecnología; propuesta: \(names)", "A ideia não nomeia tecnologia; proposta: \(names)",
            "L'idea non nomina tecnologie; proposta: \(names)", "Het idee noemt geen techniek; voorstel: \(names)")
    }

    /// Joins what is named: "a, b and c".
    static func list(_ items: [String], _ tongue: Tongue) -> String {
        guard tongue != .english, items.count > 1, let last = items.last else { return English.list(items) }
        let and = pick(tongue, "and", "und", "et", "y", "e", "e", "en")
        return items.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    /// Questions that follow from what the idea says and leaves unsaid.
    static func whoseWithoutAccounts(_ tongue: Tongue) -> String {
        pick(
            tongue, "Without accounts, how does somebody change or cancel what is theirs?",
            "Wie ändert oder storniert jemand ohne Konto, was ihm gehört?",
            "Sans compte, comment chacun modifie ou annule ce qui est à lui ?",
            "Sin cuentas, ¿cómo cambia o anula cada uno lo suyo?",
            "Sem contas, como cada um muda ou cancela o que é seu?",
            "Senza account, come modifica o annulla ciascuno ciò che è suo?",
            "Hoe wijzigt of annuleert iemand zonder account wat van hem is?")
    }

    /// Of an idea of a few words.
    static func saysNoMore(_ tongue: Tongue) -> String {
        pick(
            tongue, "The idea says no more.", "Mehr sagt die Idee nicht.", "L'idée n'en dit pas plus.",
            "La idea no dice más.", "A ideia não diz mais.", "L'idea non dice altro.", "Meer zegt het idee niet.")
    }

    /// Where no stack is named and any would be a guess.
    static func noStack(_ tongue: Tongue) -> String {
        pick(
            tongue, "No technology named yet", "Noch keine Technik genannt", "Aucune technique nommée",
            "Sin tecnología nombrada", "Nenhuma tecnologia nomeada", "Nessuna tecnologia nominata",
            "Nog geen techniek genoemd")
    }

    /// That a feature is the pattern's and not the idea's.
    static func proposed(_ text: String, by pattern: String) -> String {
        "Proposed by the pattern “\(pattern)”, not said in the idea: \(text)"
    }
}

extension ClauseRole {
    /// What opens its line in the constraints.
    func label(_ tongue: Tongue) -> String {
        switch self {
        case .rule:
            Frame.pick(
                tongue, "Rule, as asked",
                "Regel, wie verlangt",
                "Règle demandée",
                "Regla pedida",
                "Regra pedida",
                "Regola richiesta",
                "Regel, zoals gevraagd")
        case .scale:
            Frame.pick(
                tongue, "Size, as told",
                "Umfang, wie genannt",
                "Ampleur indiquée",
                "Tamaño indicado",
                "Tamanho indicado",
                "Dimensione indicata",
                "Omvang, zoals genoemd")
        case .platform:
            Frame.pick(
                tongue, "Runs on, as asked",
                "Läuft, wie verlangt, auf",
                "Fonctionne, comme demandé, sur",
                "Funciona, como se pide, en",
                "Funciona, como pedido, em",
                "Funziona, come richiesto, su",
                "Draait, zoals gevraagd, op")
        case .stack:
            Frame.pick(
                tongue, "Built with, as asked",
                "Gebaut, wie verlangt, mit",
                "Réalisé, comme demandé, avec",
                "Hecho, como se pide, con",
                "Feito, como pedido, com",
                "Realizzato, come richiesto, con",
                "Gebouwd, zoals gevraagd, met")
        case .languages:
            Frame.pick(
                tongue, "Languages, as asked",
                "Sprachen, wie verlangt",
                "Langues demandées",
                "Idiomas pedidos",
                "Idiomas pedidos",
                "Lingue richieste",
                "Talen, zoals gevraagd")
        case .measure:
            Frame.pick(
                tongue, "To be measured, as asked",
                "Zu messen, wie verlangt",
                "À mesurer, comme demandé",
                "Se mide, como se pide",
                "A medir, como pedido",
                "Da misurare, come richiesto",
                "Te meten, zoals gevraagd")
        }
    }
}

extension ProjectShape {
    /// "A command line tool", in the language of the idea.
    func phrase(_ tongue: Tongue) -> String {
        switch self {
        case .pages:
            Frame.pick(
                tongue, "an app with pages",
                "eine App mit Seiten",
                "une appli avec des pages",
                "una app con páginas",
                "um app com páginas",
                "un'app con pagine",
                "een app met pagina's")
        case .commandLine:
            Frame.pick(
                tongue, "a command line tool",
                "ein Kommandozeilenprogramm",
                "un outil en ligne de commande",
                "una herramienta de línea de comandos",
                "uma ferramenta de linha de comando",
                "uno strumento a riga di comando",
                "een opdrachtregelprogramma")
        case .firmware:
            Frame.pick(
                tongue, "firmware",
                "Firmware",
                "un micrologiciel",
                "firmware",
                "firmware",
                "firmware",
                "firmware")
        case .bot:
            Frame.pick(
                tongue, "a bot",
                "ein Bot",
                "un bot",
                "un bot",
                "um bot",
                "un bot",
                "een bot")
        case .browserExtension:
            Frame.pick(
                tongue, "an extension",
                "eine Erweiterung",
                "une extension",
                "una extensión",
                "uma extensão",
                "un'estensione",
                "een extensie")
        case .game:
            Frame.pick(
                tongue, "a game",
                "ein Spiel",
                "un jeu",
                "un juego",
                "um jogo",
                "un gioco",
                "een spel")
        case .desktop:
            Frame.pick(
                tongue, "a desktop program",
                "ein Desktop-Programm",
                "un programme de bureau",
                "un programa de escritorio",
                "um programa de desktop",
                "un programma desktop",
                "een desktopprogramma")
        case .dataPipeline:
            Frame.pick(
                tongue, "a program that works through data",
                "ein Programm, das Daten verarbeitet",
                "un programme qui traite des données",
                "un programa que procesa datos",
                "um programa que processa dados",
                "un programma che elabora dati",
                "een programma dat gegevens verwerkt")
        case .library:
            Frame.pick(
                tongue, "a library or a tool for programmers",
                "eine Bibliothek oder ein Werkzeug für Programmierer",
                "une bibliothèque ou un outil pour programmeurs",
                "una biblioteca o herramienta para programadores",
                "uma biblioteca ou ferramenta para programadores",
                "una libreria o uno strumento per programmatori",
                "een bibliotheek of gereedschap voor programmeurs")
        case .service:
            Frame.pick(
                tongue, "a service without pages",
                "ein Dienst ohne Seiten",
                "un service sans pages",
                "un servicio sin páginas",
                "um serviço sem páginas",
                "un servizio senza pagine",
                "een dienst zonder pagina's")
        case .operations:
            Frame.pick(
                tongue, "a tool for running servers",
                "ein Werkzeug für den Betrieb von Servern",
                "un outil pour exploiter des serveurs",
                "una herramienta para operar servidores",
                "uma ferramenta para operar servidores",
                "uno strumento per gestire server",
                "gereedschap voor het beheer van servers")
        case .skill:
            Frame.pick(
                tongue, "a program for a watch or a speaker",
                "ein Programm für Uhr oder Lautsprecher",
                "un programme pour montre ou enceinte",
                "un programa para reloj o altavoz",
                "um programa para relógio ou alto-falante",
                "un programma per orologio o altoparlante",
                "een programma voor horloge of luidspreker")
        case .macro:
            Frame.pick(
                tongue, "a macro inside another program",
                "ein Makro in einem anderen Programm",
                "une macro dans un autre programme",
                "una macro dentro de otro programa",
                "uma macro dentro de outro programa",
                "una macro dentro un altro programma",
                "een macro in een ander programma")
        case .open:
            Frame.pick(
                tongue, "a program whose shape the idea does not say",
                "ein Programm, dessen Form die Idee nicht sagt",
                "un programme dont l'idée ne dit pas la forme",
                "un programa cuya forma no dice la idea",
                "um programa cuja forma a ideia não diz",
                "un programma di cui l'idea non dice la forma",
                "een programma waarvan het idee de vorm niet zegt")
        }
    }
}
