import Patterns

/// Forms of the verbs by which people say what a program or its users do, in six languages without accents.
///
/// Regular forms are made by rule from the lists of infinitives; the others are listed.
struct VerbForms: Sendable {
    /// Present, imperative and subjunctive: words that can be the verb of a clause.
    private let finite: Set<String>
    let infinitives: Set<String>
    private let tongue: Tongue

    static func of(_ tongue: Tongue) -> VerbForms? { all[tongue] }

    private static let all: [Tongue: VerbForms] = Dictionary(
        uniqueKeysWithValues: Tongue.allCases.filter { $0 != .english }.map { ($0, VerbForms($0)) })

    private init(_ tongue: Tongue) {
        self.tongue = tongue
        let verbs = VerbLists.infinitives[tongue] ?? []
        infinitives = Set(verbs)
        finite = verbs.reduce(into: VerbLists.irregular[tongue] ?? []) { $0.formUnion(Self.forms(of: $1, tongue)) }
            .subtracting(VerbLists.smallWordsToo)
    }

    func isFinite(_ word: String) -> Bool {
        if finite.contains(word) { return true }
        switch tongue {
        case .german:
            // "auflistet", "eintragen" in its place at the end of a clause.
            let prefixes = VerbLists.separable
            return prefixes.contains { word.hasPrefix($0) && finite.contains(String(word.dropFirst($0.count))) }
        case .dutch:
            return VerbLists.separableDutch.contains {
                word.hasPrefix($0) && finite.contains(String(word.dropFirst($0.count)))
            }
        default: return false
        }
    }

    /// The infinitive of a German verb in its place at the end of a clause: "schickt" → "schicken".
    func infinitive(of word: String) -> String? {
        guard tongue == .german, !isInfinitive(word) else { return nil }
        for prefix in [""] + VerbLists.separable where word.hasPrefix(prefix) {
            let form = String(word.dropFirst(prefix.count))
            if let verb = infinitives.first(where: { Self.forms(of: $0, tongue).contains(form) && form.hasSuffix("t") })
            {
                // As it is written but for its ending: the lists have no umlauts.
                return verb
            }
        }
        return nil
    }

    func isInfinitive(_ word: String) -> Bool {
        if infinitives.contains(word) { return true }
        let prefixes =
            tongue == .german ? VerbLists.separable : tongue == .dutch ? VerbLists.separableDutch : []
        return prefixes.contains { prefix in
            guard word.hasPrefix(prefix) else { return false }
            let rest = word.dropFirst(prefix.count)
            // "abzusagen"
            return infinitives.contains(String(rest))
                || rest.hasPrefix("zu") && infinitives.contains(String(rest.dropFirst(2)))
        }
    }

    /// Whether a form is only a verb's, so that an article before it is a pronoun: "los **reservan**".
    func isPlural(_ word: String) -> Bool {
        guard isFinite(word) else { return false }
        switch tongue {
        case .spanish: return word.hasSuffix("an") || word.hasSuffix("en")
        case .portuguese: return word.hasSuffix("am") || word.hasSuffix("em")
        case .italian: return word.hasSuffix("ano") || word.hasSuffix("ono")
        case .french: return word.hasSuffix("ent")
        default: return false
        }
    }

    func isForm(_ word: String, of verb: String) -> Bool { Self.forms(of: verb, tongue).contains(word) }

    private static func forms(of verb: String, _ tongue: Tongue) -> [String] {
        func with(_ cut: Int, _ endings: String) -> [String] {
            let stem = verb.dropLast(cut)
            return endings.split(separator: " ").map { String(stem) + ($0 == "-" ? "" : String($0)) }
        }
        switch (tongue, verb.suffix(2)) {
        case (.spanish, "ar"):
            let soft: [String] =
                verb.hasSuffix("gar")
                ? with(2, "ue uen")
                : verb.hasSuffix("car")
                    ? with(3, "que quen") : verb.hasSuffix("zar") ? with(3, "ce cen") : []
            return with(2, "a an o as amos e en es aran ara ando") + soft
        case (.spanish, "er"): return with(2, "e en o es emos a an as eran era")
        case (.spanish, "ir"): return with(2, "e en o es imos a an as iran ira")
        case (.portuguese, "ar"):
            let soft: [String] =
                verb.hasSuffix("gar")
                ? with(2, "ue uem") : verb.hasSuffix("car") ? with(3, "que quem") : []
            return with(2, "a am o amos e em ara arao") + soft
        case (.portuguese, "er"): return with(2, "e em o emos a am")
        case (.portuguese, "ir"): return with(2, "e em o imos a am")
        case (.italian, "re"):
            switch verb.suffix(3) {
            case "are": return with(3, "a ano o iamo i ino hi hino era eranno")
            case "ere": return with(3, "e ono o iamo a ano i")
            default: return with(3, "e ono o iamo a ano isce iscono isca iscano i")
            }
        case (.french, "er"): return with(2, "e ent ons ez es")
        case (.french, "ir"): return with(2, "it issent is isse issons issez")
        case (.french, "re"): return with(2, "- ent s e ons ez")
        case (.german, _):
            if verb.hasSuffix("eln") || verb.hasSuffix("ern") { return with(1, "t n e") }
            return with(2, "t e en et")
        case (.dutch, _): return dutch(verb)
        default: return []
        }
    }

    private static func dutch(_ verb: String) -> [String] {
        var stem = Array(verb.dropLast(2))
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        if stem.count > 2, stem[stem.count - 1] == stem[stem.count - 2], !vowels.contains(stem[stem.count - 1]) {
            stem.removeLast()
        } else if stem.count > 2, !vowels.contains(stem[stem.count - 1]), vowels.contains(stem[stem.count - 2]),
            !vowels.contains(stem[stem.count - 3]), stem[stem.count - 2] != "i"
        {
            stem.insert(stem[stem.count - 2], at: stem.count - 1)
        }
        if stem.last == "v" { stem[stem.count - 1] = "f" }
        if stem.last == "z" { stem[stem.count - 1] = "s" }
        let base = String(stem)
        return [base, base.hasSuffix("t") ? base : base + "t", verb]
    }
}
