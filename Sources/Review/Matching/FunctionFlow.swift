/// The blocks of a function, and where its variables are given values.
///
/// Made in one pass over the function's tokens; positions are numbers of tokens. For a use of a variable it gives the
/// assignments that can reach it: the last one on every way there, where branches join and loops go round.
struct FunctionFlow {
    /// The tokens of a condition that may come to the same always; none for any other.
    struct Condition: BitwiseCopyable {
        var start = 0
        var end = 0
        var range: Range<Int> { start..<end }
    }

    /// Whether something is done, where its condition tells.
    enum Certainty: BitwiseCopyable { case unknown, always, never }

    struct Block: BitwiseCopyable {
        enum Kind: BitwiseCopyable {
            case root, function, branch, otherwise, loop, attempt, handler, other
        }

        var kind: Kind
        var parent: Int
        var start: Int
        var end = Int.max
        /// Whether it ends by leaving the function.
        var exits = false
        /// What the branches of one statement have in common: the number of the first of them.
        var chain = -1
        /// Whether the chain has a branch for everything else.
        var column = -1
        var condition = Condition()
        var certainty = Certainty.unknown
    }

    struct Assignment: BitwiseCopyable {
        enum Kind: BitwiseCopyable {
            /// Given the expression that starts at `value`; has it appended; is one of its parts or elements.
            case value, appended, part
            /// The arguments that start at `value` are added to the list or text.
            case added
            /// One of its fields is given the expression that starts at `value`.
            case field
            case parameter
            /// A parameter that holds what a request says.
            case request
            /// A parameter of a type that can hold nothing but numbers.
            case number
            /// Nothing is given: it is one of some known values from here on.
            case checked
            case unknown
        }

        var kind: Kind
        var name: UInt32
        /// Where it takes effect.
        var at: Int
        /// The first token of the expression.
        var value: Int
        var block: Int
        /// Whether its statement is done under a condition that opens no block.
        var isConditional = false
        var condition = Condition()
        /// Whether it is what `else` does.
        var isOtherwise = false
        var certainty = Certainty.unknown
    }

    var blocks: [Block] = []
    /// Those of one name side by side, in the order in which they take effect.
    var assignments: [Assignment] = []
    /// The lines of the function, and those that had to be looked at to find them.
    var lines = 0..<0
    var seenLines = 0..<0
    /// The window whose numbers the positions are, and for which line of it and which match it was found.
    var epoch = -1
    var anchor = -1
    var line = -1

    /// The innermost block that holds a token.
    func block(at number: Int) -> Int {
        var best = 0
        for (index, block) in blocks.enumerated() where block.start <= number && number < block.end { best = index }
        return best
    }

    /// Whether a block is another one or around it.
    func isAround(_ outer: Int, _ block: Int) -> Bool { isAncestor(outer, of: block) }

    private func isAncestor(_ ancestor: Int, of block: Int) -> Bool {
        var at = block
        while at >= 0 {
            if at == ancestor { return true }
            at = blocks[at].parent
        }
        return false
    }

    /// Whether a block, or one around it that is not around `use`, is never done.
    private func isNever(_ block: Int, outside use: Int) -> Bool {
        var at = block
        while at >= 0, !isAncestor(at, of: use) {
            if blocks[at].certainty == .never { return true }
            at = blocks[at].parent
        }
        return false
    }

    /// Whether a block is always done when the block around it is, which is around `use`.
    private func isAlways(_ block: Int, above use: Int) -> Bool {
        blocks[block].certainty == .always && isAncestor(blocks[block].parent, of: use)
    }

    /// The child of `ancestor` on the way down to `block`; nil where they are the same.
    private func child(of ancestor: Int, towards block: Int) -> Int? {
        var at = block
        while at >= 0, blocks[at].parent != ancestor { at = blocks[at].parent }
        return at >= 0 ? at : nil
    }

    /// The assignments of a variable, in the order in which they take effect.
    func assignments(of name: UInt32) -> ArraySlice<Assignment> {
        var (low, high) = (0, assignments.count)
        while low < high {
            let middle = (low + high) / 2
            if assignments[middle].name < name { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < assignments.count, assignments[end].name == name { end += 1 }
        return assignments[low..<end]
    }

    /// Those of a variable's assignments `own` that can reach its use at `number`: the last before it first, then what
    /// the loops around it give it later.
    func assignments(of own: ArraySlice<Assignment>, reaching number: Int) -> [Assignment] {
        if own.isEmpty { return [] }
        var reaching: [Assignment] = []
        let use = block(at: number)
        var covered: [Int: Set<Int>] = [:]
        var stop = Int.min
        for assignment in own.reversed() where assignment.at <= number {
            if assignment.certainty == .never || isNever(assignment.block, outside: use) { continue }
            if isAncestor(assignment.block, of: use) || isAlways(assignment.block, above: use) {
                reaching.append(assignment)
                if assignment.isConditional, assignment.certainty != .always { continue }
                if assignment.kind == .appended || assignment.kind == .added || assignment.kind == .field { continue }
                stop = assignment.at
                break
            }
            if assignment.kind == .checked { continue }
            var common = blocks[assignment.block].parent
            while !isAncestor(common, of: use) { common = blocks[common].parent }
            guard let branch = child(of: common, towards: assignment.block) else { continue }
            if leaves(from: assignment.block, to: common) || isExclusive(branch, child(of: common, towards: use)) {
                continue
            }
            reaching.append(assignment)
            let chain = blocks[branch].chain
            guard chain >= 0, branch == assignment.block, !assignment.isConditional else { continue }
            covered[chain, default: []].insert(branch)
            if isCovered(chain, by: covered[chain] ?? []) {
                stop = assignment.at
                break
            }
        }
        // What a loop gives it later counts the next time round.
        for assignment in own where assignment.at > number {
            var at = use
            while at >= 0, blocks[at].kind != .function {
                if blocks[at].kind == .loop, blocks[at].start > stop, assignment.value < blocks[at].end,
                    assignment.kind != .checked
                {
                    reaching.append(assignment)
                    break
                }
                at = blocks[at].parent
            }
        }
        return reaching
    }

    /// Whether the function is left, or another one entered, between a block and one around it.
    private func leaves(from block: Int, to common: Int) -> Bool {
        var at = block
        while at != common, at >= 0 {
            if blocks[at].exits || blocks[at].kind == .function { return true }
            at = blocks[at].parent
        }
        return false
    }

    /// Whether two blocks are branches of one statement, of which only one is taken.
    private func isExclusive(_ one: Int, _ other: Int?) -> Bool {
        guard let other, blocks[one].chain >= 0, blocks[one].chain == blocks[other].chain else { return false }
        return blocks[one].kind == .branch || blocks[one].kind == .otherwise
    }

    /// Whether every branch of a chain is one of `branches` or leaves the function, and one is always taken.
    private func isCovered(_ chain: Int, by branches: Set<Int>) -> Bool {
        var isComplete = false
        for (index, block) in blocks.enumerated() where block.chain == chain {
            if block.kind == .otherwise || block.kind == .attempt { isComplete = true }
            if !block.exits, !branches.contains(index) { return false }
        }
        return isComplete
    }
}
