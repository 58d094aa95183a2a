/// Numbers of facts, such as those that a rule asks for.
struct FactSet: Sendable, Hashable {
    /// A bit for each number; empty without any, which needs no memory.
    private var words: [UInt64] = []

    mutating func insert(_ number: Int) {
        while words.count <= number >> 6 { words.append(0) }
        words[number >> 6] |= 1 << UInt64(number & 63)
    }

    func isSubset(of other: FactSet) -> Bool {
        for (place, word) in words.enumerated() {
            guard place < other.words.count ? word & ~other.words[place] == 0 : word == 0 else { return false }
        }
        return true
    }

    func isDisjoint(with other: FactSet) -> Bool {
        for (word, theirs) in zip(words, other.words) where word & theirs != 0 { return false }
        return true
    }
}

/// Which of the rules' facts the lines of a document state, such as that it imports something.
struct FileFacts: Sendable {
    private var entries: LineEntries<UInt16>
    /// How many lines state each fact.
    private var counts: [Int] = []

    init(lineCount: Int) {
        entries = LineEntries(lineCount: lineCount)
    }

    /// The facts that some line states.
    var all: FactSet {
        var all = FactSet()
        for (number, count) in counts.enumerated() where count > 0 { all.insert(number) }
        return all
    }

    /// Replaces the lines of `range` by `count` lines that state nothing.
    mutating func replaceLines(_ range: Range<Int>, count: Int) {
        for fact in entries.replaceLines(range, count: count) { counts[Int(fact)] -= 1 }
    }

    /// Sets what a line states, each fact once.
    mutating func set(_ facts: [UInt16], onLine line: Int) {
        if facts.isEmpty, entries.isEmpty { return }
        for fact in entries.set(facts, onLine: line) { counts[Int(fact)] -= 1 }
        for fact in facts {
            while counts.count <= Int(fact) { counts.append(0) }
            counts[Int(fact)] += 1
        }
    }
}
