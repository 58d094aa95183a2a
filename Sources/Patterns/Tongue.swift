/// The language that somebody writes an idea in, as far as its small words show it.
package enum Tongue: String, Sendable, CaseIterable {
    case english, german, french, spanish, portuguese, italian, dutch, polish, japanese

    /// The language most of whose small words stand in a text; English where none does.
    package init(of words: [String]) {
        if Self.areJapanese(words) {
            self = .japanese
            return
        }
        if Self.arePolish(words) {
            self = .polish
            return
        }
        guard FunctionWords.areForeign(words) else {
            self = .english
            return
        }
        var best = Tongue.english
        var most = 0
        for tongue in Tongue.allCases where tongue != .english && tongue != .japanese {
            let count = words.count { tongue.smallWords.contains($0) }
            if count > most { (best, most) = (tongue, count) }
        }
        self = best
    }

    /// As `init(of:)`, and with what accents show: "für" is German, and "fur" is worn.
    package init(_ text: String) {
        let words = Words.split(text, limit: 200)
        self.init(of: words)
        if self != .english, self != .japanese, self != .polish {
            // Some small words are of more than one language: what accents show decides.
            func count(_ tongue: Tongue) -> Int { words.count { tongue.smallWords.contains($0) } }
            let most = count(self)
            if let clear = Self.letters.first(where: { tongue, letters in
                text.unicodeScalars.contains(where: letters.unicodeScalars.contains) && count(tongue) == most
            }) {
                self = clear.0
            }
            return
        }
        guard self == .english, words.count(where: { Self.clearlyEnglish.contains($0) }) == 0 else { return }
        for (tongue, letters) in Self.letters
        where text.unicodeScalars.contains(where: letters.unicodeScalars.contains)
            && words.contains(where: { tongue.smallWords.contains($0) || tongue == .german && $0 == "fur" })
        {
            self = tongue
            return
        }
    }

    /// Mostly characters of which each is a word here.
    private static func areJapanese(_ words: [String]) -> Bool {
        func isKana(_ word: String) -> Bool {
            word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy { (0x3040...0x30FF).contains($0.value) }
        }
        return words.count(where: isKana) * 3 > words.count
    }

    private static func arePolish(_ words: [String]) -> Bool {
        let own = words.count { polishAlone.contains($0) }
        // "Nie" and "sie" are German words, too.
        let polish = words.count { Tongue.polish.smallWords.contains($0) }
        let german = words.count { Tongue.german.smallWords.contains($0) }
        if german > 0, german >= polish { return false }
        return own > 0 && own * 2 > words.count { clearlyEnglish.contains($0) }
            && polish > 1
            || own > 1
    }

    /// Small words of Polish that no other language here has.
    private static let polishAlone = WordList.set(
        """
        nie dla jest oraz lub bez przez ktory ktora ktore moze moga potrzebuje potrzebujemy chce chcemy aplikacja aplikacje \
        strona strony zeby kazdy kazda jako nasz nasza nasze naszej moje moja
        """)
    private static let clearlyEnglish = WordList.set(
        "the a an and of to for with is are that which who it my our your from should must can where")
    /// Letters that hint at a language, the surest first.
    private static let letters: [(Tongue, String)] = [
        (.polish, "ąęłńśźżĄĘŁŃŚŹŻ"), (.german, "äöüßÄÖÜ"), (.portuguese, "ãõÃÕ"), (.spanish, "ñ¿¡óíáÑ"),
        (.french, "éèêàùçœÉÈÀÇ"), (.italian, "òìùàè"), (.dutch, "ëï"),
    ]

    private var smallWords: Set<String> { Self.small[self] ?? [] }

    private static let small: [Tongue: Set<String>] = [
        .german: WordList.set(
            """
            der die das dem den ein eine einen einem einer und oder mit fur zu zum zur von vom im auf aus bei nicht kein \
            keine ich wir ist sind soll sollen muss kann konnen durfen wird werden sich auch nur dass wenn wer jede jeder man um nach es am
            """),
        .french: WordList.set(
            """
            le la les un une des du de et ou avec pour par sur dans aux au chez sans qui que quand est sont je nous mon ma \
            mes notre nos leur leurs ne pas se ce chaque il elle on doit peut jaimerais veux voudrais ca
            """),
        .spanish: WordList.set(
            """
            el la los las un una unos de del y o en con al por para sin que quien como cuando es son mi mis su sus se lo le \
            no me cada donde nuestro nuestra quiero necesito yo mas muy ser hay
            """),
        .portuguese: WordList.set(
            """
            o a os as um uma uns de do da dos das e ou em no na nos nas com ao para pra pro por sem que quem como quando \
            sao meu minha seu sua se nao cada onde nosso nossa quero preciso eu mais muito ser tem pelo pela
            """),
        .italian: WordList.set(
            """
            il lo la gli le un una uno di del della dei delle e o in nel nella con per al alla da dal che chi come quando \
            sono mio mia suo sua si non ogni dove vorrei io piu i ci un
            """),
        .dutch: WordList.set(
            """
            de het een en of met voor naar bij uit op aan van in is zijn dat die niet geen ik wij we ze hun mijn onze kan \
            kunnen moet moeten wordt worden zich ook alleen als wie elke elk te om
            """),
        .polish: WordList.set(
            """
            i w z na do nie dla jest sie ze oraz lub bez przez ktory ktora ktore po od ma kto moze moga przy ich co tylko kazdy \
            kazda jako nasz nasza nasze naszej moje moja potrzebuje chce zeby aplikacja strona a
            """),
    ]

    /// "When", "if": opens what is said of the condition alone.
    package static let conditions = WordList.set(
        """
        when whenever if unless until once after before wenn falls sobald bevor nachdem quand lorsque lorsquun lorsquune si \
        sil sils cuando quando se als zodra wanneer
        """)
}

/// Lists of words as they are written in data: parted by spaces and line breaks.
package enum WordList {
    package static func set(_ text: String) -> Set<String> { Set(list(text)) }

    package static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
}
