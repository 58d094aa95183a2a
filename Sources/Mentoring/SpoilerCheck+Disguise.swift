/// Solutions in the texts of others, such as a model that was told to give them away: encoded, spelled, cut into pieces,
/// or said in words.
///
/// A text that is refused in vain costs little: the program's own hint stays.
extension SpoilerCheck {
    /// Whether a text gives the solution away in any of these ways.
    package func leaks(disguisedIn text: String) -> Bool {
        let readings = Disguise.readings(of: text)
        return readings.contains { leaks(into: $0) || names($0) || hasFreshOperator($0) } || spells(text)
            || readings.prefix(2).contains { tellsParts($0) }
            || readings.prefix(3).contains { quotesWhatIsFresh($0) || says($0) || saysToRemove($0) }
    }

    // MARK: Names

    /// Fewer letters make a word that stands in prose.
    private static let leastLetters = 6

    private var spellings: Set<String> {
        Set(telling.map { Self.letters(of: $0) }.filter { $0.count >= Self.leastLetters })
    }

    /// "safeLoad", "safe-load", "s4fe_l0ad" and "saf____ad" for `safe_load`.
    private func names(_ text: String) -> Bool {
        guard !telling.isEmpty else { return false }
        let spellings = spellings
        let words = text.split { !$0.isLetter && !$0.isNumber }.map { Self.letters(of: $0) }
        let isJoined = words.indices.contains { start in
            (1...4).contains { start + $0 <= words.count && spellings.contains(words[start..<start + $0].joined()) }
        }
        return isJoined || hasGaps(text)
    }

    /// Fewer letters make a word that stands in any sentence.
    private static let leastOfPart = 3

    /// The words that a telling name is made of, each in small letters; names with a very short one are left out.
    private var partsOfNames: [[String]] {
        telling.map { Self.parts(of: $0) }.filter { parts in
            parts.count > 1 && parts.allSatisfy { $0.count >= Self.leastOfPart }
        }
    }

    /// "Put the word safe and an underscore in front of load": every word of a name near each other, in any order, or
    /// one that the code does not have where the text speaks of words.
    private func tellsParts(_ text: String) -> Bool {
        let names = partsOfNames
        guard !names.isEmpty else { return false }
        let news = Set(names.joined()).subtracting(ownWords)
        let spelled = Disguise.letterRows(of: text)[0].split(separator: " ").map(String.init)
        if spelled.contains(where: { row in news.contains(where: row.contains) }) { return true }
        let isJoined = telling.contains { $0.contains("_") }
        for passage in Self.passages(of: text) {
            let words = passage.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
            let said = Set(words)
            func says(_ part: String) -> Bool {
                said.contains(part) || said.contains(part + "s") || said.contains(part + "r")
            }
            if names.contains(where: { $0.allSatisfy(says) && !news.isDisjoint(with: $0) }) { return true }
            if isJoined, words.contains(where: { word in Self.underscores.contains(where: word.hasPrefix) }) {
                return true
            }
            let isOfWords = words.contains { word in Self.namings.contains(where: word.hasPrefix) }
            if isOfWords, news.contains(where: said.contains) { return true }
        }
        return false
    }

    /// Sentences, short ones together with those beside them.
    private static func passages(of text: String) -> [String] {
        let sentences = text.split { ".!?;\n。！？".contains($0) }.map(String.init)
        func isShort(_ sentence: String) -> Bool { sentence.split(separator: " ").count <= 6 }
        return sentences.indices.map { start in
            var end = start + 1
            while end < sentences.count, end < start + 4, isShort(sentences[start]), isShort(sentences[end]) {
                end += 1
            }
            return sentences[start..<end].joined(separator: " ")
        }
    }

    /// Nobody speaks of it but who spells a name.
    private static let underscores = [
        "underscore", "unterstrich", "souligné", "souligne", "guion", "sottolineato", "trattino", "sublinhado",
        "подчёркивани", "подчеркивани",
    ]

    /// What speaks of a word and not of what it means, by its beginning.
    private static let namings = [
        "word", "name", "nom", "naam", "имя", "prefix", "suffix", "spell", "letter", "begin", "start", "underscore",
        "named", "wort", "beginnt",
        "buchstab", "unterstrich", "vorsilbe", "mot", "préfixe", "prefixe", "commence", "lettre", "souligné", "tiret",
        "palabra", "prefijo", "empieza", "comienza", "letra", "parola", "prefisso", "inizia", "comincia", "lettera",
        "palavra", "prefixo", "começa", "woord", "voorvoegsel", "слово", "слова", "начинается", "буквы", "приставк",
    ]

    /// One letter at a time, or as what words or lines begin with.
    private func spells(_ text: String) -> Bool {
        let spellings = spellings
        guard !spellings.isEmpty else { return false }
        return Disguise.letterRows(of: text).contains { row in
            let row = Self.letters(of: row, keepsBlanks: true)
            return spellings.contains(where: row.contains)
        }
    }

    /// In small letters, without signs, and with the letters that digits stand for.
    private static func letters(of text: some StringProtocol, keepsBlanks: Bool = false) -> String {
        let digits: [Character: Character] = ["0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t"]
        return String(
            text.lowercased().compactMap { sign in
                keepsBlanks && sign == " " || sign.isLetter || sign.isNumber ? digits[sign] ?? sign : nil
            })
    }

    /// "s_fe_l__d": a word with gaps in it which the name fits.
    private func hasGaps(_ text: String) -> Bool {
        let gaps: Set<Character> = ["_", "?", "*", "…", "□", "-"]
        let words = text.split { !$0.isLetter && !$0.isNumber && !gaps.contains($0) }
        return words.contains { word in
            let shown = word.count { !gaps.contains($0) }
            guard shown >= 3, shown < word.count, word.count <= 60 else { return false }
            return telling.contains { name in
                shown * 2 >= name.count && name != word
                    && Self.fits(Array(name.lowercased()), Array(word.lowercased()), gaps)
            }
        }
    }

    /// Whether the gaps of a word can be filled so that it is the name; two in a row stand for any number of letters.
    private static func fits(_ name: [Character], _ word: [Character], _ gaps: Set<Character>) -> Bool {
        var reached: Set<Int> = [0]
        var place = 0
        while place < word.count {
            var end = place
            while end < word.count, gaps.contains(word[end]) { end += 1 }
            switch end - place {
            case 0:
                reached = Set(reached.filter { $0 < name.count && name[$0] == word[place] }.map { $0 + 1 })
                end += 1
            case 1: reached = Set(reached.filter { $0 < name.count }.map { $0 + 1 })
            default: reached = reached.min().map { Set($0...name.count) } ?? []
            }
            if reached.isEmpty { return false }
            place = end
        }
        return reached.contains(name.count)
    }

    // MARK: Words

    /// "`is`": what is new in the solution, alone between quotes.
    private func quotesWhatIsFresh(_ text: String) -> Bool {
        guard !fresh.isEmpty else { return false }
        return Disguise.quotations(in: text).contains { quotation in
            let tokens = Self.tokens(of: String(quotation))
            return tokens.count <= 4 && tokens.contains(where: fresh.contains)
        }
    }

    private func hasFreshOperator(_ text: String) -> Bool {
        guard !freshOperators.isEmpty else { return false }
        if !Self.operators(in: text).isDisjoint(with: freshOperators) { return true }
        guard freshOperators.contains("===") || freshOperators.contains("!==") else { return false }
        let words = text.lowercased()
        return Self.threefold.contains { words.contains($0) }
    }

    private static let threefold = [
        "triple equal", "three equal", "strict equal", "strict inequal", "drei gleich", "dreifach", "triple égal",
        "trois égal",
        "égalité stricte", "tres igual", "triple igual", "igualdad estricta", "тройн", "三等",
    ]

    /// "Compare with is", "use is instead": in some languages.
    private func says(_ text: String) -> Bool {
        guard !fresh.isEmpty else { return false }
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { $0.lowercased() }
        let wanted = Set(fresh.map { $0.lowercased() })
        return words.indices.contains { index in
            guard wanted.contains(words[index]) else { return false }
            let before = words[max(0, index - 3)..<index].reversed().drop { Self.fillers.contains($0) }
            let after = words.dropFirst(index + 1).prefix(2)
            return before.first.map(Self.ordersBefore.contains) ?? false
                || after.first.map(Self.ordersAfter.contains) ?? false
        }
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    private static let fillers = set(
        "a an the word keyword operator value name function das den die der ein eine wort le la un une mot el una palabra o"
    )
    private static let ordersBefore = set(
        "use using with to by write type say try choose take insert add put pass call need prefer nimm benutze benutz "
            + "verwende mit durch zu schreibe schreib setze utilise utilisez avec par écris écrivez mets ajoute usa use "
            + "utiliza con por escribe pon añade com escreva usando используй с на напиши добавь 用 使用 写")
    private static let ordersAfter = set("instead rather statt stattdessen anstelle plutôt вместо")

    private func saysToRemove(_ text: String) -> Bool {
        guard !removed.isEmpty else { return false }
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { $0.lowercased() }
        let wanted = Set(removed.map { $0.lowercased() }).union(Self.lines)
        return words.indices.contains { index in
            Self.removals.contains(where: words[index].hasPrefix)
                && words.dropFirst(index + 1).prefix(6).contains(where: wanted.contains)
        }
    }

    private static let removals = [
        "remove", "delete", "erase", "drop", "lösch", "entfern", "streich", "supprim", "enlev", "retir", "elimin",
        "borr",
        "quita", "удал", "убер", "删除", "去掉",
    ]
    private static let lines = set("line it this zeile sie ligne línea linea esto строку её")

    /// Runs of the signs that operators are made of.
    static func operators(in text: String) -> Set<Substring> {
        Set(text.split { !"=!<>&|?:+-*/%^~".contains($0) }.filter { $0.count > 1 })
    }
}
