extension ProjectPattern {
    /// A kind of record that the app keeps.
    package struct Entity: Sendable, Hashable {
        /// Singular, lower case, words separated by spaces: "sales order".
        package var name: String
        package var plural: String
        /// The first field is the record's title.
        package var fields: [Field]
        /// Titles of believable records; at least three.
        package var samples: [String]

        package init(_ name: String, plural: String? = nil, _ samples: [String], _ fields: [Field]) {
            self.name = name
            self.plural = plural ?? English.plural(of: name)
            self.fields = fields
            self.samples = samples
        }
    }

    package struct Field: Sendable, Hashable {
        /// Lower case, words separated by spaces: "starts at".
        package let name: String
        package let kind: Kind

        package enum Kind: Sendable, Hashable {
            case title, text, long, email, phone, money, number, date, flag, link
            case choice([String])
        }

        package init(name: String, kind: Kind) {
            self.name = name
            self.kind = kind
        }

        package static func title(_ name: String) -> Field { Field(name: name, kind: .title) }
        package static func text(_ name: String) -> Field { Field(name: name, kind: .text) }
        package static func long(_ name: String) -> Field { Field(name: name, kind: .long) }
        package static func money(_ name: String) -> Field { Field(name: name, kind: .money) }
        package static func number(_ name: String) -> Field { Field(name: name, kind: .number) }
        package static func date(_ name: String) -> Field { Field(name: name, kind: .date) }
        package static func flag(_ name: String) -> Field { Field(name: name, kind: .flag) }
        package static func choice(_ name: String, _ values: String...) -> Field {
            Field(name: name, kind: .choice(values))
        }
        package static let email = Field(name: "email", kind: .email)
        package static let phone = Field(name: "phone", kind: .phone)
        package static let link = Field(name: "website", kind: .link)
    }
}

/// The little grammar that generated names need.
package enum English {
    private static let irregular = [
        "person": "people", "child": "children", "man": "men", "woman": "women", "staff": "staff", "fish": "fish",
        "sheep": "sheep", "equipment": "equipment", "furniture": "furniture", "news": "news", "media": "media",
        "mouse": "mice", "foot": "feet", "series": "series", "species": "species", "wife": "wives", "knife": "knives",
        "life": "lives", "leaf": "leaves", "scarf": "scarves", "hoof": "hooves", "shelf": "shelves", "half": "halves",
        "loaf": "loaves", "wolf": "wolves",
        "calf": "calves", "thief": "thieves", "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes",
        "feedback": "feedback", "music": "music", "homework": "homework", "quiz": "quizzes", "data": "data",
        "livestock": "livestock", "software": "software", "inventory": "inventory", "fitness": "fitness",
        "money": "money", "analysis": "analyses", "crisis": "crises", "diagnosis": "diagnoses", "bus": "buses",
        "gas": "gases", "jewelry": "jewelry", "jewellery": "jewellery", "machinery": "machinery",
        "information": "information",
        "advice": "advice", "knowledge": "knowledge", "food": "food", "waste": "waste", "energy": "energy",
        "electricity": "electricity", "water": "water", "honey": "honey", "milk": "milk", "bread": "bread",
        "produce": "produce", "merchandise": "merchandise", "photography": "photography", "poetry": "poetry",
        "pottery": "pottery", "stationery": "stationery", "laundry": "laundry", "mail": "mail", "traffic": "traffic",
        "weather": "weather", "health": "health", "housing": "housing", "timber": "timber", "cash": "cash",
        "content": "content", "knitwear": "knitwear", "footage": "footage", "progress": "progress",
        "clothes": "clothes",
        "jeans": "jeans", "tennis": "tennis", "nature": "nature", "chess": "chess", "football": "football",
        "golf": "golf", "yoga": "yoga",
        "trousers": "trousers", "glasses": "glasses", "goods": "goods",
        "clothing": "clothing", "luggage": "luggage", "research": "research",
    ]
    private static let singulars: [String: String] = {
        var result: [String: String] = [:]
        for (one, many) in irregular { result[many] = one }
        return result
    }()

    /// Plural of a singular noun phrase; only its last word changes.
    package static func plural(of phrase: String) -> String {
        let (lead, word) = splitLastWord(phrase)
        if let known = irregular[word] { return lead + known }
        if word.hasSuffix("man"), word.count > 4, word != "human", word != "german" {
            return lead + word.dropLast(3) + "men"
        }
        let last = word.last ?? " "
        let beforeLast = word.dropLast().last ?? " "
        if last == "y", !"aeiou".contains(beforeLast) { return lead + word.dropLast() + "ies" }
        if last == "s" || last == "x" || last == "z" || word.hasSuffix("ch") || word.hasSuffix("sh") {
            return lead + word + "es"
        }
        return lead + word + "s"
    }

    /// Singular of a noun phrase that may be plural; only its last word changes.
    package static func singular(of phrase: String) -> String {
        let (lead, word) = splitLastWord(phrase)
        if let known = singulars[word] { return lead + known }
        if irregular[word] != nil { return phrase }
        if word.hasSuffix("men"), word.count > 4, word != "women" { return lead + word.dropLast(3) + "man" }
        if word.hasSuffix("ies"), word.count > 4, word != "movies", word != "cookies", word != "selfies" {
            return lead + word.dropLast(3) + "y"
        }
        for ending in ["sses", "shes", "ches", "xes", "zes"] where word.hasSuffix(ending) {
            return lead + word.dropLast(2)
        }
        let keeps = word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") || word.count < 4
        return word.hasSuffix("s") && !keeps ? lead + word.dropLast() : phrase
    }

    /// Whether the last word of a phrase looks like a plural.
    package static func isPlural(_ phrase: String) -> Bool {
        let word = splitLastWord(phrase).word
        return singulars[word] != nil || (irregular[word] == nil && singular(of: word) != word)
    }

    /// "a" or "an", by the first letter; good enough for nouns of this library.
    package static func article(for phrase: String) -> String {
        guard let first = phrase.lowercased().first else { return "a" }
        for exception in ["user", "uni", "use", "euro", "one"] where phrase.lowercased().hasPrefix(exception) {
            return "a"
        }
        return "aeiou".contains(first) ? "an" : "a"
    }

    /// "a, b and c".
    package static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    private static func splitLastWord(_ phrase: String) -> (lead: String, word: String) {
        guard let space = phrase.lastIndex(of: " ") else { return ("", phrase) }
        let start = phrase.index(after: space)
        return (String(phrase[..<start]), String(phrase[start...]))
    }
}
