import Patterns

/// How one sees that a statement is fulfilled, where its numbers say so for certain; elsewhere nothing.
///
/// Only bounds that somebody can try are read: "at most 25 people per run", "at least 48 hours in advance", "up to 2
/// hours before". What has to be measured, and what only a reader understands, gets no criterion.
struct AcceptanceCriteria {
    /// At most two.
    let criteria: [String]
    private let tongue: Tongue

    init(_ statement: String, tongue: Tongue) {
        self.tongue = tongue
        criteria = StatedBound.all(in: statement, tongue: tongue).prefix(2).map { CriterionText.of($0, tongue) }
    }

    /// "Accepted when: 7 days is accepted, 8 is refused"; nil where nothing is certain.
    var text: String? {
        criteria.isEmpty ? nil : CriterionText.opening(tongue) + ": " + criteria.joined(separator: "; ")
    }

    /// A description with ways to see that it is fulfilled, as many as fit.
    static func adding(_ criteria: [String], to description: String, _ tongue: Tongue, longest: Int) -> String {
        for count in stride(from: criteria.count, to: 0, by: -1) {
            let end = tongue == .japanese ? "。" : "."
            let whole =
                description + " " + CriterionText.opening(tongue) + ": "
                + criteria.prefix(count).joined(separator: "; ") + end
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

    static let only = WordList.set(
        "only nur ausschliesslich seulement uniquement solo solamente unicamente apenas somente soltanto alleen")
}

/// A number that a statement sets as a bound: "at most 8 boats", "mindestens 48 Stunden vorher".
struct StatedBound {
    enum Kind { case most, least }
    let kind: Kind
    let number: Int
    /// What is counted; empty where the statement does not say.
    let unit: String

    /// The bounds that somebody can try, in the statement's order.
    static func all(in statement: String, tongue: Tongue) -> [StatedBound] {
        if tongue == .japanese { return japanese(statement) }
        let words = statement.split(whereSeparator: { " (".contains($0) }).map(String.init)
        let plain = words.map { Words.split($0).joined() }
        let isOfPeople = plain.contains { StatedPeople.isPerson($0, tongue) }
        let opensWithPeople = plain.prefix(4).contains { StatedPeople.isPerson($0, tongue) }
        var bounds: [StatedBound] = []
        for index in plain.indices {
            let before = plain[max(0, index - 4)..<index].joined(separator: " ")
            let isLeast = ends(before, with: least)
            guard let number = number(plain[index], tongue) ?? (isLeast && ones.contains(plain[index]) ? 1 : nil),
                number > 0,
                number < 100_000
            else { continue }
            let behind = plain.dropFirst(index + 1).prefix(5)
            var unit = unit(behind: index, in: words, plain)
            let isTime = behind.first.map(times.contains) ?? false
            let isAhead = isTime && behind.dropFirst().prefix(3).contains(where: ahead.contains)
            let reaches = ends(before, with: upTo)
            if isAhead {
                let length = (plain.dropFirst(index + 1).firstIndex(where: ahead.contains) ?? index + 1) - index
                unit = words[(index + 1)...].prefix(length).joined(separator: " ").trimmingCharacters(",.;:()!?")
                // "Up to 2 hours before": later is too late.
                if isLeast || reaches { bounds.append(StatedBound(kind: .least, number: number, unit: unit)) }
                continue
            }
            if isTime {
                // "Between two shifts at least 11 hours"
                if isLeast, plain.contains(where: between.contains) {
                    bounds.append(StatedBound(kind: .least, number: number, unit: unit))
                }
                continue
            }
            guard isCountable(behind.first ?? "", words[index]) else { continue }
            let isEach = plain.contains(where: each.contains)
            if isLeast, isOfPeople || isEach {
                bounds.append(StatedBound(kind: .least, number: number, unit: unit))
            } else if ends(before, with: most), isOfPeople || isEach {
                bounds.append(StatedBound(kind: .most, number: number, unit: unit))
            } else if reaches, opensWithPeople {
                bounds.append(StatedBound(kind: .most, number: number, unit: unit))
            }
        }
        return bounds
    }

    /// Whether words begin with a bound: "at most five books", "un máximo de 5 libros".
    static func opens(_ words: ArraySlice<String>) -> Bool {
        let said = words.drop { IdeaVocabulary.determiners.contains($0) || FunctionWords.determiners.contains($0) }
            .prefix(6)
        let line = said.joined(separator: " ")
        guard
            let phrase = (most + upTo + least + below).filter({ line.hasPrefix($0 + " ") }).max(by: {
                $0.count < $1.count
            })
        else { return false }
        let length = phrase.split(separator: " ").count
        return said.dropFirst(length).prefix(2).contains { word in
            Tongue.allCases.contains { number(word, $0) != nil }
        }
    }

    /// Sizes, speeds and shares are measured.
    private static func isCountable(_ unit: String, _ written: String) -> Bool {
        guard !written.contains("%"), !written.hasSuffix("."), unit.first?.isLetter ?? true else { return false }
        return !sizes.contains(unit)
    }

    private static func unit(behind index: Int, in words: [String], _ plain: [String]) -> String {
        guard index + 1 < words.count, !words[index].hasSuffix(","), !words[index].hasSuffix(")") else { return "" }
        let word = words[index + 1].trimmingCharacters(",.;:()!?")
        // "2 per maand"
        if each.contains(plain[index + 1]), index + 2 < words.count {
            return word + " " + words[index + 2].trimmingCharacters(",.;:()!?")
        }
        let isLink =
            IdeaVocabulary.boundaries.contains(plain[index + 1]) || FunctionWords.links.contains(plain[index + 1])
            || FunctionWords.determiners.contains(plain[index + 1])
        return isLink ? "" : word
    }

    private static func ends(_ text: String, with phrases: [String]) -> Bool {
        phrases.contains { text == $0 || text.hasSuffix(" " + $0) }
    }

    /// "Once" is eleven in Spanish alone.
    private static func number(_ word: String, _ tongue: Tongue) -> Int? {
        if !word.isEmpty, word.allSatisfy(\.isNumber), word.count < 7 { return Int(word) }
        guard let place = Tongue.allCases.firstIndex(of: tongue), place < names.count else { return nil }
        return names[place].firstIndex(of: word).map { $0 + 2 }
    }

    static func isNumber(_ word: String, _ tongue: Tongue) -> Bool { number(word, tongue) != nil }

    /// "1人3冊まで", "2週間以内", "3人以上".
    private static func japanese(_ statement: String) -> [StatedBound] {
        var bounds: [StatedBound] = []
        var number = ""
        let characters = Array(statement)
        for (index, character) in characters.enumerated() {
            if character.isNumber {
                number.append(character)
                continue
            }
            defer { number = "" }
            guard let value = Int(number), value > 0, value < 100_000 else { continue }
            let rest = String(characters[index...].prefix(7))
            for (end, kind) in [("まで", Kind.most), ("以内", .most), ("以下", .most), ("以上", .least)] {
                guard let place = rest.range(of: end), case let unit = String(rest[..<place.lowerBound]),
                    (1...4).contains(unit.count),
                    !unit.contains(where: \.isNumber)
                else { continue }
                bounds.append(StatedBound(kind: kind, number: value, unit: unit))
                break
            }
        }
        return bounds
    }

    private static let ones = WordList.set("one ein eine einen einer une uno una um uma een")
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
        "a limit of", "limit of", "limite di", "limite de", "at most", "no more than", "not more than", "max",
        "maximum",
        "maximum of", "hochstens", "maximal", "nicht mehr als", "au plus", "au maximum", "maximum de", "pas plus de",
        "como maximo", "maximo", "maximo de", "como mucho", "no mas de", "no maximo", "nao mais de", "al massimo",
        "massimo",
        "massimo di", "non piu di", "hoogstens", "maximaal", "niet meer dan",
    ]
    private static let upTo = ["up to", "bis zu", "bis", "jusqua", "jusqua a", "hasta", "ate", "fino a", "tot"]
    private static let least = [
        "at least", "minimum", "minimum of", "mindestens", "minimal", "au moins", "al menos", "como minimo", "minimo",
        "minimo de", "pelo menos", "no minimo", "almeno", "minimo di", "minstens", "minimaal", "co najmniej",
        "przynajmniej",
    ]
    private static let below = [
        "under", "less than", "within", "in under", "unter", "weniger als", "innerhalb von", "binnen", "moins de",
        "menos de", "meno di", "entro", "minder dan", "dentro de", "not exceed",
    ]
    private static let ahead = WordList.set(
        "before beforehand ahead advance earlier prior vorher vor voraus avant lavance antes antelacion anticipacion prima anticipo antecedencia vooraf tevoren"
    )
    private static let between = WordList.set("between zwischen entre tra fra tussen")
    private static let each = WordList.set("per each pro je par por a por cada ogni chaque jede jeder").subtracting([
        "a"
    ])
    private static let sizes = WordList.set(
        "kb mb gb tb ko mo go bytes pixel pixels px cm mm km m kg g w kw watt watts volt v percent prozent euro euros dollar dollars eur usd pounds c requests req"
    )
    static let lasting = WordList.set(
        """
        last lasts take takes lauft lauf dauert dauern halt halten reicht dure durent tient dura duran duren aguanta tarda dura durano regge \
        duurt
        """)
    static let times = WordList.set(
        """
        second seconds minute minutes min hour hours h day days week weeks month months year years sekunde sekunden minuten stunde \
        stunden std tag tage tagen woche wochen monat monate jahr jahre seconde secondes heure heures jour jours semaine semaines \
        mois an ans annee annees segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano anos secondo secondi \
        minuti ora ore giorno giorni settimana settimane mese mesi anno anni uur uren dag dagen weken maand maanden jaar
        """)
}
