import Patterns

/// What somebody says that they saw: what came out, what should have, and for what; so that nobody asks them again.
struct Observation {
    /// What came out, as it was written; nil where no value is told.
    private(set) var seen: String?
    /// What should have come out.
    private(set) var wanted: String?
    /// What was put in.
    private(set) var input: String?
    /// Whether a run is told of that did what it should.
    let isAsWanted: Bool
    /// Whether a run is told of at all.
    var isTold: Bool { seen != nil || isAsWanted || isTrouble }
    /// Whether something went wrong in a run.
    let isTrouble: Bool

    init(_ question: String) {
        let text = question.replacing("\n", with: " ")
        seen = Self.first(Self.seenForms, in: text)
        wanted = Self.first(Self.wantedForms, in: text)
        input = Self.first(Self.inputForms, in: text)
        if seen == wanted { wanted = nil }
        if input == seen || input == wanted { input = nil }
        let small = " " + Words.split(text, limit: 200).joined(separator: " ") + " "
        func says(_ phrases: [String]) -> Bool { phrases.contains { small.contains(" \($0) ") } }
        let isFailure = seen?.contains(kept(#/(?:Error|Exception)$|^\[object|^NaN$|^undefined$/#)) ?? false
        isTrouble = wanted != nil || isFailure || says(Self.troubles)
        // "Works?" and "I hope it works" tell of no run.
        let isAsked = text.trimmingSpaces.hasSuffix("?") || says(["hope", "think", "believe", "says", "said"])
        isAsWanted = !isTrouble && (seen != nil || says(Self.successes) && !isAsked)
    }

    /// A sentence about it in place of a question for it; nil where nothing was told.
    var sentence: String? {
        let from = input.map { " for \(Self.quoted($0))" } ?? ""
        if let seen, let wanted {
            return "You saw \(Self.quoted(seen))\(from) where you wanted \(Self.quoted(wanted)): which line made it? "
        }
        if isTrouble, let seen { return "You saw \(Self.quoted(seen))\(from): which line made it? " }
        if isTrouble { return "You have seen a run go wrong: follow that very one, line by line. " }
        if isAsWanted {
            return
                (seen.map { "You saw \(Self.quoted($0))\(from), as you wanted. " }
                ?? "You say that it works: which run showed it, with what put in? ")
                + "I only read the code, and from one run I cannot say whether it is right. "
        }
        return nil
    }

    private static func quoted(_ value: String) -> String { "`\(value.filter { $0 != "`" })`" }

    private static func first(_ forms: [Regex<(Substring, Substring)>], in text: String) -> String? {
        for form in forms {
            guard let found = text.firstMatch(of: form) else { continue }
            let value = String(found.1).trimmingSpaces
            let bare =
                value.count > 2 && "\"“'`".contains(value.first ?? " ") ? String(value.dropFirst().dropLast()) : value
            if !bare.isEmpty, bare.utf8.count <= 60 { return bare }
        }
        return nil
    }

    // Made once; a literal's regular expression is never written to.
    nonisolated(unsafe) private static let seenForms: [Regex<(Substring, Substring)>] = [
        #/(?i)\b(?:gets?|got|getting|prints?|printed|says|said|shows?|showed|gives?|gave|returns?|returned|outputs?|displays?|throws?|is always)\s+(?:me\s+|only\s+|just\s+|always\s+|back\s+|a\s+|an\s+|the\s+(?:error|message)\s+)?("[^"]+"|“[^”]+”|`[^`]+`|\[[^\]]*\]|\{[^}]*\}|-?\d[\d.,]*(?:\s+-?\d[\d.,]*)*(?![\w.])|None|null|undefined|NaN|nil|nan|True|False|true|false|nothing|\w+(?:Error|Exception)\b)/#,
        #/(?i)\b(?:kommt|ergibt|zeigt|liefert|bekomme|sale|salen|devuelve|imprime|da|dá|affiche|donne|renvoie|stampa|dà|esce|mostra|krijg|geeft|toont)\s+(?:ich\s+|immer\s+|mir\s+|nur\s+|me\s+|siempre\s+|sempre\s+|toujours\s+)?("[^"]+"|«[^»]+»|`[^`]+`|-?\d[\d.,]*|None|null|undefined|NaN|nil|\w+(?:Error|Exception)\b)/#,
        #/\b(\w+(?:Error|Exception))\b/#,
        #/(\[object \w+\])/#,
    ]
    nonisolated(unsafe) private static let wantedForms: [Regex<(Substring, Substring)>] = [
        #/(?i)\b(?:should\s+(?:be|give|print|return|show|say)|and\s+not|instead\s+of|rather\s+than|expected|not|en\s+vez\s+de|en\s+lugar\s+de|au\s+lieu\s+de|invece\s+di|em\s+vez\s+de|statt|in\s+plaats\s+van)\s+("[^"]+"|`[^`]+`|\[[^\]]*\]|-?\d[\d.,]*\d|-?\d+)/#,
        #/(?i)\bsoll(?:te)?\s+("[^"]+"|-?\d[\d.,]*\d|-?\d+)\s+sein/#,
    ]
    nonisolated(unsafe) private static let inputForms: [Regex<(Substring, Substring)>] = [
        #/(?i)\b(?:with|for|tried\s+(?:it\s+)?with|von|mit|con|avec|pour|com|para)\s+("[^"]+"|`[^`]+`|\[[^\]]*\]|-?\d+(?:\s+und\s+-?\d+)?)/#,
        #/(\b\w+\([^()]{1,30}\))\s+(?:should|gives|returns|is)\b/#,
    ]

    private static let troubles = [
        "crash", "crashes", "crashed", "fails", "failed", "get an error", "an error occurs", "get error",
        "got an error", "panic", "wrong result",
        "does not work", "doesnt work",
        "not working", "nothing happens", "still", "forever", "stays", "stay", "instead",
        "but", "fehler",
        "aber", "pero", "mais", "ma", "mas", "maar", "erreur", "errore", "erro", "infinite", "endless", "no such file",
        "not found",
    ]
    private static let successes = [
        "it works", "works", "works when", "worked", "it prints all", "looks like it does", "came out right",
        "i tried it with", "tests pass",
        "passes", "funktioniert", "funciona", "fonctionne", "funziona", "werkt",
    ]
}
