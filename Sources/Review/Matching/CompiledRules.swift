import Synchronization

/// A fact that a line states by words or strings in this order, such as an import.
struct FactPhrase: Sendable {
    var words: [UInt32]
    var bit: UInt16
    /// The hash of the longest of the words.
    var key: UInt32

    init(_ text: String, bit: UInt16) {
        let parts = text.split(separator: " ")
        let longest = parts.max { $0.utf8.count < $1.utf8.count } ?? Substring(text)
        (words, key) = (parts.map { TokenHash.of($0.utf8) }, TokenHash.of(longest.utf8))
        self.bit = bit
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
    private let language: Language
    private let index: RuleIndex
    private let rules: [LazyRule]
    /// The facts, and their numbers by their keys.
    private let phrases: [FactPhrase]
    private let phraseNumbers: KeyedNumbers
    /// A bit for each low half of a hash that `index` or `phraseNumbers` may hold.
    private let filter: [UInt64]

    /// Takes the index of the built-in rules for the language.
    init(_ index: RuleIndex, for language: Language) {
        self.index = index
        self.language = language
        rules = (0..<RuleSet.count).map { _ in LazyRule() }
        var compiler = RuleCompiler(language, facts: index.facts)
        for number in index.everyLine {
            let programs = compiler.programs(of: RuleSet.rule(number))
            _ = rules[number].programs { programs }
        }
        formats = TextFormats(compiler.formats)
        assignments = compiler.assignments
        var phrases: [FactPhrase] = []
        for (number, words) in index.facts.enumerated() {
            for word in words { phrases.append(FactPhrase(word, bit: 1 << UInt16(number))) }
        }
        self.phrases = phrases
        phraseNumbers = KeyedNumbers(phrases.indices.map { (phrases[$0].key, $0) })
        var filter = [UInt64](repeating: 0, count: 1024)
        func add(_ hash: UInt32) { filter[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
        index.triggers.forEachKey(add)
        phraseNumbers.forEachKey(add)
        self.filter = filter
    }

    /// Whether a token with this hash may start a match or be a fact; seldom true for one that does not.
    @inline(__always)
    func mayTrigger(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1
    }

    /// Calls `body` with each program that a token with this hash may start a match of, in the order of the rules.
    @inline(__always)
    func forEachProgram(anchoredAt hash: UInt32, _ body: (LazyRule.Ready) -> Void) {
        for place in index.triggers.places(of: hash) {
            let trigger = index.triggers[place]
            let number = trigger >> 16
            let programs = rules[number].programs {
                var compiler = RuleCompiler(language, facts: index.facts)
                return compiler.programs(of: RuleSet.rule(number))
            }
            body(programs.all[trigger & 0xFFFF])
        }
    }

    /// Whether a token with this hash may state a fact.
    func mayStateFact(_ hash: UInt32) -> Bool { !phraseNumbers.places(of: hash).isEmpty }

    /// The facts that a token with this hash states on a line of these tokens.
    func facts(of hash: UInt32, in tokens: [Token]) -> UInt16 {
        var facts: UInt16 = 0
        for place in phraseNumbers.places(of: hash) {
            let phrase = phrases[phraseNumbers[place]]
            if phrase.isIn(tokens) { facts |= phrase.bit }
        }
        return facts
    }

    /// By the number of the language.
    private static let cache = Mutex([CompiledRules?](repeating: nil, count: Language.allCases.count))

    /// The built-in rules for a language.
    static func builtIn(for language: Language) -> CompiledRules {
        let number = Language.allCases.firstIndex(of: language) ?? 0
        return cache.withLock { cache in
            if let known = cache[number] { return known }
            let compiled = CompiledRules(RuleSet.index(for: language), for: language)
            cache[number] = compiled
            return compiled
        }
    }
}
