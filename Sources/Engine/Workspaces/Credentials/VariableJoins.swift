/// Texts that a program puts together of others that it has names for: `a + b`, `f"{a}{b}"`, `$A$B`, `t += b`,
/// `s.append(b)`.
///
/// Each literal is said to read as the whole that it is a part of.
struct VariableJoins {
    private let bytes: [UInt8]
    private var index = 0
    /// What a name stands for, by the last part of the name.
    private var known: [String: [Piece]] = [:]
    private var wholes: [Piece: [UInt8]] = [:]
    /// So many bytes may still be made: what is searched is no longer than a few times the text.
    private var budget: Int

    /// Longest literal that is a part of a token, in bytes.
    private static let longestLiteral = 400
    /// Most literals of one text.
    private static let mostPieces = 16
    /// Longer texts are no token.
    private static let mostBytes = 1_024
    /// Shorter texts are no token.
    private static let leastBytes = 12
    private static let appending: Set<String> = [
        "append", "Append", "write", "push", "concat", "WriteString", "push_str",
    ]

    /// Where a literal's content is written.
    private typealias Piece = Range<Int>

    /// - Complexity: O(bytes)
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        budget = bytes.count + 4_096
        // Most files put nothing together.
        guard bytes.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "=") })
        else { return }
        while index < bytes.count { step() }
    }

    var edits: [(range: Range<Int>, text: [UInt8])] {
        wholes.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { ($0.key, [32] + $0.value + [32]) }
    }

    // MARK: - Reading

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private static func isOfName(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: "_") }

    private static func isOfToken(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "_-./+=~:@%".utf8.contains(byte) }

    private func skipSpace(_ start: Int) -> Int {
        var index = start
        while let next = byte(index), next == 32 || next == 9 { index += 1 }
        return index
    }

    /// One name, literal or sign.
    private mutating func step() {
        let start = index
        guard let pieces = operand() else {
            index = max(index, start + 1)
            return
        }
        var all = pieces.pieces
        let name = pieces.name
        // `name = …`, `name: …`, `name := …`, `name += …`
        if let name, let (sign, adds) = assignment(at: index) {
            // Shells give a name a bare word, right behind the sign.
            let word = bytes[sign - 1] == UInt8(ascii: "=") ? bareWord(at: sign) : nil
            index = sign
            var value = chain()
            if value.isEmpty, let word {
                value = [word]
                index = word.upperBound
            }
            if value.isEmpty { if !adds { known[name] = nil } } else { assign(value, to: name, adds) }
            return
        }
        while all.count < Self.mostPieces, let next = endOfJoint(at: index) {
            index = next
            guard let more = operand() else { break }
            all += more.pieces
        }
        note(all)
    }

    /// A word of a token's letters that ends with the line, a space or a semicolon.
    private func bareWord(at start: Int) -> Piece? {
        let word = bytes[min(start, bytes.count)...].prefix(Self.longestLiteral).prefix(while: Self.isOfToken)
        guard !word.isEmpty, byte(word.endIndex).map({ $0 <= 32 || $0 == UInt8(ascii: ";") }) ?? true else {
            return nil
        }
        return word.startIndex..<word.endIndex
    }

    private mutating func assign(_ value: [Piece], to name: String, _ adds: Bool) {
        let whole = (adds ? known[name] ?? [] : []) + value
        known[name] = whole.count <= Self.mostPieces ? whole : nil
        note(whole)
    }

    /// What is joined from here on: literals and names that are known, up to whatever else follows.
    private mutating func chain() -> [Piece] {
        var all: [Piece] = []
        index = skipSpace(index)
        while let found = operand() {
            all += found.pieces
            guard all.count < Self.mostPieces, let next = endOfJoint(at: index) else { break }
            index = next
        }
        return all
    }

    /// A literal, a name, or shell's `$a$b`, whose name counts when it alone stands there.
    private mutating func operand() -> (pieces: [Piece], name: String?)? {
        guard let first = byte(index) else { return nil }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return literal(first).map { ($0, nil) }
        case UInt8(ascii: "$"):
            var pieces: [Piece] = []
            var (names, last) = (0, "")
            while let (name, end) = reference(at: index) {
                pieces += known[name] ?? []
                (names, last, index) = (names + 1, name, end)
            }
            if names == 0 { return nil }
            return (pieces, names == 1 ? last : nil)
        default:
            guard Self.isOfName(first) else { return nil }
            return name()
        }
    }

    /// `$a`, `${a}`, `#{a}`, `{a}`, with the place after it.
    private func reference(at start: Int) -> (name: String, end: Int)? {
        var index = start
        if byte(index) == UInt8(ascii: "$") || byte(index) == UInt8(ascii: "#") { index += 1 }
        let isOpen = byte(index) == UInt8(ascii: "{")
        if isOpen { index += 1 } else if byte(start) != UInt8(ascii: "$") { return nil }
        let name = bytes[min(index, bytes.count)...].prefix(80).prefix { Self.isOfName($0) || $0 == UInt8(ascii: ".") }
        guard !name.isEmpty, !isOpen || byte(name.endIndex) == UInt8(ascii: "}") else { return nil }
        return (Self.lastPart(of: name), name.endIndex + (isOpen ? 1 : 0))
    }

    private static func lastPart(of name: ArraySlice<UInt8>) -> String {
        String(decoding: name.split(separator: UInt8(ascii: ".")).last ?? name, as: UTF8.self)
    }

    /// A name with those before it: `this.a`, `$this->a`; or `s.append("…")`, which adds to what `s` stands for.
    private mutating func name() -> (pieces: [Piece], name: String?) {
        var parts: [String] = []
        while true {
            let part = bytes[index...].prefix(while: Self.isOfName)
            parts.append(String(decoding: part, as: UTF8.self))
            index = part.endIndex
            if byte(index) == UInt8(ascii: "."), byte(index + 1).map(Self.isOfName) == true {
                index += 1
            } else {
                break
            }
        }
        // `b"…"`, `f"…"`, `L"…"`
        if parts.count == 1, parts[0].utf8.count <= 2, let quote = byte(index), "\"'`".utf8.contains(quote),
            let pieces = literal(quote)
        {
            return (pieces, nil)
        }
        let last = parts[parts.count - 1]
        if Self.appending.contains(last), byte(index) == UInt8(ascii: "(") {
            // What is made on the spot, as in `new StringBuilder().append(…)`, has no name and begins anew.
            if parts.count == 1 { known[""] = nil }
            append(to: parts.count > 1 ? parts[parts.count - 2] : "")
            return ([], nil)
        }
        return (known[last] ?? [], last)
    }

    /// `("…")`, and what is appended to that: `.append("…")`.
    private mutating func append(to name: String) {
        while byte(index) == UInt8(ascii: "(") {
            index += 1
            let value = chain()
            guard !value.isEmpty, byte(index) == UInt8(ascii: ")") else { return }
            assign(value, to: name, true)
            index += 1
            var next = index
            while let space = byte(next), space <= 32 { next += 1 }
            guard byte(next) == UInt8(ascii: ".") else { return }
            let word = bytes[(next + 1)...].prefix(while: Self.isOfName)
            guard Self.appending.contains(String(decoding: word, as: UTF8.self)) else { return }
            index = word.endIndex
        }
    }

    /// A literal's content where all of it may be a part of a token; of one with names in it, what these stand for.
    private mutating func literal(_ quote: UInt8) -> [Piece]? {
        let start = index + 1
        let content = bytes[min(start, bytes.count)...].prefix(Self.longestLiteral).prefix { $0 != quote && $0 != 10 }
        index = content.endIndex
        guard byte(index) == quote else { return nil }
        index += 1
        var pieces: [Piece] = []
        var place = start
        while place < content.endIndex {
            if let (name, end) = reference(at: place), end <= content.endIndex, let value = known[name] {
                pieces += value
                place = end
                continue
            }
            let text = bytes[place..<content.endIndex].prefix(while: Self.isOfToken)
            if text.isEmpty { return [] }
            pieces.append(text.startIndex..<text.endIndex)
            place = text.endIndex
        }
        return pieces
    }

    /// The place after a sign that gives a name its value, and whether it adds to what there is.
    private func assignment(at start: Int) -> (end: Int, adds: Bool)? {
        var place = skipSpace(start)
        // `a: str = "…"`, `let a: String = "…"`, `a String = "…"`
        if byte(place) == UInt8(ascii: ":"), byte(place + 1) != UInt8(ascii: "=") {
            let type = skipSpace(place + 1)
            let end = bytes[min(type, bytes.count)...].prefix(40).prefix {
                Self.isOfName($0) || "&'<>[]?".utf8.contains($0)
            }
            .endIndex
            let sign = skipSpace(end)
            guard end > type, byte(sign) == UInt8(ascii: "="), byte(sign + 1) != UInt8(ascii: "=") else {
                return (type, false)
            }
            return (skipSpace(sign + 1), false)
        }
        let adds = byte(place) == UInt8(ascii: "+") || byte(place) == UInt8(ascii: ".")
        if adds || byte(place) == UInt8(ascii: ":") { place += 1 }
        guard byte(place) == UInt8(ascii: "="), byte(place + 1) != UInt8(ascii: "=") else { return nil }
        return (skipSpace(place + 1), adds)
    }

    /// The place after a sign that joins two texts.
    private func endOfJoint(at start: Int) -> Int? {
        var place = start
        while let next = byte(place), next <= 32, place - start < 80 { place += 1 }
        switch byte(place) {
        case UInt8(ascii: "+") where byte(place + 1) != UInt8(ascii: "+") && byte(place + 1) != UInt8(ascii: "="):
            place += 1
        case UInt8(ascii: "&") where byte(place + 1) != UInt8(ascii: "&") && byte(place + 1) != UInt8(ascii: "="):
            place += 1
        case UInt8(ascii: ".") where byte(place + 1) == UInt8(ascii: ".") || place > start: place += 1
        case UInt8(ascii: "|") where byte(place + 1) == UInt8(ascii: "|"): place += 2
        case UInt8(ascii: "<") where byte(place + 1) == UInt8(ascii: "<"): place += 2
        default: return nil
        }
        if byte(place) == UInt8(ascii: ".") { place += 1 }
        while let next = byte(place), next <= 32, place - start < 160 { place += 1 }
        return place
    }

    private mutating func note(_ pieces: [Piece]) {
        guard pieces.count > 1, pieces.count <= Self.mostPieces else { return }
        let whole = pieces.flatMap { bytes[$0] }
        guard (Self.leastBytes...Self.mostBytes).contains(whole.count), budget >= whole.count * pieces.count else {
            return
        }
        budget -= whole.count * pieces.count
        // The longest text that a literal is a part of is the one that was meant.
        for piece in pieces where (wholes[piece]?.count ?? 0) < whole.count { wholes[piece] = whole }
    }
}
