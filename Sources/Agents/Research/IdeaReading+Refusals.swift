import Patterns

/// What an idea says against: things that shall not be there, and more than it asks for.
struct RefusedPhrases: Sendable {
    /// Lower case, as written: "payments", "phone number".
    var refused: [String] = []
    /// Numbers of the words that belong to them.
    fileprivate(set) var positions: Set<Int> = []
    /// "Works with no internet": asked for by what is not there.
    fileprivate(set) var isOffline = false
}

extension IdeaReading {
    static func phrases(in text: String) -> RefusedPhrases { IdeaReading(text).refusals }

    /// Whether nothing beyond what is said is wanted: "nothing else", "that's all".
    static func isLimit(_ text: String) -> Bool {
        limitPhrases.contains(where: SpokenLine(text).says)
    }

    /// "One tap, nothing else" → "One tap".
    static func withoutLimit(_ text: String) -> String {
        var kept = text
        let lower = text.lowercased()
        guard lower.count == text.count else { return text }
        for phrase in limitPhrases + ["that's it", "that's all", "that\u{2019}s it", "that\u{2019}s all"] {
            guard let place = lower.firstRange(of: phrase) else { continue }
            let start = lower.distance(from: lower.startIndex, to: place.lowerBound)
            kept = String(text.prefix(start))
            break
        }
        while let last = kept.last, " ,;:-–—.".contains(last) { kept.removeLast() }
        for ending in [" and", " but"] where kept.lowercased().hasSuffix(ending) { kept.removeLast(ending.count) }
        while let last = kept.last, " ,;:-–—.".contains(last) { kept.removeLast() }
        return kept
    }

    private static let limitPhrases = [
        "nothing else", "nothing more", "thats it", "that is it", "thats all", "that is all", "no other features",
        "no other feature", "no extras", "no frills", "nothing beyond that", "no more than that", "and nothing",
        "sonst nichts",
        "nada mas", "rien d autre", "rien dautre",
    ]

    /// Reads "no payments", "without accounts or ads", "does not need a login".
    ///
    /// "No more double bookings" and "we have no overview" tell of trouble, and refuse nothing.
    func readRefusals() -> RefusedPhrases {
        var result = RefusedPhrases()
        var index = 0
        while index < words.count {
            guard let start = refusalStart(at: index) else {
                index += 1
                continue
            }
            index = readItems(from: start, into: &result)
        }
        return result
    }

    private func refusalStart(at index: Int) -> Int? {
        let word = words[index].lower
        func next(_ offset: Int) -> String { index + offset < words.count ? words[index + offset].lower : "" }
        switch word {
        case "no", "zero":
            let idioms = [
                "more", "longer", "one", "matter", "idea", "doubt", "time", "way", "problem", "wonder", "other", "need",
            ]
            if next(1) == "need", next(2) == "for" || next(2) == "of" { return index + 3 }
            if idioms.contains(next(1)) || index + 1 >= words.count { return nil }
            // "We have no overview": what is missing today.
            let before = index > 1 ? words[index - 2].lower : ""
            let has = index > 0 && ["have", "has", "had", "got", "is", "are", "was"].contains(words[index - 1].lower)
            let ours = ["i", "we", "they", "people", "there", "clubs", "you", "nobody", "who"].contains(before)
            return has && (ours || Self.isPeople(before)) && !words[index].opensClause ? nil : index + 1
        case "without", "ohne", "sin", "sans", "skip", "exclude", "excluding", "minus", "omit", "neither", "nor":
            return index + 1
        case "not", "dont", "doesnt", "never", "wont", "shouldnt", "mustnt":
            let between = [
                "need", "needs", "want", "wants", "have", "include", "require", "requires", "use", "offer", "support",
                "add", "do", "handle", "ask",
            ]
            if between.contains(next(1)) {
                let isComplaint =
                    index > 0 && next(1) == "have" && ["i", "we", "they", "people"].contains(words[index - 1].lower)
                return isComplaint ? nil : index + (["for", "to"].contains(next(2)) ? 3 : 2)
            }
            return word == "not" && words[index].opensClause ? index + 1 : nil
        default: return nil
        }
    }

    /// - Returns: Where reading goes on.
    private func readItems(from start: Int, into result: inout RefusedPhrases) -> Int {
        var index = start
        while true {
            var phrase: [String] = []
            var places: [Int] = []
            while index < words.count, phrase.count < 3 {
                let word = words[index]
                if index > start, word.opensClause, !phrase.isEmpty { break }
                if IdeaVocabulary.boundaries.contains(word.lower), word.lower != "no" { break }
                if ["no", "or", "nor"].contains(word.lower) { break }
                if !IdeaVocabulary.determiners.contains(word.lower) { phrase.append(word.lower) }
                places.append(index)
                index += 1
            }
            take(phrase, places, into: &result)
            // "no payments or deals": the list goes on.
            guard index < words.count, ["or", "nor", "and"].contains(words[index].lower), !words[index].opensClause
            else { return index }
            let goesOn = words[index].lower != "and" || isBareNoun(at: index + 1)
            guard goesOn else { return index }
            index += 1
        }
    }

    /// Whether one word ends its clause: "no payments and **deals**".
    private func isBareNoun(at index: Int) -> Bool {
        guard index < words.count, !IdeaVocabulary.manages(words[index].lower), English.isPlural(words[index].lower)
        else { return false }
        return index + 1 >= words.count || words[index + 1].opensClause
    }

    private func take(_ phrase: [String], _ places: [Int], into result: inout RefusedPhrases) {
        let said = phrase.filter { !IdeaShape.stopWords.contains($0) || $0 == "app" }
        guard !said.isEmpty else { return }
        if !Set(said).isDisjoint(with: ["internet", "connection", "wifi", "signal", "reception", "network", "cloud"]) {
            result.isOffline = true
            return
        }
        let text = phrase.joined(separator: " ")
        if !result.refused.contains(text) { result.refused.append(text) }
        result.positions.formUnion(places)
    }
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
        "shop", "sold", "verkauf", "verkaufen", "venta", "ventas", "vente", "ventes",
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
        if refusesTrade, !stems.isDisjoint(with: Self.tradeStems) { return true }
        return refusals.refused.contains { phrase in
            let said = Words.split(phrase).filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem)
            return !said.isEmpty && said.allSatisfy(stems.contains)
        }
    }
}
