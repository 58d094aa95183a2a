import Patterns

/// What people say before they say what they want: "Hi, so basically I want …", "Quiero …", "Wichtig ist, dass …".
enum IdeaOpening {
    /// How many words at the start of a text only open it; never all of them.
    static func length(of words: [String]) -> Int {
        let plain = words.map { Words.split($0).joined() }
        // "Suche über alles" is a thing, and no opening.
        if plain.first == "suche", plain.count > 1, !FunctionWords.determiners.contains(plain[1]) { return 0 }
        var length = lead(of: plain)
        let rest = Array(plain[length...])
        let run = rest.prefix { greetings.contains($0) || persons.contains($0) || wanting.contains($0) || $0.isEmpty }
        // "Me gusta" tells of somebody; "me gustaría" opens a wish. A greeting opens by itself.
        if let verb = run.lastIndex(where: wanting.contains) {
            length += verb + 1
            // "Necesito de", "ho bisogno di", "j'ai besoin d'…"
            while length < plain.count, ["de", "di", "gern", "gerne", "graag"].contains(plain[length]) { length += 1 }
            // "Je veux créer un site", "quiero hacer una app"
            if length + 2 < plain.count, creating.contains(plain[length]),
                FunctionWords.determiners.contains(plain[length + 1])
            {
                length += 1
            }
        } else {
            length += rest.prefix { greetings.contains($0) || $0.isEmpty }.count
        }
        return length < plain.count ? length : 0
    }

    static func without(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let length = length(of: words)
        return length == 0 ? text : words[length...].joined(separator: " ")
    }

    /// "Wichtig ist, dass", "il faut que": what follows is the wish.
    private static func lead(of plain: [String]) -> Int {
        for phrase in leads where plain.count > phrase.count && plain.starts(with: phrase) { return phrase.count }
        return 0
    }

    /// Whether a text says first that something is wished or matters, so that what follows is a whole clause.
    static func isLed(_ text: String) -> Bool {
        lead(of: text.split(separator: " ").prefix(9).map { Words.split(String($0)).joined() }) > 2
    }

    private static let leads: [[String]] = phrases(
        """
        wichtig ist dass, wichtig ist mir dass, wichtig ist uns dass, wichtig ware dass, am wichtigsten ist dass, \
        es ware schon wenn, es ware gut wenn, es ware toll wenn, schon ware es wenn, schon ware wenn, \
        es soll moglich sein dass, ausserdem, zusatzlich, es importante que, lo importante es que, tambien, ademas, \
        estaria bien que, il faut que, il est important que, limportant est que, limportant cest que, ce serait bien que, \
        en plus, e importante che, e importante que, limportante e che, sarebbe bello se, inoltre, alem disso, tambem, \
        seria bom que, it is important that, its important that, the important thing is that, make sure that, \
        what matters is that, it would be nice if, it would be great if, ideally, bonus if
        """)

    private static func phrases(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) }
            .sorted { $0.count > $1.count }
    }

    private static let creating = set(
        """
        creer faire developper lancer monter crear hacer desarrollar montar criar fazer desenvolver montar creare fare \
        sviluppare realizzare maken bouwen construir realizar
        """)
    private static let greetings = set(
        """
        ok okay hey hi hello well basically honestly yeah alright um so oh hallo also moin servus hola pues bueno buenas \
        bonjour salut alors bref ciao allora dunque ola oi entao please bitte porfavor
        """)
    private static let persons = set(
        """
        i we id im ive wir ich mir uns yo nosotros me nos je jai jaimerais nous on il mi ci io noi eu a gente ik wij we \
        gern gerne graag einfach solo heb zou
        """)
    private static let wanting = set(
        """
        want wanted need needed would like wish looking id \
        mochte mochten will wollen hatte hatten brauche brauchen suche suchen brauchte brauchten wunsche wunschen \
        quiero queremos quisiera quisieramos gustaria necesito necesitamos busco buscamos \
        voudrais voudrions veux voulons jaimerais aimerais aimerions cherche cherchons faut faudrait besoin \
        vorrei vorremmo voglio vogliamo serve servirebbe piacerebbe bisogno cerco cerchiamo \
        quero queria queremos queriamos gostaria gostariamos preciso precisamos procuro \
        wil willen nodig
        """)

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }
}

/// Parts of a sentence that ask for nothing: how things are, what somebody thinks of it, how welcome it would be.
enum IdeaAside {
    /// Whether a clause only tells: "we already have WhatsApp", "she hates that", "I don't think we need that".
    static func tells(_ clause: String) -> Bool {
        let words = Array(
            Words.split(clause, limit: 14).drop { ["oh", "and", "but", "so", "ok", "also", "well"].contains($0) })
        guard let first = words.first else { return true }
        if onlyWelcomes(words) || onlyOpens(words) { return true }
        let subject = pronouns.contains(first) ? 1 : 0
        let rest = Array(words.dropFirst(subject))
        if rest.first == "already", rest.dropFirst().first.map(having.contains) ?? false { return true }
        // "Vue is fine"
        if words.count <= 4, words.contains("is"), ["fine", "ok", "okay", "welcome"].contains(words[words.count - 1]) {
            return true
        }
        let negated = rest.prefix(2).contains { ["dont", "doesnt", "not", "do", "cant"].contains($0) }
        if subject > 0 || negated, rest.prefix(3).contains(where: ["think", "guess", "suppose", "believe"].contains) {
            return true
        }
        // "Hates that"
        if let verb = rest.first, feelings.contains(verb), let last = words.last, objects.contains(last), rest.count < 4
        {
            return true
        }
        if ["he", "she"].contains(first), let verb = rest.first, having.contains(verb) || feelings.contains(verb) {
            return true
        }
        // "my cousin said blockchain"
        return ["my", "our"].contains(first)
            && words.prefix(4).contains { ["said", "says", "told", "thinks"].contains($0) }
    }

    /// Whether a number of things says how much there is, and nothing to be done: "22 spaces", "80 employees".
    static func counts(_ clause: String) -> Bool {
        let words = clause.split(separator: " ").map { Words.split($0).joined() }
        guard (2...3).contains(words.count), let number = Int(words[0]) else { return false }
        return number >= 10 && words.dropFirst().allSatisfy { !IdeaSentence.isDoing($0) || $0.hasSuffix("s") }
            && English.isPlural(words[words.count - 1])
    }

    /// How welcome a wish is that its sentence calls optional.
    static func welcome(_ sentence: String) -> ProjectPattern.Priority? {
        let words = Words.split(sentence, limit: 200)
        let line = SpokenLine(words: words)
        if !Set(words).isDisjoint(with: niceWords) || nicePhrases.contains(where: line.says) { return .nice }
        return Set(words).isDisjoint(with: shouldWords) ? nil : .should
    }

    /// "Un rappel la veille serait top" → "Un rappel la veille".
    static func withoutWelcome(_ clause: String) -> String {
        var words = clause.split(separator: " ").map(String.init)
        for phrase in nicePhrases.map({ $0.split(separator: " ").map(String.init) })
        where words.count > phrase.count + 1 {
            let end = words.suffix(phrase.count).map { Words.split($0).joined() }
            if end == phrase { words.removeLast(phrase.count) }
        }
        return words.joined(separator: " ")
    }

    /// "Wäre schön", "would be nice".
    private static func onlyWelcomes(_ words: [String]) -> Bool {
        let line = SpokenLine(words: words)
        return words.count <= 5 && nicePhrases.contains(where: line.says)
    }

    /// "What she needs is", "Requirements": what comes before a colon.
    private static func onlyOpens(_ words: [String]) -> Bool {
        guard let last = words.last else { return true }
        let asksFor = words.contains { ["need", "needs", "want", "wants", "should"].contains($0) }
        return words.count <= 6 && words[0] == "what" && asksFor
            && ["is", "are", "do", "have", "need", "want"].contains(last)
            || words.count <= 2
                && ["requirements", "features", "wishes", "funktionen", "requisitos"].contains(words[0])
    }

    private static let pronouns: Set<String> = ["i", "we", "he", "she", "they", "you"]
    private static let having: Set<String> = ["has", "have", "had", "got", "use", "uses", "own", "owns"]
    private static let feelings: Set<String> = [
        "hates", "hate", "loves", "love", "likes", "dislikes", "prefers", "knows",
    ]
    private static let objects: Set<String> = ["that", "it", "this", "them", "those"]
    private static let niceWords: Set<String> = [
        "maybe", "optionally", "later", "eventually", "someday", "nice", "optional", "vielleicht", "spater", "quizas",
        "talvez", "magari", "eventuell",
    ]
    private static let shouldWords: Set<String> = [
        "ideally", "preferably", "possibly", "idealerweise", "idealmente", "idealement", "moglichst",
    ]
    private static let nicePhrases = [
        "ware schon", "ware toll", "ware nett", "ware super", "schon ware", "estaria bien", "estaria genial",
        "seria genial", "seria bueno", "seria ideal", "seria bom", "seria otimo", "seria legal", "serait bien",
        "serait super", "serait sympa", "serait ideal", "sarebbe bello", "sarebbe utile", "sarebbe ideale",
        "serait top", "serait cool", "serait parfait", "serait chouette", "ware top", "ware cool", "ware prima",
        "ware klasse",
        "estaria guay", "seria top", "seria perfecto", "seria perfeito", "seria bacana", "sarebbe top", "zou fijn zijn",
        "zou leuk zijn", "zou mooi zijn", "would be awesome", "would be amazing", "would be lovely", "would be a plus",
        "would be nice", "would be great", "would be cool", "would be good", "be nice to have", "nice to have",
        "mas adelante", "plus tard", "piu avanti", "mais tarde", "peut etre",
    ]
}
