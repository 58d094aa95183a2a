/// The structure of a regular expression.
indirect enum RegexNode {
    case empty
    case bytes(ByteSet)
    case assert(ByteRegex.Assertion)
    case sequence([RegexNode])
    case either([RegexNode])
    case repeated(RegexNode, least: Int, most: Int?)
}

/// Reads an expression by recursive descent.
struct RegexParser {
    private let expression: String
    private let bytes: [UInt8]
    private var index = 0
    private var ignoresCase = false
    private var depth = 0

    init(_ expression: String) {
        self.expression = expression
        bytes = Array(expression.utf8)
    }

    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try parseEither()
        if index < bytes.count { throw error("there is a ) too many") }
        return node
    }

    private func error(_ reason: String) -> RegexError { RegexError(expression: expression, reason: reason) }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func parseEither() throws(RegexError) -> RegexNode {
        var branches: [RegexNode] = []
        repeat {
            var parts: [RegexNode] = []
            while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
                parts.append(try parseRepeated())
            }
            branches.append(parts.count == 1 ? parts[0] : .sequence(parts))
        } while take(UInt8(ascii: "|"))
        return branches.count == 1 ? branches[0] : .either(branches)
    }

    private mutating func parseRepeated() throws(RegexError) -> RegexNode {
        var node = try parseAtom()
        while let byte = next {
            switch byte {
            case UInt8(ascii: "*"): node = .repeated(node, least: 0, most: nil)
            case UInt8(ascii: "+"): node = .repeated(node, least: 1, most: nil)
            case UInt8(ascii: "?"): node = .repeated(node, least: 0, most: 1)
            case UInt8(ascii: "{"):
                guard let (least, most) = parseCount() else { return node }
                guard least <= 1000, (most ?? 0) <= 1000, least <= most ?? least else {
                    throw error("a count is above 1000 or upside down")
                }
                node = .repeated(node, least: least, most: most)
                index -= 1
            default: return node
            }
            index += 1
            _ = take(UInt8(ascii: "?"))
        }
        return node
    }

    /// `{m}`, `{m,}` or `{m,n}`; anything else is a literal brace.
    private mutating func parseCount() -> (Int, Int?)? {
        let start = index
        index += 1
        func fail() -> (Int, Int?)? { nil }
        guard let least = parseNumber() else {
            index = start
            return fail()
        }
        var most: Int? = least
        if take(UInt8(ascii: ",")) { most = parseNumber() }
        guard take(UInt8(ascii: "}")) else {
            index = start
            return fail()
        }
        return (least, most)
    }

    private mutating func parseNumber() -> Int? {
        var value: Int?
        while let byte = next, byte.isDigit, (value ?? 0) < 100_000 {
            value = (value ?? 0) * 10 + Int(byte - 0x30)
            index += 1
        }
        return value
    }

    private mutating func parseAtom() throws(RegexError) -> RegexNode {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "("): return try parseGroup()
        case UInt8(ascii: "["): return .bytes(fold(try parseClass()))
        case UInt8(ascii: "."): return .bytes(ByteSet(0x0A...0x0A).inverted)
        case UInt8(ascii: "^"): return .assert(.start)
        case UInt8(ascii: "$"): return .assert(.end)
        case UInt8(ascii: "\\"): return try parseEscape()
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw error("there is nothing to repeat")
        default: return .bytes(fold(ByteSet(byte...byte)))
        }
    }

    private func fold(_ set: ByteSet) -> ByteSet { ignoresCase ? set.ignoringCase : set }

    private mutating func parseGroup() throws(RegexError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { throw error("it is nested too deeply") }
        let outer = ignoresCase
        if take(UInt8(ascii: "?")) {
            if take(UInt8(ascii: "i")) {
                ignoresCase = true
                if take(UInt8(ascii: ")")) { return .empty }
                guard take(UInt8(ascii: ":")) else { throw error("only (?i) and (?: are known") }
            } else if !take(UInt8(ascii: ":")) {
                throw error("look-around and named groups are not supported")
            }
        }
        let node = try parseEither()
        guard take(UInt8(ascii: ")")) else { throw error("a ) is missing") }
        ignoresCase = outer
        return node
    }

    private mutating func parseEscape() throws(RegexError) -> RegexNode {
        guard let byte = next else { throw error("it ends in a backslash") }
        index += 1
        switch byte {
        case UInt8(ascii: "b"): return .assert(.wordBoundary)
        case UInt8(ascii: "B"): return .assert(.notWordBoundary)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): throw error("back references are not supported")
        default: return .bytes(fold(RegexParser.escaped(byte)))
        }
    }

    private static func escaped(_ byte: UInt8) -> ByteSet {
        let word = ByteSet(0x30...0x39).with(0x41...0x5A).with(0x61...0x7A).with(0x5F...0x5F)
        let space = ByteSet(0x09...0x0D).with(0x20...0x20)
        switch byte {
        case UInt8(ascii: "d"): return ByteSet(0x30...0x39)
        case UInt8(ascii: "D"): return ByteSet(0x30...0x39).inverted
        case UInt8(ascii: "w"): return word
        case UInt8(ascii: "W"): return word.inverted
        case UInt8(ascii: "s"): return space
        case UInt8(ascii: "S"): return space.inverted
        case UInt8(ascii: "n"): return ByteSet(0x0A...0x0A)
        case UInt8(ascii: "r"): return ByteSet(0x0D...0x0D)
        case UInt8(ascii: "t"): return ByteSet(0x09...0x09)
        case UInt8(ascii: "0"): return ByteSet(0x00...0x00)
        default: return ByteSet(byte...byte)
        }
    }

    private mutating func parseClass() throws(RegexError) -> ByteSet {
        var set = ByteSet()
        let isInverted = take(UInt8(ascii: "^"))
        var isFirst = true
        while let byte = next, byte != UInt8(ascii: "]") || isFirst {
            isFirst = false
            index += 1
            var low = byte
            if byte == UInt8(ascii: "\\"), let escaped = next {
                index += 1
                let named = RegexParser.escaped(escaped)
                guard let only = named.bytes.first, named.bytes.count == 1 else {
                    set.formUnion(named)
                    continue
                }
                low = only
            }
            guard next == UInt8(ascii: "-"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "]") else {
                set.insert(low)
                continue
            }
            index += 1
            var high = bytes[index]
            index += 1
            if high == UInt8(ascii: "\\"), let escaped = next {
                high = escaped
                index += 1
            }
            guard low <= high else { throw error("a range is upside down") }
            set.insert(low...high)
        }
        guard take(UInt8(ascii: "]")) else { throw error("a ] is missing") }
        // All but some letters is all but both cases of each.
        return isInverted ? fold(set).inverted : set
    }
}

/// Turns an expression's structure into the machine's instructions.
struct RegexCompiler {
    private(set) var program: [ByteRegex.Instruction] = []

    mutating func emit(_ instruction: ByteRegex.Instruction) { program.append(instruction) }

    mutating func compile(_ node: RegexNode) {
        // Counts multiply when nested; what is too large is refused by its size afterwards.
        guard program.count <= 20_000 else { return }
        switch node {
        case .empty: break
        case .bytes(let set): emit(.bytes(set))
        case .assert(let assertion): emit(.assert(assertion))
        case .sequence(let nodes): for node in nodes { compile(node) }
        case .either(let branches): compileEither(branches)
        case .repeated(let node, let least, let most): compileRepeated(node, least, most)
        }
    }

    private mutating func compileEither(_ branches: [RegexNode]) {
        var jumps: [Int] = []
        for (offset, branch) in branches.enumerated() {
            guard offset < branches.count - 1 else {
                compile(branch)
                break
            }
            let split = program.count
            emit(.split(split + 1, 0))
            compile(branch)
            jumps.append(program.count)
            emit(.jump(0))
            program[split] = .split(split + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func compileRepeated(_ node: RegexNode, _ least: Int, _ most: Int?) {
        for _ in 0..<least { compile(node) }
        guard let most else {
            let split = program.count
            emit(.split(split + 1, 0))
            compile(node)
            emit(.jump(split))
            program[split] = .split(split + 1, program.count)
            return
        }
        var splits: [Int] = []
        for _ in least..<most {
            splits.append(program.count)
            emit(.split(program.count + 1, 0))
            compile(node)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }
}
