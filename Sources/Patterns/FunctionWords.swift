/// Words of German, Spanish, French, Italian, Portuguese and Dutch that say nothing by themselves, without accents.
///
/// Data. What means something in English ("van", "son", "hat") is left out of them.
package enum FunctionWords {
    package static let determiners = set(
        """
        der die das dem den des ein eine einen einem einer eines jeder jede jedes jeden jedem unser unsere unseren unserem \
        unserer mein meine meinen meinem meiner ihre ihren seine seinen diese dieser dieses diesen welche welcher alle \
        el la los las lo un una uno unos unas mi mis nuestro nuestra nuestros nuestras cada su sus este esta estos estas \
        le les l une du mon ma mes notre nos leur leurs votre chaque ce cet cette ces \
        il gli nostro nostra nostri nostre mio mia miei ogni questo questa questi queste \
        o os um uma uns umas meu minha nosso nossa nossos nossas \
        de het een onze elk elke deze dit
        """)

    package static let links = set(
        """
        und oder aber mit fur furs zu zum zur von vom im in am an auf aus bei beim nach uber unter vor durch gegen um ohne wie \
        als wenn wann wer wen wem was wo ob dass weil damit sich wird werden kann konnen soll sollen muss mussen ist sind \
        hat haben nur auch noch schon dann \
        y e o con en del al por para sin que quien quienes como cuando donde se es son hay ser sea sobre entre hasta desde \
        muy mas pero ya \
        et ou avec pour par sur dans au aux chez sans qui quand comment est sont sera doit doivent peut peuvent plus mais \
        ne pas \
        di da dal del dello della dei degli delle nel nello nella nei nelle sul sulla al allo alla ai alle con per tra fra \
        che chi come dove se ed non sono deve devono si piu ma \
        dos das ao aos na nas no nos num numa pelo pela com em sem quem quando onde nao sao esta estao deve \
        en met voor naar bij uit op aan tot zonder dat die wie wat wanneer waar er ze hij zij niet wordt worden moet kan
        """)

    /// Those that no English word is spelt like, and that therefore never count as words of a subject.
    package static let foreignOnly = determiners.union(links).subtracting(english)

    /// Whether most of the function words of a text are foreign ones.
    package static func areForeign(_ words: [String]) -> Bool {
        let foreign = words.count { clearlyForeign.contains($0) }
        let english = words.count { clearlyEnglish.contains($0) }
        return foreign >= 2 && foreign > english || english == 0 && words.contains(where: unmistakable.contains)
    }

    /// One of them is enough where nothing is English: no name and no word of English is spelt so.
    private static let unmistakable = set(
        """
        konnen konnte sollen sollte mussen mochte mochten eine einen einer unsere unseren keine keinen nicht wird werden wenn \
        oder jeder jede zum zur und beim durfen pour avec sans dans nos notre chaque peuvent doivent aux cada nuestro nuestra \
        pueden deben puede nadie quiero necesito nosso nossa podem preciso senza nostro nostra possono vorrei ogni een voor \
        zonder onze kunnen moeten
        """)

    /// Whether a foreign text is German, whose nouns have capitals.
    package static func areGerman(_ words: [String]) -> Bool {
        let german = words.count { clearlyGerman.contains($0) }
        return german >= 2 && german * 3 >= words.count { clearlyForeign.contains($0) }
    }

    private static let clearlyGerman = set(
        "der das dem den ein eine einen einem einer unser unsere unseren und mit fur furs zum zur im ist sind wir ich nicht auf wer"
    )

    private static let clearlyForeign = determiners.union(links).subtracting(english)
        .subtracting(["al", "les", "el", "la", "es", "se", "si", "um", "per", "mi"]).union(["el", "la", "les"])
    private static let clearlyEnglish = set(
        "the a an and of to for with is are that which who it my our your by from on at be should must can")

    /// Spelt like a word of English that means something, or that is read in its own way.
    private static let english = set(
        """
        a in an am as at on no so do me i he we be is was war hat die dos das son ser sea come per pour sur mes most van \
        des met plus chose for of or to by it man den er fur vans tot op dit wordt o e um ze pas se si ma mi lo l y
        """
    ).subtracting(["das", "des", "fur", "e", "y", "lo", "se", "si", "um", "wordt", "op", "dit", "ze", "l", "pas", "mi"])

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }
}
