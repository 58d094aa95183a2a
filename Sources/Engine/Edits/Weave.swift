/// Their version of some lines that both sides changed, with what a person typed into mine at the place where it stood.
///
/// A line that the person only added to is one line of theirs with the addition; a line of the person's own stays a
/// line. What CodeForge itself wrote into the base gives way to what it writes now. Weaving the result once more
/// changes nothing.
struct Weave {
    typealias Line = ArraySlice<UInt8>

    /// How many lines ahead a line is looked for, and among how many lines that went away what it was before.
    private static let (reach, candidateReach) = (40, 200)

    private let base: [Line]
    private let mine: [Line]
    private var theirs: [Line]
    /// Lines that stand before each line of theirs, and after the last.
    private var own: [[Line]]
    /// The line of theirs that a line of the base became.
    private let successors: [Int: Int]
    private let likeness: Likeness
    /// How many lines of theirs stand before what comes next.
    private var place = 0

    init(base: [Line], mine: [Line], theirs: [Line]) {
        self.base = base
        self.mine = mine
        self.theirs = theirs
        own = Array(repeating: [], count: theirs.count + 1)
        likeness = Likeness()
        successors = Self.successors(of: base, in: theirs, likeness)
        run()
    }

    /// Whether mine already holds all of theirs, and of the base only what is in theirs too.
    ///
    /// Such is a document that was written and not remembered, as after a crash.
    static func isDone(base: [Line], mine: [Line], theirs: [Line]) -> Bool {
        let (o, a, b) = (words(of: base), words(of: mine), words(of: theirs))
        let added = SequenceDiff.hunks(b, a)
        guard added.allSatisfy(\.old.isEmpty) else { return false }
        let gone = Set(SequenceDiff.hunks(o, b).flatMap { o[$0.old] })
        return !added.contains { a[$0.new].contains { gone.contains($0) } }
    }

    private static func words(of lines: [Line]) -> [Line] {
        TextPieces.words(lines.joined()).filter { $0.contains { $0 > 0x20 } }
    }

    var lines: [Line] {
        theirs.indices.flatMap { own[$0] + [theirs[$0]] } + own[theirs.count]
    }

    private mutating func run() {
        var stable = 0
        for hunk in SequenceDiff.hunks(base, mine) {
            for index in stable..<hunk.old.lowerBound { pass(index) }
            var candidates = hunk.old
            for line in mine[hunk.new] { take(line, from: &candidates) }
            stable = hunk.old.upperBound
        }
    }

    /// Goes on behind the line of theirs that a line of the base became.
    private mutating func pass(_ index: Int) {
        if let successor = successors[index] { place = max(place, successor + 1) }
    }

    /// Places a line that the person changed or wrote; `candidates` are the lines that it may have been.
    private mutating func take(_ line: Line, from candidates: inout Range<Int>) {
        // An earlier weaving, or the person, already has the line as it is now; an empty one is no sign of that.
        let reach = line.contains { $0 > 0x20 } ? Self.reach : 1
        if let known = theirs[place...].prefix(reach).firstIndex(of: line) {
            place = known + 1
            return
        }
        let near = candidates.prefix(Self.candidateReach)
        guard let index = near.first(where: { likeness.isKept(base[$0], in: line) }) else {
            own[place].append(line)
            return
        }
        candidates = index + 1..<candidates.upperBound
        guard let successor = successors[index], successor >= place else {
            let typed = TypedWords(base: base[index], mine: line, theirs: []).text
            if !typed.isEmpty { own[place].append(typed) }
            return
        }
        theirs[successor] = TypedWords(base: base[index], mine: line, theirs: theirs[successor]).woven
        place = successor + 1
    }

    /// Pairs lines that share most of their words, in order; where as many lines came as went, each is the next one's.
    private static func successors(of base: [Line], in theirs: [Line], _ likeness: Likeness) -> [Int: Int] {
        var successors: [Int: Int] = [:]
        var next = 0
        for (index, line) in base.enumerated() {
            let like = theirs[next...].prefix(reach).firstIndex { likeness.isKept(line, in: $0) }
            let same = base.count == theirs.count && index >= next ? index : nil
            guard let successor = like ?? same else { continue }
            successors[index] = successor
            next = successor + 1
        }
        return successors
    }
}

/// How like lines are, each of which is cut into its words once.
private final class Likeness {
    private struct Words {
        /// Each word by its number, in the line's order.
        var all: [Int32] = []
        var counts: [Int32: Int] = [:]
        var visible = 0
    }

    private var known: [Weave.Line: Words] = [:]
    private var numbers: [Weave.Line: Int32] = [:]
    /// How many bytes of each word are visible.
    private var weights: [Int] = []
    /// How much may still be compared word by word.
    ///
    /// Past that the order of words does not count: lines that have so many
    /// of their words in common are no prose, and all pairs of them would take minutes.
    private var steps = 4_000_000

    /// Whether at least half of what is visible in a line stands in another, in its order.
    func isKept(_ line: Weave.Line, in other: Weave.Line) -> Bool {
        let (a, b) = (words(of: line), words(of: other))
        guard a.visible > 0 else { return false }
        // No more stands there in this order than in any.
        let common = a.counts.reduce(0) { $0 + min($1.value, b.counts[$1.key] ?? 0) * weights[Int($1.key)] }
        guard 2 * common >= a.visible else { return false }
        let cost = (a.all.count + b.all.count) * min(a.all.count + b.all.count, SequenceDiff.maxEdits)
        guard cost <= steps else { return true }
        steps -= cost
        let lost = SequenceDiff.hunks(a.all, b.all).reduce(0) { sum, hunk in
            sum + a.all[hunk.old].reduce(0) { $0 + weights[Int($1)] }
        }
        return 2 * lost <= a.visible
    }

    private func words(of line: Weave.Line) -> Words {
        if let known = known[line] { return known }
        var words = Words()
        for word in TextPieces.words(line) {
            let number = numbers[word] ?? Int32(weights.count)
            if Int(number) == weights.count {
                numbers[word] = number
                weights.append(word.count { $0 > 0x20 })
            }
            words.all.append(number)
            words.counts[number, default: 0] += 1
            words.visible += weights[Int(number)]
        }
        known[line] = words
        return words
    }
}

/// The words of one line that stand in neither of the other two versions: a person typed them.
private struct TypedWords {
    private let base: [Weave.Line]
    private let mine: [Weave.Line]
    private let theirs: [Weave.Line]

    init(base: Weave.Line, mine: Weave.Line, theirs: Weave.Line) {
        self.base = TextPieces.words(base)
        self.mine = TextPieces.words(mine)
        self.theirs = TextPieces.words(theirs)
    }

    /// The typed words alone, as a line.
    var text: Weave.Line {
        var text: [UInt8] = []
        for hunk in SequenceDiff.hunks(base, mine) { Self.append(typed(hunk.new), to: &text) }
        return text[...] + (mine.last.map { Self.isEnd($0) ? $0 : [] } ?? [])
    }

    /// Their line with the typed words.
    var woven: Weave.Line {
        let groups = MergeGroup.groups(mine: SequenceDiff.hunks(base, mine), theirs: SequenceDiff.hunks(base, theirs))
        var output: [UInt8] = []
        var stable = 0
        for group in groups {
            base[stable..<group.base.lowerBound].forEach { Self.append($0, to: &output) }
            if !group.changedByMine {
                theirs[group.theirs].forEach { Self.append($0, to: &output) }
            } else if !group.changedByTheirs {
                mine[group.mine].forEach { Self.append($0, to: &output) }
            } else {
                theirs[group.theirs].forEach { Self.append($0, to: &output) }
                Self.join(typed(group.mine, butFor: base[group.base], and: theirs[group.theirs]), to: &output)
            }
            stable = group.base.upperBound
        }
        base[stable...].forEach { Self.append($0, to: &output) }
        return output[...]
    }

    private func typed(_ range: Range<Int>) -> Weave.Line {
        Array(mine[range].filter { !Self.isEnd($0) }.joined())[...]
    }

    /// The words of a place of mine that are new, both against what stood there and against what stands there now.
    private func typed(
        _ range: Range<Int>, butFor before: ArraySlice<Weave.Line>, and now: ArraySlice<Weave.Line>
    ) -> Weave.Line {
        let place = Array(mine[range])
        let added = SequenceDiff.hunks(Array(before), place).flatMap { place[$0.new] }
        let fresh = SequenceDiff.hunks(Array(now), added).flatMap { added[$0.new] }
        return Array(fresh.filter { !Self.isEnd($0) }.joined())[...]
    }

    /// Words whose place is written anew stand behind it; only what was typed without a blank stays without one.
    private static func join(_ typed: Weave.Line, to output: inout [UInt8]) {
        guard let first = typed.firstIndex(where: { $0 > 0x20 }), let last = typed.lastIndex(where: { $0 > 0x20 })
        else {
            return
        }
        if first > typed.startIndex || isWord(typed[first]), let end = output.last, end > 0x20 { output.append(0x20) }
        append(typed[first...last], to: &output)
    }

    /// Two words that come from different sides do not become one.
    private static func append(_ piece: Weave.Line, to output: inout [UInt8]) {
        if let last = output.last, let first = piece.first, isWord(last), isWord(first) { output.append(0x20) }
        output.append(contentsOf: piece)
    }

    private static func isWord(_ byte: UInt8) -> Bool { TextPieces.words([byte, 0x61]).count == 1 }

    private static func isEnd(_ piece: Weave.Line) -> Bool { piece.first == 0x0A || piece.first == 0x0D }
}
