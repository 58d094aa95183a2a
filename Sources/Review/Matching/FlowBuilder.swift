/// Finds the blocks and assignments of a function in one pass over its tokens.
struct FlowBuilder {
    private typealias Block = FunctionFlow.Block
    typealias Assignment = FunctionFlow.Assignment

    var flow: FunctionFlow
    let start: Int
    let end: Int
    let window: DocumentLines.Window
    let language: Language
    let isPython: Bool

    /// An open bracket, or a block of Python.
    struct Level {
        /// The block that it is, or -1 for a group.
        var block: Int
        var open: Int
        /// What the keyword of the statement around it was.
        var pending: Pending
        /// Whether it is what follows a `case` of a `switch`, up to the next.
        var isCase = false
    }

    /// The head of a statement whose block is yet to come.
    struct Pending {
        var kind: FunctionFlow.Block.Kind?
        var word = Int.min
        /// The group after the keyword.
        var group = 0..<0
        var isElse = false
    }

    private(set) var levels: [Level] = []
    private var block = 0
    private var pending = Pending()
    private var statement = 0
    /// The group that was closed last, and the block.
    private var lastGroup = 0..<0
    private var lastBlock = -1
    private var isRoute = false
    /// The first assignment that may not have taken effect yet.
    private var unsettled = 0
    /// The condition of the last `if` without a block, if it may come to the same always.
    private var lastCondition = FunctionFlow.Condition()
    /// Whether the label of a `case` is being read.
    private var isInLabel = false

    init(_ lines: DocumentLines, _ flow: FunctionFlow) {
        self.flow = flow
        window = lines.window
        language = lines.language
        isPython = language == .python
        start = lines.tokens(ofLine: flow.lines.lowerBound).lowerBound
        end = max(start, lines.tokens(ofLine: flow.lines.upperBound - 1).upperBound)
    }

    @inline(__always)
    func token(_ number: Int) -> Token? {
        number >= start && number < end ? window[number] : nil
    }

    @inline(__always)
    func says(_ token: Token?, _ text: StaticString) -> Bool {
        token.map { window.says($0, text) } ?? false
    }

    @inline(__always)
    func says(_ number: Int, _ text: StaticString) -> Bool { says(token(number), text) }

    func isWord(_ number: Int) -> Bool { token(number)?.kind == .word }

    /// Whether statements stand here: in no bracket but those of blocks.
    private var isInStatement: Bool { levels.last.map { $0.block >= 0 } ?? true }

    mutating func run() {
        flow.blocks = [Block(kind: .root, parent: -1, start: Int.min)]
        flow.assignments = []
        statement = start
        var number = start
        while number < end {
            step(number)
            number += 1
        }
        settle(at: end)
        for level in levels where level.block >= 0 { flow.blocks[level.block].end = end }
        flow.assignments.sort { ($0.name, $0.at) < ($1.name, $1.at) }
    }

    private mutating func step(_ number: Int) {
        let token = window[number]
        if token.flags.contains(.startsLine), isInStatement, token.kind != .text {
            if isPython { closeIndented(number, token) }
            if !continues(number, token) { startStatement(number) }
        }
        switch token.kind {
        case .word: word(number, token)
        case .operator: sign(number, token)
        case .open, .textOpen, .codeOpen: open(number, token)
        case .close, .textClose, .codeClose: close(number)
        default: break
        }
    }

    /// Whether a line goes on with the statement of the one before.
    private func continues(_ number: Int, _ token: Token) -> Bool {
        if isPython { return false }
        guard let previous = self.token(number - 1) else { return false }
        if previous.kind == .operator {
            // `name!` of Swift and Kotlin's `name!!` are whole.
            return !says(previous, ";") && !says(previous, "++") && !says(previous, "--") && !says(previous, "!")
                && !says(previous, "!!")
        }
        // The errors of a method of Java may stand below its parameters.
        if language == .java, says(token, "throws") { return true }
        return token.kind == .operator && !says(token, "@")
    }

    private mutating func startStatement(_ number: Int) {
        statement = number
        pending = Pending()
        settle(at: number)
    }

    /// Has the assignments of the statement that ends here take effect.
    private mutating func settle(at number: Int) {
        while unsettled < flow.assignments.count {
            if flow.assignments[unsettled].at == Int.max { flow.assignments[unsettled].at = number }
            unsettled += 1
        }
    }

    // MARK: Words

    private mutating func word(_ number: Int, _ token: Token) {
        if !isPython, number == statement, says(token, "case") || says(token, "default") { startCase(number, token) }
        guard let kind = keyword(number, token) else { return }
        switch kind {
        case .leave:
            if number == statement || says(number - 1, "{") || says(number - 1, ";") {
                if !isConditional(number) { flow.blocks[block].exits = true }
            }
        case .opens(let kind):
            let wasElse = pending.isElse && pending.word == number - 1
            pending = Pending(kind: kind, word: number, isElse: says(token, "else"))
            if wasElse { pending.kind = .branch }
            if isPython, kind == .loop, says(token, "for") { pending.word = number }
        case .modifier: if number == statement { statement = number + 1 }
        }
    }

    /// Starts the branch of a `case`, if one stands here; it goes on to the next, or the end of its `switch`.
    private mutating func startCase(_ number: Int, _ token: Token) {
        guard let last = levels.last, last.block >= 0, last.isCase || says(last.pending.word, "switch") else { return }
        var isFirst = true
        if last.isCase {
            levels.removeLast()
            end(last.block, at: number)
            isFirst = false
        }
        let kind: FunctionFlow.Block.Kind = says(token, "default") ? .otherwise : .branch
        let chain = !isFirst && lastBlock >= 0 ? flow.blocks[lastBlock].chain : -1
        let index = flow.blocks.count
        flow.blocks.append(Block(kind: kind, parent: block, start: number, chain: chain >= 0 ? chain : index))
        block = index
        levels.append(Level(block: index, open: number, pending: Pending(), isCase: true))
        isInLabel = true
    }

    private enum Keyword { case leave, modifier, opens(FunctionFlow.Block.Kind) }

    private func keyword(_ number: Int, _ token: Token) -> Keyword? {
        guard FlowWords.all.contains(token.hash) else { return nil }
        // Inside of brackets only a function may start.
        let isFunction =
            FlowWords.functions.contains(token.hash) && (language == .kotlin || !says(token, "fun"))
        if isFunction {
            if says(number - 1, ".") { return nil }
            return .opens(.function)
        }
        guard isInStatement, !says(number - 1, ".") else { return nil }
        if says(token, "match") || says(token, "case") {
            guard isPython, number == statement, !says(number + 1, "="), !says(number + 1, ".") else { return nil }
            return .opens(says(token, "match") ? .other : .branch)
        }
        if FlowWords.modifiers.contains(token.hash) { return .modifier }
        if language.hasPlainBlocks, FlowWords.otherModifiers.contains(token.hash) { return .modifier }
        if FlowWords.exits.contains(token.hash) { return .leave }
        if isPython, number != statement { return nil }
        return FlowWords.kind(of: token.hash).map { .opens($0) }
    }

    /// Whether the statement at hand is done under a condition that has no block.
    private func isConditional(_ number: Int) -> Bool {
        guard let first = token(statement), first.kind == .word, statement < number else { return false }
        return FlowWords.kind(of: first.hash) != nil && pending.kind != nil
    }

    // MARK: Brackets

    private mutating func open(_ number: Int, _ token: Token) {
        var level = Level(block: -1, open: number, pending: pending)
        if !isPython, token.kind == .open, says(token, "{"), let kind = blockKind(number) {
            level.block = push(kind, at: number + 1, header: number)
            levels.append(level)
            enter(level.block, before: number)
            startStatement(number + 1)
            return
        }
        levels.append(level)
        pending = Pending()
    }

    /// What kind of block a `{` opens; nil for one that opens a literal.
    private func blockKind(_ number: Int) -> FunctionFlow.Block.Kind? {
        if let kind = pending.kind { return kind }
        guard let previous = token(number - 1) else { return .other }
        if says(previous, "=>") { return .function }
        if says(previous, ")") {
            let before = token(lastGroup.lowerBound - 1)
            if before?.kind == .word { return .function }
            return says(before, ")") ? .function : nil
        }
        if says(previous, ";") || says(previous, "{") || says(previous, "}") { return .other }
        // `void find() throws SQLException {`, `unsafe {`, `list.forEach {`.
        if language.hasPlainBlocks, previous.kind == .word {
            return lastGroup.lowerBound > statement && language == .java ? .function : .other
        }
        // A method with the type of its result: `find(name: string): Promise<Row> {`.
        if lastGroup.lowerBound > statement, lastGroup.upperBound < number, says(lastGroup.upperBound, ":"),
            isWord(lastGroup.lowerBound - 1)
        {
            return .function
        }
        if language == .swift, previous.kind == .word { return .function }
        return nil
    }

    private mutating func push(_ kind: FunctionFlow.Block.Kind, at first: Int, header: Int) -> Int {
        var new = Block(kind: kind, parent: block, start: first)
        let index = flow.blocks.count
        if kind == .branch || kind == .otherwise || kind == .attempt || kind == .handler {
            let follows = kind == .otherwise || kind == .handler || pending.isElse || isElseIf()
            let isSibling = lastBlock >= 0 && flow.blocks[lastBlock].parent == block
            new.chain = follows && isSibling && flow.blocks[lastBlock].chain >= 0 ? flow.blocks[lastBlock].chain : index
            // What follows a loop that was not left is no branch.
            if follows, isSibling, flow.blocks[lastBlock].chain < 0 { new.kind = .other }
        }
        flow.blocks.append(new)
        block = index
        return index
    }

    private func isElseIf() -> Bool {
        says(pending.word, "elif")
            || (says(pending.word, "if") && pending.word > Int.min && says(pending.word - 1, "else"))
            || says(pending.word, "except") || says(pending.word, "catch") || says(pending.word, "case")
    }

    /// What a block's head says of the variables in it.
    private mutating func enter(_ index: Int, before open: Int) {
        switch flow.blocks[index].kind {
        case .function:
            var group = pending.group
            if group.isEmpty, says(open - 1, "=>") {
                group = says(open - 2, ")") ? lastGroup : open - 2..<open - 1
            } else if group.isEmpty, says(open - 1, ")") || (language == .java && lastGroup.lowerBound > statement) {
                // `void find(String name) throws SQLException {` has a word in between.
                group = lastGroup
            }
            parameters(group, of: index, isRouteCallback(group.lowerBound))
        case .loop: loopVariables(pending.word, open, index)
        case .branch:
            guards(pending.word, open, index)
            flow.blocks[index].condition = decidable(pending.word + 1..<open)
        default: break
        }
    }

    private mutating func close(_ number: Int) {
        if let inner = levels.last, inner.isCase {
            settle(at: number)
            levels.removeLast()
            end(inner.block, at: number)
        }
        guard let level = levels.last, !isPython || level.block < 0 else { return }
        levels.removeLast()
        if level.block >= 0 {
            settle(at: number)
            end(level.block, at: number)
            startStatement(number + 1)
        } else {
            lastGroup = level.open..<number + 1
            let kept = level.pending
            pending = kept
            if pending.kind != nil, pending.group.isEmpty || isReceiver(pending.group) { pending.group = lastGroup }
        }
    }

    /// Whether a group is what a method of Go is called on.
    private func isReceiver(_ group: Range<Int>) -> Bool {
        language == .go && pending.kind == .function && group.lowerBound == pending.word + 1
            && isWord(group.upperBound) && lastGroup.lowerBound == group.upperBound + 1
    }

    private mutating func end(_ index: Int, at number: Int) {
        flow.blocks[index].end = number
        block = flow.blocks[index].parent
        lastBlock = index
        // `if x not in known: raise` leaves only known values after it.
        if let waiting = negativeGuards[index], flow.blocks[index].exits {
            flow.assignments.append(Assignment(kind: .checked, name: waiting, at: number, value: number, block: block))
        }
    }

    var negativeGuards: [Int: UInt32] = [:]

    // MARK: Python

    private mutating func closeIndented(_ number: Int, _ token: Token) {
        let column = window.column(of: token)
        while let level = levels.last, level.block >= 0, flow.blocks[level.block].column >= column {
            levels.removeLast()
            end(level.block, at: number)
        }
    }

    private mutating func openIndented(_ colon: Int, _ kind: FunctionFlow.Block.Kind) {
        // `case _:` takes whatever is left.
        let isRest = says(pending.word, "case") && says(pending.word + 1, "_") && pending.word + 2 == colon
        let index = push(isRest ? .otherwise : kind, at: colon + 1, header: pending.word)
        var first = pending.word
        while first > start, let token = token(first), !token.flags.contains(.startsLine) { first -= 1 }
        flow.blocks[index].column = token(first).map { window.column(of: $0) } ?? 0
        levels.append(Level(block: index, open: colon, pending: Pending()))
        switch kind {
        case .function: parameters(pending.group, of: index, isRoute)
        case .loop: loopVariables(pending.word, colon, index)
        case .branch:
            guards(pending.word, colon, index)
            flow.blocks[index].condition = decidable(pending.word + 1..<colon)
        default: break
        }
        if kind == .function { isRoute = false }
        startStatement(colon + 1)
    }

    // MARK: Signs

    private mutating func sign(_ number: Int, _ token: Token) {
        if isPython, says(token, ":"), isInStatement, let kind = pending.kind { return openIndented(number, kind) }
        if isInLabel, says(token, ":") || says(token, "->"), isInStatement {
            isInLabel = false
            return startStatement(number + 1)
        }
        if says(token, ","), isInStatement, language.hasDeclarationLists, unsettled < flow.assignments.count {
            return startStatement(number + 1)
        }
        if isPython, says(token, "@"), number == statement { isRoute = decoratesRoute(number) || isRoute }
        if says(token, ";") || isTag(token), isInStatement {
            // `for i := 0; i < n; i++ {` of Go is one head.
            guard language == .go, pending.kind != nil else { return startStatement(number + 1) }
            statement = number + 1
            return
        }
        if says(token, "."), isWord(number - 1), let method = self.token(number + 1),
            Vocabulary.adders.contains(method.hash), says(number + 2, "("), !says(number - 2, "."),
            language.declaresTypeFirst || language == .kotlin || !says(method, "add")
        {
            add(.added, number - 1, value: number + 3)
        }
        if says(token, "."), isWord(number - 1), says(number + 2, "("), self.token(number + 3)?.kind == .string,
            says(number + 4, ","), !says(number - 2, "."), let method = self.token(number + 1),
            Vocabulary.setters.contains(method.hash), isInStatement
        {
            if self.token(number + 5)?.kind == .string, says(number + 6, ",") {
                // `settings.set("section", "key", value)`
                give(number - 1, key: number + 3, and: number + 5, value: number + 7)
            } else {
                give(number - 1, key: number + 3, value: number + 5)
            }
        }
        if language == .go, says(token, "&"), isWord(number + 1), says(number - 1, "("),
            let name = self.token(number - 2), says(name, "Fprintf") || says(name, "Fprint")
        {
            add(.added, number + 1, value: number - 1)
        }
        guard isInStatement else { return }
        if says(token, "=") || says(token, ":=") { return assign(number) }
        if says(token, "+=") || says(token, ".="), isWord(number - 1) { add(.appended, number - 1, value: number + 1) }
    }

    /// Whether code of PHP starts or ends here.
    private func isTag(_ token: Token) -> Bool {
        language == .php && (says(token, "?>") || says(token, "<?php") || says(token, "<?=") || says(token, "<?"))
    }

    private mutating func assign(_ sign: Int) {
        guard statement < sign, sign - statement <= 24 else { return }
        if let first = token(statement), first.kind == .open {
            // `const { a, b: c } = value`
            for number in statement + 1..<sign where isWord(number) && !says(number + 1, ":") && !says(number - 1, ".")
            {
                if says(number - 1, "=") { continue }
                add(.part, number, value: sign + 1)
            }
            return
        }
        let from = isConditional(sign) ? lastWordStart(before: sign) : statement
        if says(from + 1, "."), from + 3 == sign, let object = token(from), let member = token(from + 2),
            FlowWords.itself.contains(object.hash)
        {
            let name = TokenHash.pair(object.hash, member.hash)
            flow.assignments.append(
                Assignment(kind: .value, name: name, at: Int.max, value: sign + 1, block: block))
            return
        }
        // `query.name = …`
        if from + 3 == sign, says(from + 1, "."), isWord(from), language.isScript {
            return add(.field, from, value: sign + 1)
        }
        // `values["key"] = …`
        if from + 4 == sign, isWord(from), says(from + 1, "["), token(from + 2)?.kind == .string {
            return give(from, key: from + 2, value: sign + 1)
        }
        if says(from + 1, ",") {
            for number in from..<sign where isWord(number) && (says(number + 1, ",") || number + 1 == sign) {
                if says(number - 1, ".") { continue }
                add(.part, number, value: sign + 1)
            }
            return
        }
        if language.declaresTypeFirst, isWord(sign - 1), !says(sign - 2, "."), !says(sign - 2, "->") {
            // `List<String> names = …`
            return add(.value, sign - 1, value: sign + 1)
        }
        guard isWord(from), from + 1 == sign || says(from + 1, ":") || language == .go else { return }
        add(.value, from, value: sign + 1)
    }

    private func lastWordStart(before sign: Int) -> Int { sign - 1 }

    /// What is kept under a key of a variable that holds more.
    private mutating func give(_ object: Int, key: Int, and second: Int? = nil, value: Int) {
        guard let name = token(object), let key = token(key) else { return }
        var place = TokenHash.pair(name.hash, key.hash)
        if let second, let key = token(second) { place = TokenHash.pair(place, key.hash) }
        flow.assignments.append(
            Assignment(
                kind: .value, name: place, at: Int.max, value: value, block: block,
                isConditional: isConditional(object)))
    }

    /// A condition's tokens, if it may compare nothing but numbers; else none.
    private func decidable(_ condition: Range<Int>) -> FunctionFlow.Condition {
        guard condition.count > 2, condition.count <= Matcher.longestCondition,
            condition.contains(where: { token($0)?.kind == .number }),
            condition.allSatisfy({ token($0).map { $0.kind != .string && $0.kind != .textOpen } ?? false })
        else { return FunctionFlow.Condition() }
        return FunctionFlow.Condition(start: condition.lowerBound, end: condition.upperBound)
    }

    /// The condition of the `if` without a block that the statement at hand is under, or is the `else` of.
    private mutating func plainCondition() -> (tokens: FunctionFlow.Condition, isOtherwise: Bool) {
        if says(statement, "if") {
            lastCondition = decidable(pending.group)
            return (lastCondition, false)
        }
        if says(statement, "else"), !says(statement + 1, "if") { return (lastCondition, true) }
        lastCondition = FunctionFlow.Condition()
        return (lastCondition, false)
    }

    mutating func add(
        _ kind: FunctionFlow.Assignment.Kind, _ name: Int, value: Int, in inner: Int? = nil
    ) {
        guard let token = token(name) else { return }
        var new = Assignment(
            kind: kind, name: token.hash, at: inner == nil ? Int.max : name, value: value, block: inner ?? block,
            isConditional: inner == nil && isConditional(name))
        if new.isConditional { (new.condition, new.isOtherwise) = plainCondition() }
        flow.assignments.append(new)
    }
}
