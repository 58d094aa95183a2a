/// What is known of a language's rules before they are compiled.
///
/// Made ahead by `swift run rule-compiler`, so that a document's first review compiles only the rules that a token of
/// it calls for. Rules are named by their place in the list of all.
package struct RuleIndex: Sendable, Hashable {
    /// For the hash of each token that may start a match: the number of the rule, and in the lower 16 bits that of the
    /// rule's program.
    package var triggers: KeyedNumbers
    /// The words of each fact, by its number.
    package var facts: [[String]]
    /// The rules that look at every line, for telling texts or named secrets.
    package var everyLine: [Int]

    package init(triggers: KeyedNumbers, facts: [[String]], everyLine: [Int]) {
        self.triggers = triggers
        self.facts = facts
        self.everyLine = everyLine
    }

    /// Takes triggers, and the rest from a byte of what the program holds of its own rules.
    init(_ triggers: [UInt64], _ start: Int) {
        var record = RuleRecord(RuleRecord.indexes, at: start)
        self.init(
            triggers: KeyedNumbers(entries: triggers), facts: record.list { $0.texts() },
            everyLine: record.list { $0.number() })
    }

    /// Compiles `rules` to see what a token of the language calls for.
    package init(of rules: [Rule], for language: Language) {
        self.init(triggers: KeyedNumbers(entries: []), facts: [], everyLine: [])
        add(rules, numberedFrom: 0, for: language)
    }

    /// Adds rules, of which the first has the number `first` in the list of all.
    mutating func add(_ rules: [Rule], numberedFrom first: Int, for language: Language) {
        var compiler = RuleCompiler(language, facts: facts)
        var triggers = Set(self.triggers.entries)
        for (number, rule) in zip(first..., rules) where rule.languages.contains(language) {
            let known = compiler.everyLineCount
            for (ordinal, program) in compiler.programs(of: rule, isOwn: first > 0) {
                let place = UInt64(number) << 16 | UInt64(ordinal)
                for hash in program.pattern.triggers { triggers.insert(UInt64(hash) << 32 | place) }
            }
            if compiler.everyLineCount > known { everyLine.append(number) }
        }
        self.triggers = KeyedNumbers(entries: triggers.sorted())
        facts = compiler.facts
    }
}
