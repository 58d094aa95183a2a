import Patterns

/// Ways of leaving something out, told as "no …": "everything except payments", "reviews are not needed", "drop the wish
/// list".
///
/// English alone; what another language says is read by its own words.
enum RefusalForms {
    /// The text with each such way as a sentence of its own that begins with "No".
    static func plain(_ text: String) -> String {
        guard Tongue(text) == .english else { return text }
        var text = text.replacing(courtesy, with: "")
        for form in ways {
            text = text.replacing(form) { match in
                let thing = String(match.1).trimmingSpaces
                guard !isTime(thing) else { return String(match.0) }
                let bare = thing.split(separator: " ").drop { ["a", "an", "the", "any"].contains($0.lowercased()) }
                return ". No \(bare.joined(separator: " ").lowercasedFirst)"
            }
        }
        return text.hasPrefix(". ") ? String(text.dropFirst(2)) : text
    }

    /// "Open every day except Sunday" leaves nothing out of a program.
    private static func isTime(_ thing: String) -> Bool {
        let times: Set<String> = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "weekends",
            "mondays", "sundays", "saturdays", "holidays", "christmas", "january", "february", "march", "april", "may",
            "june", "july", "august", "september", "october", "november", "december", "today", "on", "in", "at", "when",
            "if", "for", "by", "where", "that", "with", "during", "between", "after", "before", "one", "charge", "cost",
        ]
        return Words.split(thing, limit: 2).contains(where: times.contains)
    }

    // Made once; a literal's regular expression is never written to.
    nonisolated(unsafe) private static let courtesy = #/,? please(?=[.!?]|$)/#.ignoresCase()

    /// What is left out is the first group: up to four words, to the end of the clause.
    ///
    /// None begins with blanks: a long row of them would be tried from each of its places.
    nonisolated(unsafe) private static let ways: [Regex<(Substring, Substring)>] = [
        #/(?:^|[,;.:–—-]\s+)(?:with\s+)?(?:everything|all|all of it|the lot)(?:,)?\s+(?:except|but|besides|minus|apart\s+from|other\s+than)(?:\s+for)?\s+(?:the\s+|any\s+)?((?:[\w'’-]+\s+){0,3}[\w'’-]+)(?=\s*(?:[,;.!?]|$))/#,
        #/(?:^|[,;.:]\s+)(?:and\s+|but\s+)?((?:[\w'’-]+\s+){0,3}[\w'’-]+)\s+(?:(?:are|is)\s+(?:not\s+(?:needed|wanted|necessary|required)|unnecessary|unwanted|out\s+of\s+scope)|(?:aren['’]t|isn['’]t)\s+(?:needed|wanted|necessary|required)|can\s+wait)(?=\s*(?:[,;.!?]|$))/#,
        #/(?:^|[,;.:]\s+)(?:and\s+|but\s+)?(?:forget|drop|omit|leave\s+out|skip)\s+(?:about\s+)?(?:the\s+|any\s+|all\s+)?((?:[\w'’-]+\s+){0,3}[\w'’-]+)(?=\s*(?:[,;.!?]|$))/#,
        #/(?:^|[,;.:]\s+)(?:and\s+|but\s+)?there\s+(?:must|should|shall|may)\s+be\s+no\s+((?:[\w'’-]+\s+){0,3}[\w'’-]+)(?=\s*(?:[,;.!?]|$))/#,
        #/ (?:minus|excluding|except(?:\s+for)?|free\s+of)\s+(?:the\s+|any\s+)?((?:[\w'’-]+\s+){0,1}[\w'’-]+)(?=\s*(?:[.!?]|$))/#,
    ].map { $0.ignoresCase() }
}
