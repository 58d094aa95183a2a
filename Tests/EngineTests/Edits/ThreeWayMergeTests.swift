import Testing

@testable import Engine

@Suite struct ThreeWayMergeTests {
    private func merge(
        _ base: String, _ mine: String, _ theirs: String, style: ThreeWayMerge.ConflictStyle? = nil
    ) -> ThreeWayMerge {
        let (o, a, b) = (Array(base.utf8), Array(mine.utf8), Array(theirs.utf8))
        guard let style else { return ThreeWayMerge(base: o, mine: a, theirs: b) }
        return ThreeWayMerge(base: o, mine: a, theirs: b, style: style)
    }

    private func check(
        _ base: String, mine: String, theirs: String, becomes expected: String, conflicts: Int = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let merged = merge(base, mine, theirs)
        #expect(String(decoding: merged.text, as: UTF8.self) == expected, sourceLocation: sourceLocation)
        #expect(merged.conflicts == conflicts, sourceLocation: sourceLocation)
    }

    @Test func `changes in different lines are joined`() {
        check("a\nb\nc\nd\n", mine: "a\nB\nc\nd\n", theirs: "a\nb\nc\nD\n", becomes: "a\nB\nc\nD\n")
    }

    @Test func `changes of different words of one line are joined`() {
        check(
            "let a = f(1)\n", mine: "let a = f(1, 2)\n", theirs: "let total = f(1)\n", becomes: "let total = f(1, 2)\n")
    }

    @Test func `the same change on both sides is made once`() {
        check("a\nb\n", mine: "a\nx\nb\n", theirs: "a\nx\nb\n", becomes: "a\nx\nb\n")
    }

    @Test func `two changes of one word are a conflict in which mine stays`() {
        check("a\nb\nc\n", mine: "a\nmine\nc\n", theirs: "a\ntheirs\nc\n", becomes: "a\nmine\nc\n", conflicts: 1)
    }

    @Test func `two insertions at one place are a conflict in which mine stays`() {
        check("a\n", mine: "a\nmine\n", theirs: "a\ntheirs\n", becomes: "a\nmine\n", conflicts: 1)
    }

    @Test func `a line typed into what the agent removes stays, and what it was typed into`() {
        check("a\nb\nc\n", mine: "a\nb\ntyped\nc\n", theirs: "a\n", becomes: "a\nb\ntyped\nc\n", conflicts: 1)
    }

    @Test func `a file that both created stays mine`() {
        check("", mine: "mine\n", theirs: "theirs\n", becomes: "mine\n", conflicts: 1)
    }

    @Test func `beside a conflict, what only the agent changed is taken`() {
        check(
            "a\nb\nc\nd\n", mine: "a\nmine\nc\nd\n", theirs: "a\ntheirs\nc\nD\n", becomes: "a\nmine\nc\nD\n",
            conflicts: 1)
    }

    @Test func `a last line without an end does not swallow the next`() {
        check("a\nb", mine: "a\nb!", theirs: "a\nb\nc\n", becomes: "a\nb!", conflicts: 1)
        check("a\nb", mine: "A\nb", theirs: "a\nb\nc\n", becomes: "A\nb\nc\n")
    }

    @Test(arguments: [
        // A line of one's own stays a line; what was written over is gone.
        ("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n", "a\nmine\ntheirs\nc\n"),
        // A note on a line that is written anew stays on it, once.
        ("- qa: running\n", "- qa: running (call Bob!)\n", "- qa: completed\n", "- qa: completed (call Bob!)\n"),
        ("- qa: running\n", "- NOW qa: running\n", "* qa: completed\n", "* NOW qa: completed\n"),
        // Below a heading that changed, not above it.
        ("## Old title\nx\n", "## Old title\nmine\nx\n", "## New title\nx\n", "## New title\nmine\nx\n"),
        // The line is gone, the note is not.
        ("a b c\nd\n", "a b c note\nd\n", "d\n", " note\nd\n"),
    ])
    func `what was typed is woven into prose that is written anew`(
        base: String, mine: String, theirs: String, expected: String
    ) {
        let merged = merge(base, mine, theirs, style: .woven)
        #expect(String(decoding: merged.text, as: UTF8.self) == expected)
        let again = merge(base, expected, theirs, style: .woven)
        #expect(String(decoding: again.text, as: UTF8.self) == expected)
    }

    @Test func `a side that changed nothing yields to the other`() {
        for seed in 0..<400 {
            var random = RandomTexts(seed: UInt64(seed))
            let base = random.text()
            let other = random.edited(base)
            check(base, mine: base, theirs: other, becomes: other)
            check(base, mine: other, theirs: base, becomes: other)
            check(base, mine: other, theirs: other, becomes: other)
        }
    }

    @Test func `every word that a person typed survives, once and in order, whatever the agent wrote`() {
        for seed in 0..<2_000 { checkTyping(seed: UInt64(seed)) }
    }

    private func checkTyping(seed: UInt64) {
        var random = RandomTexts(seed: seed)
        let base = random.text()
        let theirs = random.edited(base)
        var typed: [String] = []
        var mine = Array(base)
        let places = (0..<Int.random(in: 1...6, using: &random.numbers)).map { _ in
            Int.random(in: 0...mine.count, using: &random.numbers)
        }
        for place in places.sorted(by: >) {
            let word = "typed\(typed.count)q"
            typed.insert(word, at: 0)
            mine.insert(contentsOf: Bool.random(using: &random.numbers) ? word : word + "\n", at: place)
        }
        let merged = String(decoding: merge(base, String(mine), theirs).text, as: UTF8.self)
        var rest = merged[...]
        for word in typed {
            let range = rest.firstRange(of: word)
            #expect(range != nil, "\(seed): \(word) is lost in \(merged.debugDescription)")
            if let range { rest = rest[range.upperBound...] }
            #expect(rest.firstRange(of: word) == nil, "\(seed): \(word) stands twice in \(merged.debugDescription)")
        }
    }
}
