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
    case reserve, notify, remove, export, find, decide, compute, enter, show, other

    static func of(_ words: [String]) -> Act? {
        // The verb that comes first says what it is about.
        for word in words {
            for act in allCases where act.stems.contains(where: { Self.begins(word, with: $0) }) { return act }
        }
        return words.contains { ["csv", "pdf", "excel", "json"].contains($0) } ? .export : nil
    }

    /// Short beginnings are whole words.
    private static func begins(_ word: String, with stem: String) -> Bool {
        stem.utf8.count < 4 ? word == stem || word == stem + "s" : word.hasPrefix(stem)
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
        .export: WordList.list(
            """
            export exportier
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
            erkenn markier mark predict estimat translat
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
            see sees show display view read list anzeig zeig sieh seh liste affich montr voi voir vea ver muestr \
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

/// The wording of criteria.
///
/// Texts only.
enum CriterionText {
    static func of(_ bound: StatedBound, _ tongue: Tongue) -> String {
        switch bound.kind {
        case .measured: measured(bound.quote, tongue)
        case .most:
            most(bound.number, bound.number + 1, bound.unit, tongue).replacing("  ", with: " ").replacing(
                " :", with: tongue == .french ? " :" : ":")
        case .least:
            least(bound.number, bound.number - 1, bound.unit, tongue).replacing("  ", with: " ").replacing(
                " :", with: tongue == .french ? " :" : ":")
        }
    }

    /// What stands before them.
    static func opening(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "Accepted when",
            "Abgenommen, wenn",
            "Accepté quand",
            "Se acepta cuando",
            "Aceito quando",
            "Accettato quando",
            "Aanvaard als")
    }

    /// At a bound that is not to be passed.
    static func most(_ number: Int, _ next: Int, _ unit: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "\(number) \(unit) is accepted, \(next) is refused with a message that names the limit",
            "\(number) \(unit): geht; \(next): wird mit Hinweis auf die Grenze abgelehnt",
            "\(number) \(unit) : accepté ; \(next) : refusé avec un message qui nomme la limite",
            "\(number) \(unit): se acepta; \(next): se rechaza con un mensaje que nombra el límite",
            "\(number) \(unit): aceito; \(next): recusado com uma mensagem que diz o limite",
            "\(number) \(unit): accettato; \(next): rifiutato con un messaggio che dice il limite",
            "\(number) \(unit): mag; \(next): wordt geweigerd met een melding van de grens")
    }

    /// At a bound that is to be reached.
    static func least(_ number: Int, _ next: Int, _ unit: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "\(next) is not enough and says so, \(number) \(unit) is",
            "\(next): zu wenig, mit Hinweis; \(number) \(unit): genügt",
            "\(next) : trop peu, avec un message ; \(number) \(unit) : suffit",
            "\(next): no basta, y se dice; \(number) \(unit): basta",
            "\(next): não basta, e diz-se; \(number) \(unit): basta",
            "\(next): non basta, e lo si dice; \(number) \(unit): basta",
            "\(next): te weinig, met een melding; \(number) \(unit): genoeg")
    }

    /// Of what only a measurement shows.
    static func measured(_ quote: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "a measured run shows “\(quote)”",
            "eine Messung belegt „\(quote)“",
            "une mesure montre « \(quote) »",
            "una medición demuestra «\(quote)»",
            "uma medição mostra «\(quote)»",
            "una misura dimostra «\(quote)»",
            "een meting toont “\(quote)”")
    }

    /// Of what comes again and again.
    static func schedule(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "it is observed at two times in a row, and not in between",
            "zu zwei aufeinanderfolgenden Zeiten beobachtet, dazwischen nicht",
            "observé à deux moments de suite, et pas entre les deux",
            "se observa en dos momentos seguidos y no entre ellos",
            "observa-se em dois momentos seguidos, e não entre eles",
            "si osserva in due momenti di seguito, e non in mezzo",
            "op twee opeenvolgende tijden waargenomen, en niet ertussen")
    }

    /// Of what is done at one time of the day.
    static func hour(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "it is seen to happen at that time, once, and not before",
            "es geschieht beobachtet zu dieser Zeit, einmal und nicht vorher",
            "on voit que cela arrive à cette heure, une fois, et pas avant",
            "se ve que ocurre a esa hora, una vez, y no antes",
            "vê-se que acontece a essa hora, uma vez, e não antes",
            "si vede che accade a quell'ora, una volta, e non prima",
            "het gebeurt zichtbaar op die tijd, één keer, en niet eerder")
    }

    /// Of a number that is stated as it is.
    static func number(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "tried with exactly the number stated, one less and one more: it holds as written only",
            "mit genau der genannten Zahl, einer kleineren und einer größeren versucht: es gilt nur wie geschrieben",
            "essayé avec le nombre exact, un de moins et un de plus : seul vaut ce qui est écrit",
            "probado con el número exacto, uno menos y uno más: solo vale lo escrito",
            "testado com o número exato, um a menos e um a mais: só vale o escrito",
            "provato con il numero esatto, uno in meno e uno in più: vale solo quanto scritto",
            "geprobeerd met precies het genoemde getal, één minder en één meer: alleen wat er staat geldt")
    }

    /// Of what depends on something.
    static func condition(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "with that condition brought about it happens, without it it does not",
            "tritt die Bedingung ein, geschieht es; tritt sie nicht ein, geschieht es nicht",
            "la condition remplie, cela a lieu ; sinon, non",
            "si se da la condición, ocurre; si no, no",
            "se a condição se dá, acontece; se não, não",
            "se la condizione si verifica, accade; altrimenti no",
            "is aan de voorwaarde voldaan, dan gebeurt het; anders niet")
    }

    /// Of what is for some alone.
    static func only(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "whoever or whatever is named passes, everything else is refused",
            "was oder wer genannt ist, geht; alles andere wird abgelehnt",
            "ce ou celui qui est nommé passe, tout le reste est refusé",
            "lo nombrado pasa, todo lo demás se rechaza",
            "o que é nomeado passa, tudo o mais é recusado",
            "ciò che è nominato passa, tutto il resto è rifiutato",
            "wat genoemd is mag, al het andere wordt geweigerd")
    }

    /// Of what must not happen.
    static func prohibition(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "an attempt to do it anyway fails and changes nothing",
            "der Versuch, es doch zu tun, scheitert und ändert nichts",
            "essayer quand même échoue et ne change rien",
            "intentarlo de todos modos falla y no cambia nada",
            "tentar mesmo assim falha e não muda nada",
            "provarci comunque fallisce e non cambia nulla",
            "het toch proberen mislukt en verandert niets")
    }

    /// Of what is left out.
    static func absence(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "no page, command or step of the finished program offers or asks for it",
            "keine Seite, kein Befehl und kein Schritt des fertigen Programms bietet oder verlangt es",
            "aucune page, commande ou étape du programme fini ne le propose ni ne le demande",
            "ninguna página, orden ni paso del programa terminado lo ofrece ni lo pide",
            "nenhuma página, comando ou passo do programa pronto o oferece ou pede",
            "nessuna pagina, comando o passo del programma finito lo offre o lo chiede",
            "geen pagina, opdracht of stap van het programma biedt het of vraagt erom")
    }

    static func of(_ act: Act, _ tongue: Tongue) -> String {
        switch act {
        case .reserve:
            Frame.pick(
                tongue, "one attempt succeeds and is shown, a second for the same thing and time is refused",
                "ein Versuch gelingt und wird angezeigt, ein zweiter für dieselbe Sache und Zeit wird abgelehnt",
                "un premier essai réussit et s'affiche, un second pour la même chose au même moment est refusé",
                "un primer intento sale bien y se ve, otro para lo mismo y la misma hora se rechaza",
                "uma primeira tentativa dá certo e aparece, outra para o mesmo e a mesma hora é recusada",
                "un primo tentativo riesce e si vede, un secondo per la stessa cosa e ora viene rifiutato",
                "een eerste poging lukt en is te zien, een tweede voor hetzelfde en dezelfde tijd wordt geweigerd")
        case .notify:
            Frame.pick(
                tongue, "exactly one message goes out for its cause, at the time stated, and none without it",
                "zu ihrem Anlass geht genau eine Nachricht zur genannten Zeit hinaus, ohne ihn keine",
                "un seul message part pour sa cause, au moment dit, et aucun sans elle",
                "por su causa sale un solo aviso, en el momento dicho, y ninguno sin ella",
                "pela sua causa sai um só aviso, no momento dito, e nenhum sem ela",
                "per la sua causa parte un solo avviso, al momento detto, e nessuno senza",
                "voor de aanleiding gaat precies één bericht uit, op de genoemde tijd, en anders geen")
        case .remove:
            Frame.pick(
                tongue, "afterwards it can no longer be found or opened, and everything else is unchanged",
                "danach ist es weder zu finden noch zu öffnen, und alles andere ist unverändert",
                "ensuite on ne peut plus le trouver ni l'ouvrir, et tout le reste est inchangé",
                "después ya no se puede encontrar ni abrir, y todo lo demás sigue igual",
                "depois já não se pode encontrar nem abrir, e o resto continua igual",
                "dopo non si può più trovare né aprire, e tutto il resto è invariato",
                "daarna is het niet meer te vinden of te openen, en al het andere is onveranderd")
        case .export:
            Frame.pick(
                tongue, "the file opens in another program and holds every entry exactly once",
                "die Datei öffnet sich in einem anderen Programm und enthält jeden Eintrag genau einmal",
                "le fichier s'ouvre dans un autre programme et contient chaque entrée une seule fois",
                "el archivo se abre en otro programa y contiene cada entrada una sola vez",
                "o arquivo abre em outro programa e contém cada entrada uma só vez",
                "il file si apre in un altro programma e contiene ogni voce una sola volta",
                "het bestand opent in een ander programma en bevat elke regel precies één keer")
        case .find:
            Frame.pick(
                tongue, "what matches is found, what does not match is left out, and an empty result says so",
                "was passt, wird gefunden, was nicht passt, fehlt, und ein leeres Ergebnis sagt es",
                "ce qui correspond est trouvé, le reste est laissé de côté, et un résultat vide le dit",
                "se encuentra lo que corresponde, lo demás no sale, y un resultado vacío lo dice",
                "encontra-se o que corresponde, o resto não sai, e um resultado vazio o diz",
                "si trova ciò che corrisponde, il resto non esce, e un risultato vuoto lo dice",
                "wat past wordt gevonden, wat niet past ontbreekt, en een leeg resultaat zegt dat")
        case .decide:
            Frame.pick(
                tongue, "the choice is shown to those whom it concerns, and counts once",
                "die Wahl wird denen gezeigt, die sie angeht, und zählt einmal",
                "le choix est montré à ceux qu'il concerne et compte une seule fois",
                "la elección se muestra a quienes afecta y cuenta una sola vez",
                "a escolha é mostrada a quem interessa e conta uma só vez",
                "la scelta si mostra a chi riguarda e conta una sola volta",
                "de keuze is te zien voor wie het aangaat en telt één keer")
        case .compute:
            Frame.pick(
                tongue, "for known input the result is the expected one, worked out by hand beforehand",
                "für bekannte Eingaben kommt das vorher von Hand ermittelte Ergebnis heraus",
                "pour des données connues, le résultat est celui établi à la main auparavant",
                "con datos conocidos sale el resultado calculado antes a mano",
                "com dados conhecidos sai o resultado calculado antes à mão",
                "con dati noti esce il risultato calcolato prima a mano",
                "bij bekende invoer komt het vooraf met de hand bepaalde resultaat")
        case .enter:
            Frame.pick(
                tongue,
                "what was entered is still there after a restart, and an empty or wrong entry is refused with a message",
                "das Eingegebene ist nach einem Neustart noch da, eine leere oder falsche Eingabe wird mit einem Hinweis abgelehnt",
                "ce qui a été saisi est encore là après un redémarrage, une saisie vide ou fausse est refusée avec un message",
                "lo introducido sigue ahí tras reiniciar, y una entrada vacía o errónea se rechaza con un mensaje",
                "o que se introduziu continua lá após reiniciar, e uma entrada vazia ou errada é recusada com uma mensagem",
                "ciò che è stato inserito c'è ancora dopo un riavvio, e una voce vuota o errata viene rifiutata con un messaggio",
                "wat is ingevoerd is er na een herstart nog, en lege of foute invoer wordt met een melding geweigerd")
        case .show:
            Frame.pick(
                tongue, "what is there is shown complete and up to date, and where nothing is there it says so",
                "was da ist, wird vollständig und aktuell gezeigt, und wo nichts ist, steht das da",
                "ce qui existe est montré en entier et à jour, et s'il n'y a rien, c'est dit",
                "lo que hay se muestra completo y al día, y si no hay nada, se dice",
                "o que há é mostrado completo e em dia, e se não há nada, diz-se",
                "ciò che c'è si mostra completo e aggiornato, e se non c'è nulla lo si dice",
                "wat er is wordt volledig en actueel getoond, en als er niets is staat dat er")
        case .other:
            Frame.pick(
                tongue,
                "somebody who did not build it does this from the start and sees the result; wrong input changes nothing",
                "jemand, der es nicht gebaut hat, tut dies von Anfang an und sieht das Ergebnis; falsche Eingaben ändern nichts",
                "quelqu'un qui ne l'a pas construit le fait depuis le début et voit le résultat ; une fausse saisie ne change rien",
                "quien no lo ha hecho lo recorre desde el principio y ve el resultado; una entrada errónea no cambia nada",
                "quem não o fez percorre-o desde o início e vê o resultado; uma entrada errada não muda nada",
                "chi non l'ha costruito lo fa dall'inizio e vede il risultato; un'immissione errata non cambia nulla",
                "iemand die het niet heeft gebouwd doet dit van begin af aan en ziet het resultaat; foute invoer verandert niets"
            )
        }
    }
}
