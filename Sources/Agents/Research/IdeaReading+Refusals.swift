import Patterns

/// What an idea says against: things that shall not be there, and more than it asks for.
struct RefusedPhrases: Sendable {
    /// Lower case, as written: "payments", "phone number".
    var refused: [String] = []
    /// Numbers of the words that belong to them.
    fileprivate(set) var positions: Set<Int> = []
    /// "Works with no internet": asked for by what is not there.
    fileprivate(set) var isOffline = false
    /// "It must not record anything": a rule for the program, whatever it names.
    fileprivate(set) var isRule = false
}

extension IdeaReading {
    static func phrases(in text: String) -> RefusedPhrases { IdeaReading(refusalsIn: text).refusals }

    /// Whether nothing beyond what is said is wanted: "nothing else", "that's all".
    static func isLimit(_ text: String) -> Bool {
        let line = SpokenLine(text)
        if limitPhrases.contains(where: line.says) { return true }
        // "…, and nothing": where it goes on ("and nothing is shared"), that is ruled out and no more.
        return Words.split(text, limit: 2_000).suffix(2) == ["and", "nothing"]
    }

    /// The text without sentences that say how much somebody may see: "guests see the dates but nothing else" bounds the
    /// guests, and not the program.
    static func withoutBounds(_ text: String) -> String {
        let sentences = text.split(separator: ".")
        return sentences.enumerated().filter { index, sentence in
            let line = SpokenLine(String(sentence))
            return index == 0 || !bounding.contains(where: line.says)
        }.map { String($0.element) }.joined(separator: ".")
    }

    private static let bounding = [
        "but nothing else", "and nothing else", "aber sonst nichts", "sonst nichts", "mais rien d autre",
        "mais rien dautre", "et rien dautre", "pero nada mas", "y nada mas", "mas nada mais", "e mais nada",
        "ma nientaltro", "e nientaltro", "maar verder niets", "en verder niets", "ale nic wiecej", "i nic wiecej",
    ]

    /// "One tap, nothing else" → "One tap".
    static func withoutLimit(_ text: String) -> String {
        var kept = text
        let lower = text.lowercased()
        guard lower.count == text.count else { return text }
        for phrase in limitPhrases + writtenLimits {
            guard let place = lower.firstRange(of: phrase) else { continue }
            let start = lower.distance(from: lower.startIndex, to: place.lowerBound)
            kept = String(text.prefix(start))
            break
        }
        while let last = kept.last, " ,;:-–—.".contains(last) { kept.removeLast() }
        for ending in [" and", " but", " et", " y", " e", " und", " en"] where kept.lowercased().hasSuffix(ending) {
            kept.removeLast(ending.count)
        }
        while let last = kept.last, " ,;:-–—.".contains(last) { kept.removeLast() }
        return kept
    }

    /// As they are written, for what is taken off a sentence.
    private static let writtenLimits = [
        "that's it", "that's all", "that\u{2019}s it", "that\u{2019}s all", "rien d'autre", "rien d\u{2019}autre",
        "c'est tout",
        "c\u{2019}est tout", "nada más", "sólo eso", "nient'altro", "nient\u{2019}altro", "só isso",
    ]

    private static let limitPhrases = [
        "nothing else", "nothing more", "thats it", "that is it", "thats all", "that is all", "no other features",
        "no other feature", "no extras", "no frills", "nothing beyond that", "no more than that",
        "only that", "just that", "only this", "just this", "nothing but that", "nothing besides",
        "sonst nichts", "nur das", "nichts weiter", "nichts anderes", "mehr nicht",
        "nada mas", "solo eso", "rien d autre", "rien dautre", "rien de plus", "cest tout", "c est tout",
        "nientaltro", "niente altro", "solo questo", "mais nada", "so isso", "verder niets", "alleen dat",
    ]

    /// Reads "no payments", "without accounts or ads", "does not need a login".
    ///
    /// "No more double bookings" and "we have no overview" tell of trouble, and refuse nothing.
    func readRefusals() -> RefusedPhrases {
        var result = RefusedPhrases()
        var index = 0
        while index < words.count {
            guard let found = refusalStart(at: index) else {
                index += 1
                continue
            }
            if found.isRule { result.isRule = true }
            index = max(index + 1, readItems(from: found.start, isRule: found.isRule, into: &result))
        }
        return result
    }

    private func refusalStart(at index: Int) -> (start: Int, isRule: Bool)? {
        let word = words[index].lower
        func next(_ offset: Int) -> String { index + offset < words.count ? words[index + offset].lower : "" }
        // "If there is no network …": what then happens is asked for.
        let clause = words[...index].lastIndex { $0.opensClause || $0.opensSentence } ?? 0
        if clause < index, Tongue.conditions.contains(words[clause].lower) { return nil }
        // "Members without a phone", "nach 48 Stunden ohne Antwort": said of somebody, or of a time.
        if index > 0, !words[index].opensClause,
            ["without", "ohne", "sans", "sin", "senza", "sem", "zonder"].contains(word),
            StatedBound.times.contains(words[index - 1].lower)
                || index == 1 && words[0].text.first?.isUppercase == true && Self.isPeople(words[0].lower)
                || words[index - 1].opensSentence && Self.isPeople(words[index - 1].lower)
        {
            return nil
        }
        switch word {
        case "no", "zero":
            // "no mar" is "in the sea".
            if isForeign { return nil }
            let idioms = [
                "more", "longer", "one", "matter", "idea", "doubt", "time", "way", "problem", "wonder", "other", "need",
                "wish", "later", "further", "sooner", "less",
            ]
            if ["need", "wish", "use", "room"].contains(next(1)), next(2) == "for" || next(2) == "of" {
                return (index + 3, false)
            }
            // "No wish list", "no time tracking" and "no problem reports" name things.
            let small = ["to", "for", "of", "with", "in", "and", "or", "is", "was", "that", "on", "at", "left"]
            let isNoun =
                ["wish", "time", "problem", "idea"].contains(next(1)) && index + 2 < words.count
                && !words[index + 2].opensSentence && !words[index + 2].opensClause && !small.contains(next(2))
            if idioms.contains(next(1)), !isNoun { return nil }
            if index + 1 >= words.count { return nil }
            // "We have no overview": what is missing today.
            let before = index > 1 ? words[index - 2].lower : ""
            let has = index > 0 && ["have", "has", "had", "got", "is", "are", "was"].contains(words[index - 1].lower)
            let isProgram =
                ["it", "this"].contains(before) || IdeaVocabulary.kindsOfApp.contains(before) || before == "and"
            return has && !isProgram && !words[index].opensClause ? nil : (index + 1, false)
        case "nothing":
            // "Nothing is shared with anybody": a rule.
            if ["is", "are", "may", "must", "should", "shall", "gets", "leaves", "goes"].contains(next(1)) {
                return (index + 2, true)
            }
            return next(1) == "online" ? (index + 1, false) : nil
        case "pas":
            let item = index + 1 < words.count ? words[index + 1].text.lowercased() : ""
            return item == "de" || item == "du" || Self.elided(item) != nil ? (index + 1, false) : nil
        case "nada", "niente", "rien":
            let isLimit =
                ["mas", "altro", "dautre", "de", "plus"].contains(next(1)) && !(word == "nada" && next(1) == "de")
            return isLimit ? nil : (index + 1, false)
        case "nobody", "niemand", "personne", "nadie", "nessuno", "ninguem":
            // "Nobody should pay": the paying is ruled out.
            // "Nobody should need an account": the account is.
            if let needs = words[(index + 1)...].prefix(4).firstIndex(where: { Self.needing.contains($0.lower) }) {
                return (needs + 1, true)
            }
            let pays = words[(index + 1)...].prefix(4).firstIndex { Self.isPaying($0.lower) }
            return pays.map { ($0, true) }
        // "Rerunnable without duplicating rows": how, and no thing that is left out.
        case "without"
        where next(1).hasSuffix("ing") && !Self.tradeWords.contains(next(1)) && Self.topic(of: next(1)) == nil
            && !IdeaVocabulary.thingsInIng.contains(next(1)):
            return nil
        case _ where RefusalWords.nouns.contains(word): return (index + 1, false)
        case _ where RefusalWords.negations.contains(word): return negation(at: index)
        default: return nil
        }
    }

    private static let needing: Set<String> = [
        "need", "needs", "require", "braucht", "brauchen", "besoin", "necesite", "necesita", "precisa", "nodig",
    ]

    /// What is not done to something that is there: "it never overwrites a file" rules out no files.
    private static let sparing: Set<String> = Set(
        [
            "overwrite", "delete", "remove", "lose", "change", "modify", "touch", "move", "rename", "edit", "alter",
            "break",
            "damage", "erase", "forget", "skip", "drop", "duplicate", "exceed", "block", "crash", "mix", "wake",
            "replace",
            "corrupt", "repeat",
        ].map(Words.stem))

    /// Where the object of a verb begins that is ruled out: "it must not take **money**".
    private func negation(at index: Int) -> (start: Int, isRule: Bool)? {
        let word = words[index].lower
        func next(_ offset: Int) -> String { index + offset < words.count ? words[index + offset].lower : "" }
        let between = [
            "need", "needs", "want", "wants", "have", "include", "require", "requires", "use", "offer", "support",
            "add", "do", "handle", "ask",
        ]
        let isModal = index > 0 && ["must", "should", "may", "shall", "does"].contains(words[index - 1].lower)
        let place = isModal ? index - 1 : index
        let ofProgram = isOfProgram(before: place, opensClause: words[place].opensClause || place == 0)
        let isRule =
            ofProgram
            && (isModal || ["mustnt", "shouldnt", "never"].contains(word)
                || ["dont", "doesnt", "wont"].contains(word) && place > 0)
            && !["forget", "miss", "lose", "run", "worry", "think", "again", "mind", "matter", "know"].contains(next(1))
        // "Clients should not be able to book themselves"
        if isModal, next(1) == "be", next(2) == "able", next(3) == "to" { return (index + 4, true) }
        // "Members don't pay through the site" tells where they do.
        if Self.isPaying(next(1)) { return ofProgram || word == "never" ? (index + 1, true) : nil }
        if between.contains(next(1)) {
            let isComplaint =
                index > 0 && next(1) == "have" && ["i", "we", "they", "people"].contains(words[index - 1].lower)
            return isComplaint ? nil : (index + (["for", "to"].contains(next(2)) ? 3 : 2), isRule)
        }
        if isRule, Self.sparing.contains(Words.stem(next(1))) { return nil }
        if isRule { return (index + (["for", "to", "in", "on"].contains(next(2)) ? 3 : 2), true) }
        return word == "not" && (words[index].opensClause || index == 0) && next(1) != "only" ? (index + 1, false) : nil
    }

    /// Whether what stands before a verb is the program itself, or nothing: "it", "the app", "and".
    private func isOfProgram(before index: Int, opensClause: Bool) -> Bool {
        if opensClause { return true }
        let before = words[index - 1].lower
        return ["it", "and", "that", "which", "or", "but"].contains(before)
            || IdeaVocabulary.kindsOfApp.contains(before)
            || ["extension", "firmware", "program", "page"].contains(before)
    }

    private static func isPaying(_ word: String) -> Bool {
        [
            "pay", "pays", "paying", "zahlt", "zahlen", "bezahlt", "bezahlen", "paie", "paye", "payer", "paga", "pagan",
            "pagare",
        ]
        .contains(word)
    }

    /// "d'amendes" → "amendes".
    private static func elided(_ word: String) -> String? {
        for mark in ["d'", "d\u{2019}", "l'", "l\u{2019}"] where word.hasPrefix(mark) {
            return String(word.dropFirst(2))
        }
        return nil
    }

    /// - Returns: Where reading goes on.
    private func readItems(from start: Int, isRule: Bool, into result: inout RefusedPhrases) -> Int {
        var index = start
        while true {
            var phrase: [String] = []
            var places: [Int] = []
            while index < words.count, phrase.count < 3 {
                let word = words[index]
                if index > start, word.opensClause, !phrase.isEmpty { break }
                let isFiller = ["de", "di", "du", "of", "for", "von", "any"].contains(word.lower)
                if phrase.isEmpty, isFiller, index < words.count - 1 {
                    places.append(index)
                    index += 1
                    continue
                }
                if IdeaVocabulary.boundaries.contains(word.lower), word.lower != "no", word.lower != "online" { break }
                if Self.listLinks.contains(word.lower) || RefusalWords.nouns.contains(word.lower) || word.lower == "no"
                {
                    break
                }
                if ["longer", "anything", "anybody", "anyone", "else", "their", "each"].contains(word.lower) { break }
                if isForeign, !phrase.isEmpty, FunctionWords.links.contains(word.lower) { break }
                let isArticle =
                    IdeaVocabulary.determiners.contains(word.lower)
                    || isForeign && FunctionWords.determiners.contains(word.lower)
                if !isArticle { phrase.append(Self.elided(word.text.lowercased()) ?? word.lower) }
                places.append(index)
                index += 1
            }
            take(
                phrase, places, isRule: isRule, opensWith: index < words.count ? words[index].lower : "", into: &result)
            guard index < words.count else { return index }
            // "no forum, chat or newsletters": the list goes on behind commas, as far as its "or".
            if !phrase.isEmpty, words[index].opensClause, !words[index].opensSentence, listGoesOn(from: index) {
                if Self.listLinks.contains(words[index].lower) { index += 1 }
                continue
            }
            // "no payments or deals"
            guard Self.listLinks.contains(words[index].lower), !words[index].opensClause else { return index }
            guard !phrase.isEmpty else { return index }
            let isOr = !["and", "und", "y", "et", "e"].contains(words[index].lower)
            guard isOr || isBareNoun(at: index + 1) else { return index }
            index += 1
        }
    }

    private static let listLinks: Set<String> = [
        "or", "nor", "and", "oder", "ni", "ou", "noch", "und", "et", "y", "e", "o",
    ]

    /// Whether an "or" comes before the next verb or full stop.
    private func listGoesOn(from index: Int) -> Bool {
        for word in words[index...].prefix(6) {
            if word.opensSentence { return false }
            if ["or", "nor", "oder", "ni", "ou", "noch"].contains(word.lower) { return true }
            if IdeaVocabulary.boundaries.contains(word.lower), word.lower != "for" { return false }
            if RefusalWords.openings.contains(word.lower) { return false }
        }
        return false
    }

    /// Whether one word ends its clause: "no payments and **deals**".
    private func isBareNoun(at index: Int) -> Bool {
        guard index < words.count, !IdeaVocabulary.manages(words[index].lower), English.isPlural(words[index].lower)
        else { return false }
        return index + 1 >= words.count || words[index + 1].opensClause
    }

    private func take(
        _ phrase: [String], _ places: [Int], isRule: Bool, opensWith after: String, into result: inout RefusedPhrases
    ) {
        result.positions.formUnion(places)
        let phrase = phrase.filter { !Self.politeness.contains($0) }
        let said = phrase.filter {
            !IdeaShape.stopWords.contains($0) || $0 == "app" || $0 == "online" || Self.connections.contains($0)
        }
        // "Sans jamais montrer l'année": something that is not to be done.
        if isForeign, phrase.count > 1, let verb = phrase.first(where: { $0 != "jamais" }),
            VerbForms.of(Tongue(of: words.map(\.lower)))?.isInfinitive(verb) ?? false
        {
            result.isRule = true
            return
        }
        guard !said.isEmpty else { return }
        // "without saying so", "no app to install": how, not what.
        if phrase.count == 1, phrase[0].hasSuffix("ing"), !Self.tradeWords.contains(phrase[0]), after == "so" { return }
        if said == ["app"], after == "to" { return }
        // "Clients must not book": what somebody shall not do is a rule, and no thing to leave out.
        if isRule, phrase.count == 1, !Self.isPaying(phrase[0]), IdeaVocabulary.managingVerbs.contains(phrase[0]),
            !Self.tradeWords.contains(phrase[0])
        {
            return
        }
        // "No cloud" is no connection; "no cloud account" is no account.
        // "No online payments" are payments.
        let isOnlineThing = said.contains("online") && said.contains { !Self.connections.contains($0) }
        if !Set(said).isDisjoint(with: Self.connections), !said.contains(where: Self.isThing), !isOnlineThing {
            result.isOffline = true
            return
        }
        let isGerman = FunctionWords.areGerman(words.map(\.lower))
        // As it is written, accents and all.
        let written = phrase.map { word in
            places.lazy.map { words[$0] }.first { $0.lower == word && isForeign }.map {
                isGerman ? $0.text : $0.text.lowercased()
            } ?? word
        }
        let text = phrase.contains(where: Self.isPaying) ? "payments" : written.joined(separator: " ")
        if !result.refused.contains(text) { result.refused.append(text) }
    }
}

extension IdeaReading {
    /// Words that only make a refusal polite, or say that something is not needed.
    fileprivate static let politeness: Set<String> = [
        "please", "pls", "bitte", "needed", "required", "necessary", "thanks", "danke", "svp", "porfa", "notig", "thx",
    ]

    private static func isThing(_ word: String) -> Bool {
        topic(of: word) == .accounts || ["storage", "service", "services", "backup", "hosting", "sync"].contains(word)
    }

    /// What is not there where it works offline.
    private static let connections: Set<String> = [
        "internet", "connection", "wifi", "wi-fi", "signal", "reception", "network", "cloud", "online", "conexion",
        "connexion", "verbindung", "internetverbindung", "connessione", "conexao", "rete", "reseau", "netz", "wlan",
        "cobertura", "empfang", "verbinding",
    ]
}

extension ProjectPattern.Feature {
    /// Whether a feature is, or speaks of, something that the idea rules out.
    func isRefused(by reading: IdeaReading, fill: (String) -> String) -> Bool {
        if !topics.isDisjoint(with: reading.refused) { return true }
        return reading.rulesOut([name, text, entity ?? ""].map(fill).joined(separator: " "))
    }
}

extension IdeaReading {
    /// Whether nothing is to be sold: "no selling", "without buying or selling", "no money".
    var refusesTrade: Bool {
        refusals.refused.contains { phrase in
            Words.split(phrase).contains { Self.tradeWords.contains($0) }
        }
    }

    private static let tradeWords: Set<String> = [
        "sell", "selling", "sale", "sales", "buy", "buying", "purchase", "purchases", "commerce", "ecommerce", "money",
        "shop", "sold", "verkauf", "verkaufen", "venta", "ventas", "vente", "ventes", "venda", "vendas", "vendita",
        "dinero", "geld", "argent", "denaro", "dinheiro",
    ]

    /// What is said of nothing but trade.
    private static let tradeStems = Set(
        [
            "sell", "selling", "seller", "sellers", "buyers", "sold", "sale", "sales", "buy", "buyer", "buying",
            "purchase", "price",
            "prices",
            "commission", "fee", "fees", "payment", "payments", "pay", "paid", "payout", "checkout", "cart", "money",
            "invoice", "refund", "discount", "revenue", "turnover", "deal", "deals", "escrow", "bill", "billing",
        ].map(Words.stem))

    /// Whether a text speaks of something that the idea rules out.
    func rulesOut(_ text: String) -> Bool {
        guard !refusals.refused.isEmpty else { return false }
        let stems = Set(Words.split(text, limit: 400).map(Words.stem))
        if refusesTrade, !isForeign, !stems.isDisjoint(with: Self.tradeStems) { return true }
        return refusals.refused.contains { phrase in
            let said = Words.split(phrase).filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem)
            return !said.isEmpty && said.allSatisfy(stems.contains)
        }
    }
}
