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

    /// - Throws: `RegexError` for an expression that is wrong or not supported.
    init(_ expression: String) throws(RegexError) {
        var parser = RegexParser(expression)
        var compiler = RegexCompiler()
        compiler.compile(try parser.parse())
        compiler.emit(.match)
        guard compiler.program.count <= 20_000 else {
            throw RegexError(expression: expression, reason: "it is too large")
        }
        program = compiler.program
    }

    /// Where the match that starts at `start` ends, if there is one; the longest by the expression's preferences.
    ///
    /// - Complexity: O(bytes × length of the expression)
    func matchEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        run(text, from: start, anchored: true)
    }

    /// Whether the expression matches anywhere in `text`.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        run(text, from: 0, anchored: false) != nil
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// The range of the leftmost match.
    func firstMatch(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard matches(text) else { return nil }
        for start in 0...text.count {
            if let end = matchEnd(in: text, at: start) { return start..<end }
        }
        return nil
    }

    private func run(_ text: UnsafeBufferPointer<UInt8>, from start: Int, anchored: Bool) -> Int? {
        var current = ThreadList(capacity: program.count)
        var next = ThreadList(capacity: program.count)
        var best: Int?
        add(0, to: &current, text, at: start)
        var index = start
        while true {
            for at in 0..<current.count {
                switch program[current[at]] {
                case .match:
                    best = index
                    if !anchored { return best }
                    // Threads after this one are less preferred.
                    current.cut(at)
                case .bytes(let set):
                    if index < text.count, set.contains(text[index]) {
                        add(current[at] + 1, to: &next, text, at: index + 1)
                    }
                default: break
                }
                if at >= current.count { break }
            }
            guard index < text.count else { break }
            index += 1
            swap(&current, &next)
            next.removeAll()
            if !anchored { add(0, to: &current, text, at: index) }
            // Without an anchor a later byte may start a match, though an assertion keeps this one from it.
            if anchored, current.count == 0 { break }
        }
        return best
    }

    /// Adds the byte instructions that are reached from `start` without taking a byte, most preferred first.
    private func add(_ start: Int, to threads: inout ThreadList, _ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard threads.visit(start) else { return }
        switch program[start] {
        case .jump(let target): add(target, to: &threads, text, at: index)
        case .split(let first, let second):
            add(first, to: &threads, text, at: index)
            add(second, to: &threads, text, at: index)
        case .assert(let assertion):
            if holds(assertion, text, at: index) { add(start + 1, to: &threads, text, at: index) }
        case .bytes, .match: threads.append(start)
        }
    }

    private func holds(_ assertion: Assertion, _ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch assertion {
        case .start: return index == 0
        case .end: return index == text.count
        case .wordBoundary, .notWordBoundary:
            let before = index > 0 && text[index - 1].isWord
            let after = index < text.count && text[index].isWord
            return (before != after) == (assertion == .wordBoundary)
        }
    }

    /// Instructions in the order of preference, each once.
    private struct ThreadList {
        private var order: [Int] = []
        private var visited: [Bool]
        private var touched: [Int] = []

        init(capacity: Int) { visited = [Bool](repeating: false, count: capacity) }

        var count: Int { order.count }
        subscript(index: Int) -> Int { order[index] }

        mutating func visit(_ instruction: Int) -> Bool {
            if visited[instruction] { return false }
            visited[instruction] = true
            touched.append(instruction)
            return true
        }

        mutating func append(_ instruction: Int) { order.append(instruction) }
        mutating func cut(_ count: Int) { order.removeSubrange(count...) }

        mutating func removeAll() {
            for instruction in touched { visited[instruction] = false }
            touched.removeAll(keepingCapacity: true)
            order.removeAll(keepingCapacity: true)
        }
    }
}

/// An expression that `ByteRegex` cannot compile.
package struct RegexError: Error, Hashable, CustomStringConvertible {
    package var expression: String
    package var reason: String

    package var description: String { "The regular expression \(expression) cannot be used: \(reason)." }
}
