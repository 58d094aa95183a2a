/// A regular expression over bytes that takes linear time, whatever the expression and the text.
///
/// Supported: literals, `.`, classes with ranges and `\d \w \s`, `\0`, `\b \B ^ $`, groups, `|`, `* + ? {m,n}` and their
/// lazy forms (which find the same matches here), `(?i)`. Not supported, and refused when the expression is compiled:
/// back references and look-around.
///
/// Reference: https://swtch.com/~rsc/regexp/regexp2.html (Pike's machine)
struct ByteRegex: Sendable {
    enum Instruction: Sendable {
        case bytes(ByteSet)
        case assert(Assertion)
        /// Try the first, then the second.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    enum Assertion: Sendable {
        case start, end, wordBoundary, notWordBoundary
    }

    let program: [Instruction]
    /// What the first bytes of a match can be, each; at most four, and none that the shortest match does not have.
    private let leads: [ByteSet]
    /// Whether every match starts where the text does.
    private let isBoundToStart: Bool

    /// - Throws: `RegexError` for an expression that is wrong or not supported.
    init(_ expression: String) throws(RegexError) {
        var parser = RegexParser(expression)
        var compiler = RegexCompiler()
        compiler.compile(try parser.parse())
        compiler.emit(.match)
        guard compiler.program.count <= 20_000 else {
            throw RegexError(expression: expression, reason: "it is too large")
        }
        self.init(program: compiler.program)
    }

    /// - Parameter program: Ends with `match`; at most 20,000 instructions.
    init(program: [Instruction]) {
        self.program = program
        var next = RegexReach(from: [0], in: program)
        var leads: [ByteSet] = []
        while leads.count < 4, !next.mayEnd {
            leads.append(next.bytes)
            next = RegexReach(from: next.following, in: program)
        }
        self.leads = leads
        let unbound = RegexReach(from: [0], in: program, passesStart: false)
        isBoundToStart = !unbound.mayEnd && unbound.bytes == ByteSet()
    }

    /// What a text that matches starts with; nil where it may be anything, or a match need not start where it does.
    var boundFirstBytes: ByteSet? { isBoundToStart ? leads.first : nil }

    /// Where the match that starts at `start` ends, if there is one; the longest by the expression's preferences.
    ///
    /// - Complexity: O(bytes × length of the expression)
    func matchEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var seen = start
        return run(text, from: start, anchored: true, &seen)
    }

    /// As `matchEnd(in:at:)`; `seen` is then the end of the bytes that were looked at.
    func matchEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int, seen: inout Int) -> Int? {
        run(text, from: start, anchored: true, &seen)
    }

    /// Whether the expression matches anywhere in `text`.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen = 0
        return run(text, from: 0, anchored: isBoundToStart, &seen) != nil
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    private func run(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, anchored: Bool, _ seen: inout Int
    ) -> Int? {
        if anchored {
            for (offset, lead) in leads.enumerated() {
                guard start + offset < text.count, lead.contains(text[start + offset]) else { return nil }
            }
        }
        return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 4 * program.count) { space in
            space.initialize(repeating: 0)
            return program.withUnsafeBufferPointer { program in
                var machine = RegexMachine(program: program, text: text, space: space)
                defer { seen = machine.index }
                return machine.run(from: start, firstBytes: leads.first, anchored: anchored)
            }
        }
    }
}

/// What a program can take as the next byte, from some of its instructions.
private struct RegexReach {
    private(set) var bytes = ByteSet()
    /// The instructions after those that take one.
    private(set) var following: [Int] = []
    /// Whether it may have matched without one.
    private(set) var mayEnd = false

    /// Looks behind assertions as if they held; behind `^` only where `passesStart`.
    init(from starts: [Int], in program: [ByteRegex.Instruction], passesStart: Bool = true) {
        var visited = [Bool](repeating: false, count: program.count)
        var left = starts
        while let at = left.popLast() {
            if visited[at] { continue }
            visited[at] = true
            switch program[at] {
            case .bytes(let set):
                bytes.formUnion(set)
                following.append(at + 1)
            case .match: mayEnd = true
            case .jump(let target): left.append(target)
            case .split(let first, let second): left += [first, second]
            case .assert(.start): if passesStart { left.append(at + 1) }
            case .assert: left.append(at + 1)
            }
        }
    }
}

/// Pike's machine at work on one text.
private struct RegexMachine {
    /// The threads at one place of the text: instructions in the order of preference, each once.
    ///
    /// A sparse set: clearing it costs nothing.
    /// Reference: Briggs and Torczon, An efficient representation for sparse sets, 1993
    struct Threads {
        private let order: UnsafeMutableBufferPointer<UInt16>
        private let places: UnsafeMutableBufferPointer<UInt16>
        private(set) var count = 0

        /// - Parameter space: Twice as long as the program.
        init(_ space: UnsafeMutableBufferPointer<UInt16>.SubSequence) {
            let middle = space.startIndex + space.count / 2
            order = UnsafeMutableBufferPointer(rebasing: space[..<middle])
            places = UnsafeMutableBufferPointer(rebasing: space[middle...])
        }

        subscript(index: Int) -> Int { Int(order[index]) }

        /// Adds an instruction; false when it is there.
        mutating func insert(_ instruction: Int) -> Bool {
            let place = Int(places[instruction])
            if place < count, order[place] == UInt16(instruction) { return false }
            places[instruction] = UInt16(count)
            order[count] = UInt16(instruction)
            count += 1
            return true
        }

        mutating func removeAll() { count = 0 }
    }

    private let program: UnsafeBufferPointer<ByteRegex.Instruction>
    private let text: UnsafeBufferPointer<UInt8>
    private var current: Threads
    private var next: Threads
    /// The place of the next byte.
    private(set) var index = 0

    /// Starts without threads; `space` holds zeroes, four times as many as the program has instructions.
    init(
        program: UnsafeBufferPointer<ByteRegex.Instruction>, text: UnsafeBufferPointer<UInt8>,
        space: UnsafeMutableBufferPointer<UInt16>
    ) {
        (self.program, self.text) = (program, text)
        current = Threads(space[..<(2 * program.count)])
        next = Threads(space[(2 * program.count)...])
    }

    /// Where the preferred match from `start` ends; of the first match anywhere after it where not `anchored`.
    mutating func run(from start: Int, firstBytes: ByteSet?, anchored: Bool) -> Int? {
        var best: Int?
        index = start
        add(0, at: index)
        while true {
            step(at: index, &best)
            if best != nil, !anchored { return best }
            index += 1
            guard index <= text.count else { return best }
            swap(&current, &next)
            next.removeAll()
            if anchored {
                if current.count == 0 { return best }
            } else {
                if current.count == 0, let firstBytes {
                    while index < text.count, !firstBytes.contains(text[index]) { index += 1 }
                    if index == text.count { return nil }
                }
                // A later byte may start a match.
                add(0, at: index)
            }
        }
    }

    /// Has each thread take the byte at `index`; threads less preferred than a match end.
    private mutating func step(at index: Int, _ best: inout Int?) {
        for number in 0..<current.count {
            switch program[current[number]] {
            case .match:
                best = index
                return
            case .bytes(let set):
                if index < text.count, set.contains(text[index]) {
                    RegexMachine.add(current[number] + 1, to: &next, program, text, at: index + 1)
                }
            default: break
            }
        }
    }

    private mutating func add(_ start: Int, at index: Int) {
        RegexMachine.add(start, to: &current, program, text, at: index)
    }

    /// Adds the instructions that are reached from `start` without taking a byte, most preferred first.
    private static func add(
        _ start: Int, to threads: inout Threads, _ program: UnsafeBufferPointer<ByteRegex.Instruction>,
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) {
        guard threads.insert(start) else { return }
        switch program[start] {
        case .jump(let target): add(target, to: &threads, program, text, at: index)
        case .split(let first, let second):
            add(first, to: &threads, program, text, at: index)
            add(second, to: &threads, program, text, at: index)
        case .assert(let assertion):
            if holds(assertion, text, at: index) { add(start + 1, to: &threads, program, text, at: index) }
        case .bytes, .match: break
        }
    }

    private static func holds(
        _ assertion: ByteRegex.Assertion, _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        switch assertion {
        case .start: return index == 0
        case .end: return index == text.count
        case .wordBoundary, .notWordBoundary:
            let before = index > 0 && text[index - 1].isWord
            let after = index < text.count && text[index].isWord
            return (before != after) == (assertion == .wordBoundary)
        }
    }
}

/// An expression that `ByteRegex` cannot compile.
package struct RegexError: Error, Hashable, CustomStringConvertible {
    package var expression: String
    package var reason: String

    package var description: String { "The regular expression \(expression) cannot be used: \(reason)." }
}
