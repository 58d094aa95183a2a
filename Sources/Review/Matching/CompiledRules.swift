/// A fact that a line states by words or strings in this order, such as an import.
struct FactPhrase: Sendable {
    var words: [UInt32]
    /// The number of the fact.
    var fact: UInt16
    /// The hash of the longest of the words.
    var key: UInt32

    init(_ text: String, fact: UInt16) {
        self.fact = fact
        words = []
        key = 0
        var longest = 0
        let text = text.utf8
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
            let (word, count) = (TokenHash.of(text[start..<end]), text.distance(from: start, to: end))
            if count > 0 { words.append(word) }
            if count > longest { (key, longest) = (word, count) }
            start = end == text.endIndex ? end : text.index(after: end)
        }
    }

    func isIn(_ tokens: [Token]) -> Bool {
        var next = 0
        for token in tokens where token.kind.isKey && token.hash == words[next] {
            next += 1
            if next == words.count { return true }
        }
        return false
    }
}

/// The rules of a language, keyed by the tokens that may start a match.
///
/// Made at the first document of the language and kept. What looks at every line is ready then; the patterns of a rule
/// are compiled when one of its tokens is met.
final class CompiledRules: Sendable {
    let formats: TextFormats
    let assignments: [AssignmentDetector]
    let expressions: LineExpressions
    /// Whether there are others than those that come with the program.
    let hasOwn: Bool
    private let language: Language
    private let table: RuleTable
    private let index: RuleIndex
    private let programs: LazyPrograms
    /// The facts, and their numbers by their keys.
    private let phrases: [FactPhrase]
    private let phraseNumbers: KeyedNumbers
    /// A bit for each low half of a hash that `index` or `phraseNumbers` may hold.
    private let filter: [UInt64]

    /// Takes the index of the table's rules for the language.
    init(_ index: RuleIndex, for language: Language, _ table: RuleTable) {
        self.index = index
        self.language = language
        self.table = table
        hasOwn = !table.own.isEmpty
        programs = LazyPrograms(index.triggers, ruleCount: table.count)
        var compiler = RuleCompiler(language, facts: index.facts)
        for number in index.everyLine { compiler.addPartsForEveryLine(of: table[number]) }
        expressions = LineExpressions(compiler.expressions)
        formats = TextFormats(compiler.formats)
        assignments = compiler.assignments
        var phrases: [FactPhrase] = []
        for (number, words) in index.facts.enumerated() {
            for word in words { phrases.append(FactPhrase(word, fact: UInt16(number))) }
        }
        self.phrases = phrases
        phraseNumbers = KeyedNumbers(phrases.indices.map { (phrases[$0].key, $0) })
        var filter = [UInt64](repeating: 0, count: 1024)
        func add(_ hash: UInt32) { filter[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
        index.triggers.forEachKey(add)
        phraseNumbers.forEachKey(add)
        self.filter = filter
    }

    /// Whether they are those of Python, where a word before a colon is no key.
    var isPython: Bool { language == .python }

    /// Whether a token with this hash may start a match or be a fact; seldom true for one that does not.
    @inline(__always)
    func mayTrigger(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1
    }

    /// Calls `body` with each program that a token with this hash may start a match of, in the order of the rules.
    @inline(__always)
    func forEachProgram(anchoredAt hash: UInt32, _ body: (LazyPrograms.Ready) -> Void) {
        for place in index.triggers.places(of: hash) {
            if let ready = programs.program(index.triggers[place], compile: compile) { body(ready) }
        }
    }

    private func compile(_ rule: Int, _ ordinal: Int) -> RuleProgram? {
        var compiler = RuleCompiler(language, facts: index.facts)
        return compiler.program(ordinal, of: table[rule], isOwn: table.isOwn(rule))
    }

    /// Whether a token with this hash may state a fact.
    func mayStateFact(_ hash: UInt32) -> Bool { !phraseNumbers.places(of: hash).isEmpty }

    /// Adds the facts that a token with this hash states on a line of these tokens to those that are known of it.
    func addFacts(of hash: UInt32, in tokens: [Token], to facts: inout [UInt16]) {
        for place in phraseNumbers.places(of: hash) {
            let phrase = phrases[phraseNumbers[place]]
            if !facts.contains(phrase.fact), phrase.isIn(tokens) { facts.append(phrase.fact) }
        }
    }
}
