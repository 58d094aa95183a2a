import Patterns

/// How one sees that a statement of the idea is fulfilled: derived from what the statement says, its bounds, times,
/// conditions and verbs.
struct AcceptanceCriteria {
    /// At most two, the most telling first.
    let criteria: [String]
    private let tongue: Tongue

    /// `isRule` says whether the statement is a bound or a prohibition, and nothing that somebody does.
    init(_ statement: String, tongue: Tongue, isRule: Bool = false) {
        self.tongue = tongue
        let words = Words.split(statement, limit: 60)
        // What is said of when and why shows nothing of what is done.
        let isConditional = words.first.map(Tongue.conditions.contains) ?? false
        let main = isConditional ? words : Array(words.prefix { !Self.reasons.contains($0) })
        var found: [String] = []
        if let bound = StatedBound(statement, tongue: tongue) {
            found.append(CriterionText.of(bound, tongue))
        }
        if isConditional, words.count > 4 {
            found.append(CriterionText.condition(tongue))
        } else if Self.isRepeated(words) {
            found.append(CriterionText.schedule(tongue))
        }
        let act = isConditional ? nil : Act.of(Self.withoutNouns(statement, main, tongue))
        if words.contains(where: Self.only.contains), found.isEmpty { found.append(CriterionText.only(tongue)) }
        if isRule {
            if found.isEmpty {
                let isDenied = words.contains {
                    RefusalWords.openings.contains($0) || RefusalWords.negations.contains($0)
                        || Self.denials.contains($0)
                }
                found.append(
                    isDenied
                        ? CriterionText.prohibition(tongue) : CriterionText.measured(Clip.words(statement, 100), tongue)
                )
            }
        } else if found.isEmpty, Self.namesHour(words) {
            found.append(CriterionText.hour(tongue))
            if let act { found.append(CriterionText.of(act, tongue)) }
        } else if found.isEmpty, act == nil, StatedBound.namesNumber(words) {
            found.append(CriterionText.number(tongue))
        } else if let act {
            found.append(CriterionText.of(act, tongue))
        } else if found.isEmpty {
            found.append(CriterionText.of(.other, tongue))
        }
        criteria = Array(found.prefix(2))
    }

    /// Of a pattern's feature, by what it shows.
    init(showing view: ProjectPattern.View, tongue: Tongue) {
        self.tongue = tongue
        switch view {
        case .table: criteria = [CriterionText.of(.enter, tongue)]
        case .calendar: criteria = [CriterionText.of(.reserve, tongue)]
        case .board: criteria = [CriterionText.of(.decide, tongue)]
        case .settings: criteria = [CriterionText.of(.other, tongue)]
        case .signIn: criteria = [CriterionText.only(tongue)]
        case .checkout, .thread: criteria = [CriterionText.of(.enter, tongue)]
        default: criteria = [CriterionText.of(.show, tongue)]
        }
    }

    /// "Accepted when: 7 days is accepted, 8 is refused; …".
    var text: String { CriterionText.opening(tongue) + ": " + criteria.joined(separator: "; ") }

    /// A description with its criteria, within the specification's length; a long one keeps its own words first.
    func added(to description: String, longest: Int) -> String {
        for count in stride(from: criteria.count, to: 0, by: -1) {
            let text = CriterionText.opening(tongue) + ": " + criteria.prefix(count).joined(separator: "; ") + "."
            let whole = description + " " + text
            if whole.unicodeScalars.count <= longest { return whole }
        }
        return Clip.text(description, longest)
    }

    /// A description as it was before criteria were added: what pages and plans show.
    static func without(_ description: String) -> String {
        for opening in Tongue.allCases.map(CriterionText.opening) {
            if let place = description.firstRange(of: " " + opening + ": ") {
                return String(description[..<place.lowerBound])
            }
        }
        return description
    }

    private static func isRepeated(_ words: [String]) -> Bool {
        words.enumerated().contains { index, word in
            guard repeating.contains(word), index + 1 < words.count else { return false }
            return words[(index + 1)...].prefix(3).contains(where: times.contains)
        }
    }

    /// German nouns are no verbs: "Noten" are not noted.
    private static func withoutNouns(_ statement: String, _ main: [String], _ tongue: Tongue) -> [String] {
        guard tongue == .german else { return main }
        let said = statement.split(separator: " ")
        let nouns = Set(said.dropFirst().filter { $0.first?.isUppercase ?? false }.flatMap { Words.split(String($0)) })
        return main.filter { !nouns.contains($0) }
    }

    /// "At midnight", "um 7 Uhr", "à 9 h".
    private static func namesHour(_ words: [String]) -> Bool {
        words.enumerated().contains { index, word in
            if hours.contains(word) { return true }
            guard word.allSatisfy(\.isNumber), index > 0 else { return false }
            let behind = index + 1 < words.count ? words[index + 1] : ""
            return ["h", "am", "pm", "uhr", "oclock", "uur"].contains(behind)
                || ["las", "alle", "le"].contains(words[index - 1]) && Int(word).map { $0 < 25 } ?? false
        }
    }

    private static let hours = WordList.set(
        "midnight noon mitternacht minuit midi medianoche mediodia mezzanotte mezzogiorno middernacht")
    private static let denials = WordList.set(
        "nadie nessuno personne niemand nobody ninguem not never nunca jamas non mai no isnt arent cant nao pas rien")
    private static let reasons = WordList.set(
        """
        until unless because so if when once bis weil damit wenn sobald jusqua parce si quand lorsque hasta cuando porque fino \
        perche quando se ate als zodat totdat
        """)
    private static let repeating = WordList.set(
        "every each jeden jede jedes alle chaque tous toutes cada todos todas ogni tutti tutte elke iedere")
    private static let times = WordList.set(
        """
        second seconds minute minutes hour hours day days week weeks month months morning evening night monday tuesday \
        wednesday thursday friday saturday sunday sekunde sekunden minuten stunde stunden tag tage woche wochen monat monate \
        morgen abend nacht montag dienstag mittwoch donnerstag freitag samstag sonntag seconde secondes heure heures jour \
        jours semaine semaines mois matin matins soir soirs nuit lundi mardi mercredi jeudi vendredi samedi dimanche segundo \
        segundos minuto minutos hora horas dia dias semana semanas mes meses manana mananas tarde noche noches lunes martes \
        miercoles jueves viernes sabado domingo manha noite secondo secondi minuti ora ore giorno giorni settimana settimane \
        mese mesi mattina sera notte lunedi martedi mercoledi giovedi venerdi domenica uur dag dagen week weken maand ochtend \
        avond maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        """)
    static let only = WordList.set(
        "only nur ausschliesslich seulement uniquement solo solamente unicamente apenas somente soltanto alleen")
}

/// What somebody does in a statement, as far as its verbs show it.
enum Act: CaseIterable {
    case reserve, notify, remove, cancel, export, find, decide, compute, restrict, synchronise, take, control, share,
        make
    case teach, enter, show, keep, other

    static func of(_ words: [String]) -> Act? {
        // The verb that comes first says what it is about.
        for word in words {
            for act in allCases where act.stems.contains(where: { Self.begins(word, with: $0) }) { return act }
        }
        return words.contains { ["csv", "pdf", "excel", "json"].contains($0) } ? .export : nil
    }

    /// Short beginnings are whole words, and so is what ends with a full stop: "reading list" reads nothing.
    private static func begins(_ word: String, with stem: String) -> Bool {
        if stem.hasSuffix(".") { return word == stem.dropLast() }
        return stem.utf8.count < 4 ? word == stem || word == stem + "s" : word.hasPrefix(stem)
    }

    private var stems: [String] { Self.all[self] ?? [] }

    private static let all: [Act: [String]] = [
        .reserve: WordList.list(
            """
            reserv commandent commander book borrow lend prest empresta verleih rent buch vorbestell bestell ausleih leih miet prenot alquil emprunt huur boek \
            preorder
            """),
        .notify: WordList.list(
            """
            notif announc annonc anunc anunci ankund remind alert email mail warn erinner benachrichtig schick melde rappel avert envo \
            aviso avis recuerd promemoria ricord lembra envi invi herinner stuur waarschuw send sends erhalt \
            beep ping
            """),
        .remove: WordList.list(
            """
            delet remov losch entfern supprim efface elimin borra borre apaga cancell verwijder expire
            """),
        .cancel: WordList.list(
            """
            unsubscrib cancel annul storn abbestell abmeld desinscri desabonn desuscri cancela disdi disiscri afmeld opzeg
            """),
        .export: WordList.list(
            """
            export exportier download herunterlad telecharg descarg scaric baixa
            """),
        .restrict: WordList.list(
            """
            block. blocks. lock. locks. sperr bloqu blocc blokk restrict hide hides hidden visible visibl sichtbar visibili visivel zichtbaar \
            verberg masqu ocult nascond escond
            """),
        .synchronise: WordList.list(
            """
            sync syncs synchron sincron abgleich gleicht
            """),
        .take: WordList.list(
            """
            reads. fetch pull. pulls. paste import load loads scan scans scann parse collect gather crawl ingest lies liest einles \
            importier lade hole sammel recuper charge charger collecte scanne lee leer carga cargar recog escane ler carreg recolh legg \
            carica raccogl scansion leest haal haalt verzamel
            """),
        .control: WordList.list(
            """
            opens. closes. start. starts. stop. stops. turn. turns. switch. switches. waters. heats cools dims steer offn schliess schalt stopp giess \
            heizt ouvre ferme arret demarr allume etein arros abre cierra enciend detien arranca riega apre chiud accend spegn innaff \
            fecha liga desliga rega opent sluit schakel stopt
            """),
        .share: WordList.list(
            """
            share. shares. assign split. splits. distribut verteil zuweis aufteil partag repart attribu compart asign reparti condivid \
            assegn ripart partilh atribu verdeel toewijz
            """),
        .make: WordList.list(
            """
            draw. draws. print. prints. generat produce render schreib erzeug druck zeichne imprim genere dessine ecrit ecrire escrib \
            dibuj genera scriv stampa disegna escrev desenh schrijf drukt maakt
            """),
        .teach: WordList.list(
            """
            teach teaches practis practice ensena apprend aprend insegn lernen lehrt ubt ensina explain explica expliqu erklar
            """),
        .keep: WordList.list(
            """
            keep. keeps. remain stays. retain survive behalt bleib lauf funktion garde conserv fonctionn mantien funcion gira girare manten \
            funziona mantem blijf bewaar run runs
            """),
        .find: WordList.list(
            """
            search find filter such filtern cherch trouv rechercher busc encontr filtr procur cerca trova zoek
            """),
        .decide: WordList.list(
            """
            vote approv confirm accept reject choose choos pick decide abstimm vota voti voten bestatig wahl waehl auswahl vot \
            valid choisi elig elij acept escolh scegl conferm kiez kies stem bevestig
            """),
        .compute: WordList.list(
            """
            compar calcul count sum compute measur convert sort rank score renam split zusammenfuhr merge join vergleich berechn zahl \
            rechn misst messen sortier umwandl compte tri conver calcol misur ordin bereken tel vergelijk detect \
            erkenn markier mark predict estimat translat classif categor klassif clasific agrup raggrupp gruppier checks verif pruf comprueb \
            controll controleer
            """),
        .enter: WordList.list(
            """
            add list upload record enter save store create post register sign log write note propos offer \
            eintrag hochlad speicher anleg erfass notier erstell anmeld biet ajout enregistr cree saisi inscri \
            propos publi anad registr guard crea subi apunt adicion cadastr salv aggiung inser salva indic \
            segnal toevoeg invoer opsla plaats report
            """),
        .show: WordList.list(
            """
            see sees show display view read. list vedo veo vejo anzeig zeig sieh seh liste affich montr voi voir vea ver muestr \
            mostr veja vede vedere vedono visualizz toon zien bekijk
            """),
    ]
}

/// A number that a statement sets as a bound: "up to 7 days", "höchstens 40 Kisten", "en moins de 5 minutes".
struct StatedBound {
    enum Kind { case most, least, measured }
    let kind: Kind
    let number: Int
    /// What is counted; empty where the statement does not say.
    let unit: String
    /// The bound in the statement's own words.
    let quote: String

    init?(_ statement: String, tongue: Tongue) {
        let words = statement.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        for index in plain.indices {
            guard let number = Self.number(plain[index], tongue), number > 0 else { continue }
            let before = plain[max(0, index - 4)..<index].joined(separator: " ")
            let kind: Kind? =
                Self.ends(before, with: Self.below + Self.after)
                ? .measured
                : Self.ends(before, with: Self.most)
                    || Self.bounds.contains(plain.last ?? "") && index + 3 >= plain.count
                    ? .most : Self.ends(before, with: Self.least) ? .least : nil
            let word = Self.unit(behind: index, in: words)
            let isTime = Self.times.contains(Words.split(word).joined())
            let lasts = plain.contains(where: Self.lasting.contains)
            if kind == nil, !(isTime && lasts) { continue }
            self.number = number
            unit = word
            let isRough = kind == .least && (number >= 100 || isTime)
            self.kind = kind == nil || isRough || lasts ? .measured : kind ?? .measured
            quote = Clip.words(statement.trimming(",.;:"), 100)
            return
        }
        return nil
    }

    /// Whether words begin with a bound: "at most five books", "un máximo de 5 libros".
    static func opens(_ words: ArraySlice<String>) -> Bool {
        let said = words.drop { IdeaVocabulary.determiners.contains($0) || FunctionWords.determiners.contains($0) }
            .prefix(6)
        let line = said.joined(separator: " ")
        guard let phrase = (most + least + below).filter({ line.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count })
        else { return false }
        let length = phrase.split(separator: " ").count
        return said.dropFirst(length).prefix(2).contains { number($0, .english) != nil }
    }

    private static func unit(behind index: Int, in words: [String]) -> String {
        guard index + 1 < words.count, !words[index].hasSuffix(",") else { return "" }
        let word = words[index + 1].trimming(",.;:()")
        let plain = Words.split(word).joined()
        let isLink =
            IdeaVocabulary.boundaries.contains(plain) || FunctionWords.links.contains(plain) || bounds.contains(plain)
            || FunctionWords.determiners.contains(plain)
        return isLink ? "" : word
    }

    private static func ends(_ text: String, with phrases: [String]) -> Bool {
        phrases.contains { text == $0 || text.hasSuffix(" " + $0) }
    }

    private static func number(_ word: String, _ tongue: Tongue) -> Int? {
        if word.allSatisfy(\.isNumber), word.count < 10 { return Int(word) }
        if ones.contains(word) { return 1 }
        return names.lazy.compactMap { $0.firstIndex(of: word) }.first.map { $0 + 2 }
    }

    /// Whether a number stands among words, one that is no article.
    static func namesNumber(_ words: [String]) -> Bool {
        // "Un voto por persona", but no "un administrateur".
        let isEach =
            words.count > 2 && ones.contains(words[0]) && ["por", "par", "pro", "per", "each", "je"].contains(words[2])
        return isEach || words.contains { !ones.contains($0) && number($0, .english) != nil }
    }

    private static let ones = WordList.set("one ein eine einen einer einem un une una uno um uma een")
    /// From two on, each language's.
    private static let names = [
        "two three four five six seven eight nine ten eleven twelve",
        "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
        "deux trois quatre cinq six sept huit neuf dix onze douze",
        "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "dois tres quatro cinco seis sete oito nove dez onze doze",
        "due tre quattro cinque sei sette otto nove dieci undici dodici",
        "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    ].map(WordList.list)
    private static let most = [
        "up to", "a limit of", "limit of", "limite di", "limite de", "at most", "no more than", "not more than", "max",
        "maximum", "a maximum of", "hochstens", "maximal",
        "bis zu", "nicht mehr als", "au plus", "au maximum", "jusqua", "jusqua a", "maximum de", "pas plus de",
        "plus de",
        "como maximo", "maximo", "maximo de", "como mucho", "hasta", "no mas de", "no maximo", "ate", "nao mais de",
        "al massimo", "massimo",
        "un massimo di", "massimo di", "fino a", "non piu di", "hoogstens", "maximaal", "tot", "niet meer dan",
    ]
    private static let least = [
        "at least", "minimum", "a minimum of", "mindestens", "minimal", "au moins", "al menos", "como minimo", "minimo",
        "minimo de", "pelo menos", "no minimo", "almeno", "minimo di", "minstens", "minimaal",
    ]
    private static let below = [
        "under", "less than", "within", "in under", "unter", "weniger als", "innerhalb von", "binnen", "moins de",
        "menos de", "meno di", "entro", "minder dan", "dentro de", "not exceed",
    ]
    /// "Deleted after 24 hours": when, where a time follows.
    private static let after = ["after", "nach", "apres", "despues de", "tras", "dopo", "depois de", "na"]
    static let bounds = WordList.set("max maximum tops maximal hochstens maximo maxima massimo maximaal")
    static let lasting = WordList.set(
        """
        last lasts take takes lauft lauf dauert dauern halt halten reicht dure durent tient dura duran duren aguanta tarda dura durano regge \
        duurt
        """)
    static let times = WordList.set(
        """
        second seconds minute minutes hour hours day days week weeks month months year years sekunde sekunden minuten stunde \
        stunden tag tage tagen woche wochen monat monate jahr jahre seconde secondes heure heures jour jours semaine semaines \
        mois an ans annee annees segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano anos secondo secondi \
        minuti ora ore giorno giorni settimana settimane mese mesi anno anni uur uren dag dagen weken maand maanden jaar
        """)
}

extension String {
    /// Without these characters at either end.
    fileprivate func trimming(_ characters: String) -> String {
        var text = Substring(self)
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
