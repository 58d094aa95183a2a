import Patterns

/// What a clause of an idea is besides something that the program does: a bound that it keeps, how much there is of
/// something, where it runs.
enum ClauseRole: Sendable, Hashable, CaseIterable {
    /// "Managers shouldn't see response times", "no mande más de uno al día", "at most 5 books".
    case rule
    /// "About 40 technicians, 300 inspections a week".
    case scale
    /// "Should work on iPhone and Android".
    case platform
    /// "Backend in Elixir, deployed on Fly.io".
    case stack
    /// "En catalán y castellano".
    case languages
    /// "Must cope with 200,000 files", "works with 2 GB of memory".
    case measure

    /// The role of a clause; nil for what the program does.
    static func of(_ clause: String, tongue: Tongue) -> ClauseRole? {
        let words = Words.split(clause, limit: 40)
        guard !words.isEmpty else { return nil }
        if namesLanguagesOnly(words) { return .languages }
        if namesStackOnly(clause, words) { return .stack }
        if namesPlatformOnly(words) { return .platform }
        if isRule(words, tongue) { return .rule }
        if isMeasure(words) { return .measure }
        return isScale(words, tongue) ? .scale : nil
    }

    // MARK: Rules

    /// Whether the verb of the clause is denied, or a bound opens it.
    private static func isRule(_ words: [String], _ tongue: Tongue) -> Bool {
        let main = words.prefix { !Tongue.conditions.contains($0) && !["so", "because", "weil", "que"].contains($0) }
        if StatedBound.opens(words[...]) { return true }
        if let first = words.first, bounds.contains(first), words.count > 2 { return true }
        // "Deux jeux maximum"
        if let last = words.last, bounds.contains(last), (2...5).contains(words.count) { return true }
        if ["at", "up"].contains(words[0]), words.count > 2, ["most", "least", "to"].contains(words[1]) {
            return true
        }
        if ["no", "not"].contains(words[0]), words.count > 3, words[1] == "more", words[2] == "than" { return true }
        // "Only for people of the same quarter", "nur für Mitglieder".
        if ["only", "nur", "solo", "seulement", "uniquement", "apenas", "alleen", "soltanto"].contains(words[0]),
            words.count > 2,
            [
                "for", "fur", "para", "pour", "per", "voor", "mit", "with", "con", "avec", "com", "within", "in",
                "inside",
                "between", "innerhalb", "dentro", "dans", "binnen",
            ].contains(words[1])
        {
            return true
        }
        // "Without sending anything to the cloud", "ohne etwas zu löschen".
        if RefusalWords.nouns.contains(words[0]), words.count > 2 { return true }
        // "Daten müssen in Deutschland liegen": where they are kept.
        if data.contains(words[0]), words.prefix(4).contains(where: modals.contains) { return true }
        guard let place = main.firstIndex(where: { isDenial($0, tongue) }) else { return false }
        // "Members who don't pay", "if it does not rain": said of somebody, not of the program.
        // "Die Dateien dürfen nie …" begins with an article.
        let before = main[..<place].dropFirst()
        if before.contains(where: ["who", "which", "that", "qui", "que", "che", "die", "what"].contains) {
            return false
        }
        guard place <= 7, words.count > 2 else { return false }
        // "So that I don't forget": why.
        if words.dropFirst(place + 1).prefix(2).contains(where: troubles.contains) { return false }
        return true
    }

    private static func isDenial(_ word: String, _ tongue: Tongue) -> Bool {
        switch tongue {
        case .english:
            return [
                "never", "mustnt", "shouldnt", "wont", "dont", "doesnt", "cannot", "cant", "not", "nobody", "isnt",
                "arent",
            ].contains(word)
        case .german:
            return ["nicht", "nie", "niemals", "niemand", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei"]
                .contains(word)
        case .french: return ["pas", "jamais", "aucun", "aucune", "personne", "rien"].contains(word)
        case .spanish: return ["no", "nunca", "nadie", "jamas", "tampoco", "ningun", "ninguna"].contains(word)
        case .portuguese: return ["nao", "nunca", "ninguem", "jamais", "nenhum", "nenhuma"].contains(word)
        case .italian: return ["non", "mai", "nessuno", "nessun", "nessuna"].contains(word)
        case .dutch: return ["niet", "nooit", "niemand", "geen"].contains(word)
        case .polish: return ["nie", "nigdy", "nikt", "zaden", "zadna"].contains(word)
        case .japanese: return false
        }
    }

    private static let data = WordList.set("data daten donnees datos dados dati gegevens")
    private static let modals = WordList.set(
        "must should muss soll debe doit deve moet stay stays remain mussen sollen bleiben doivent restent deben devem devono moeten tienen"
    )
    private static let bounds = WordList.set(
        """
        max maximum maximal maximo maxima massimo maximaal minimum minimal minimo hochstens mindestens jusqua hasta \
        moins mindst minstens hoogstens
        """)
    private static let troubles = WordList.set(
        "forget forgets miss lose remember know worry vergesse vergessen oublie oublier olvide olvidar esqueca esquecer"
    )

    // MARK: Numbers

    /// "Muss mit 200.000 Dateien klarkommen", "must handle 500 requests a second".
    private static func isMeasure(_ words: [String]) -> Bool {
        guard words.contains(where: startsWithNumber) else { return false }
        if words.contains(where: coping.contains) { return true }
        // "Jede Partie dauert höchstens 15 Minuten", "must last 2 years"
        if words.prefix(4).contains(where: StatedBound.lasting.contains),
            words.contains(where: StatedBound.times.contains)
        {
            return true
        }
        let asks =
            words.prefix(5).contains(where: modals.contains) || ["que", "muss", "soll", "needs"].contains(words[0])
        return asks && words.contains(where: below.contains)
    }

    private static func startsWithNumber(_ word: String) -> Bool { word.first?.isNumber ?? false }

    /// "Under 2 seconds", "weniger als 5 kB".
    private static let below = WordList.set(
        "under less below within unter weniger menos moins meno minder binnen hochstens maximal")
    private static let coping = WordList.set(
        """
        handle handles cope copes scale scales support supports sustain survive klarkommen verkraften zurechtkommen \
        bewaltigen aushalten soportar aguantar manejar soporte aguante supporter tenir encaisser supporte suportar aguentar \
        lidar suporte reggere sopportare gestire reggar aankunnen verwerken
        """)

    /// Numbers of people and things, and no verb.
    private static func isScale(_ words: [String], _ tongue: Tongue) -> Bool {
        guard words.count <= 9, words.prefix(3).contains(where: startsWithNumber) else { return false }
        let first = words[0]
        let isAbout = about.contains(first) && words.dropFirst().prefix(2).contains(where: startsWithNumber)
        let verbs = VerbForms.of(tongue)
        let does = words.contains { verbs?.isFinite($0) ?? false }
        guard !does else { return false }
        if isAbout { return true }
        guard let number = Int(words[0]), number >= 10, words.count >= 2, words.count <= 5 else { return false }
        return English.isPlural(words[1]) && !words.dropFirst(2).contains { IdeaSentence.isDoing($0) }
            && !["players", "minutes", "levels", "seconds", "hours"].contains(words[1])
    }

    private static let about = WordList.set(
        "about around roughly approximately some circa ca etwa rund ungefahr environ unos unas aproximadamente cerca ongeveer we somos sommes wir"
    )

    // MARK: Where it runs, and in what it is written

    /// "Should work on iphone + android": nothing but platforms and words that put them there.
    private static func namesPlatformOnly(_ words: [String]) -> Bool {
        guard words.contains(where: platforms.contains) else { return false }
        return words.allSatisfy { platforms.contains($0) || running.contains($0) || isSmall($0) }
    }

    private static func isSmall(_ word: String) -> Bool {
        IdeaShape.stopWords.contains(word) || FunctionWords.links.contains(word)
            || FunctionWords.determiners.contains(word)
    }

    private static let platforms = WordList.set(
        """
        iphone iphones ipad ipads ios android macos mac macs windows linux web browser browsers desktop mobile phone phones \
        smartphone smartphones tablet tablets handy handys telefono telephone movil celular pc laptop laptops ordenador \
        navegador navigateur ordinateur firefox chrome safari edge raspberry pi ubuntu debian
        """)
    private static let running = WordList.set(
        """
        uniquement seulement exclusively solamente solo unicamente apenas somente ausschliesslich nur alleen soltanto sur pour \
        work works run runs available support supports supported should must needs only also both on in as well please \
        funktionieren funktioniert laufen lauft soll muss auch funcionar funciona funcione correr debe tiene \
        fonctionner fonctionne marcher marche doit tourner tourne rodar roda deve funzionare funziona werken werkt app apps
        """)

    /// "Backend en Elixir, front en Svelte", "TypeScript, deployed on Fly.io".
    private static func namesStackOnly(_ clause: String, _ words: [String]) -> Bool {
        guard words.count <= 14 else { return false }
        let named = Set(IdeaReading(clause).technologies.flatMap { Words.split($0) })
        guard !named.isEmpty else { return false }
        var left = words.filter { !named.contains($0) && !technologyWords.contains($0) && !isSmall($0) }
        // "deployed on Fly.io": where it is put is named behind the verb.
        if let place = left.firstIndex(where: deploying.contains) { left.removeSubrange(place...) }
        return left.isEmpty
    }

    private static let deploying = WordList.set(
        "deployed hosted deploy host gehostet desplegado deploye heberge hospedado")
    private static let technologyWords: Set<String> = WordList.set(
        """
        written built made build backend frontend front back end stack database db datenbank base datos donnees dados server \
        client please bitte using use uses used based code coded geschrieben gebaut escrito hecho ecrit feito scritto prefer \
        preferably ideally only just side
        """
    ).union(IdeaVocabulary.technologies.flatMap { $0.words.split(separator: " ").map(String.init) })

    /// "In Catalan and Spanish", "zweisprachig deutsch und französisch".
    private static func namesLanguagesOnly(_ words: [String]) -> Bool {
        guard words.count <= 12, words.contains(where: languageNames.contains) else { return false }
        return words.allSatisfy { languageNames.contains($0) || speaking.contains($0) || isSmall($0) }
    }

    private static let languageNames = WordList.set(
        """
        english german french spanish italian portuguese dutch catalan basque galician polish turkish russian ukrainian \
        arabic chinese japanese welsh irish swedish danish norwegian greek romanian \
        deutsch englisch franzosisch spanisch italienisch portugiesisch turkisch polnisch russisch ukrainisch arabisch \
        anglais allemand francais espagnol italien portugais neerlandais arabe breton catalan occitan \
        ingles aleman frances espanol castellano catalan gallego euskera vasco valenciano italiano portugues alemao \
        espanhol tedesco francese inglese spagnolo portoghese engels duits frans spaans nederlands
        """)
    private static let speaking = WordList.set(
        """
        language languages bilingual available must should be in both and sprache sprachen zweisprachig dreisprachig \
        mehrsprachig auf soll langue langues bilingue disponible idioma idiomas lengua lenguas lingua lingue linguas taal talen \
        interface ui texts texte oberflache interfaz
        """)
}
