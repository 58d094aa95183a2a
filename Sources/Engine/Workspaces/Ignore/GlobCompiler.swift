/// Turns a pattern's bytes into the tokens of a `Glob`, byte for byte as git's matcher reads them.
struct GlobCompiler {
    let pattern: [UInt8]
    let spansFolders: Bool
    private var index = 0
    private var tokens: [Glob.Token] = []

    init(pattern: [UInt8], spansFolders: Bool) {
        self.pattern = pattern
        self.spansFolders = spansFolders
    }

    mutating func compile() -> [Glob.Token] {
        while let byte = byte(at: index) {
            switch byte {
            case UInt8(ascii: "\\"):
                tokens.append(self.byte(at: index + 1).map { .byte($0) } ?? .nothing)
                index += 2
            case UInt8(ascii: "?"):
                tokens.append(.anyByte)
                index += 1
            case UInt8(ascii: "*"):
                compileStars()
            case UInt8(ascii: "["):
                tokens.append(compileSet().map { .set($0) } ?? .nothing)
            default:
                tokens.append(.byte(byte))
                index += 1
            }
        }
        return tokens
    }

    private func byte(at index: Int) -> UInt8? {
        index < pattern.count ? pattern[index] : nil
    }

    /// `*`, or a run of stars: special between slashes, otherwise the same as one.
    private mutating func compileStars() {
        let slash = UInt8(ascii: "/")
        let start = index
        while byte(at: index) == UInt8(ascii: "*") { index += 1 }
        let next = byte(at: index)
        let escapedSlash = next == UInt8(ascii: "\\") && byte(at: index + 1) == slash
        guard spansFolders, index - start > 1, start == 0 || pattern[start - 1] == slash,
            next == nil || next == slash || escapedSlash
        else {
            tokens.append(.star)
            return
        }
        if next == slash {
            tokens.append(.anyFolders)
            index += 1
        } else {
            tokens.append(.anyPath)
        }
    }

    /// `[...]`, with `index` left behind its `]`; nil when it is malformed, which ends the pattern.
    private mutating func compileSet() -> ByteSet? {
        index += 1
        let isNegated = byte(at: index) == UInt8(ascii: "!") || byte(at: index) == UInt8(ascii: "^")
        if isNegated { index += 1 }
        var members = ByteSet()
        var previous: UInt8?
        var isFirst = true
        while let byte = byte(at: index) {
            if byte == UInt8(ascii: "]"), !isFirst {
                index += 1
                return members.finished(negated: isNegated)
            }
            isFirst = false
            guard let last = compileMember(byte, after: previous, into: &members) else { break }
            previous = last.rangeStart
        }
        index = pattern.count
        return nil
    }

    /// What a member of a set leaves behind: the byte at which a range could start.
    private struct Member { let rangeStart: UInt8? }

    /// One member of a set: a byte, an escaped byte, the rest of a range, or a class; nil when it is malformed.
    private mutating func compileMember(_ byte: UInt8, after previous: UInt8?, into members: inout ByteSet) -> Member? {
        if byte == UInt8(ascii: "\\") {
            guard let escaped = self.byte(at: index + 1) else { return nil }
            members.insert(escaped)
            index += 2
            return Member(rangeStart: escaped)
        }
        if byte == UInt8(ascii: "-"), let previous, let next = self.byte(at: index + 1), next != UInt8(ascii: "]") {
            index += 1
            var last = next
            if last == UInt8(ascii: "\\") {
                index += 1
                guard let escaped = self.byte(at: index) else { return nil }
                last = escaped
            }
            if previous <= last {
                for member in previous...last { members.insert(member) }
            }
            index += 1
            return Member(rangeStart: nil)
        }
        if byte == UInt8(ascii: "["), self.byte(at: index + 1) == UInt8(ascii: ":") {
            return compileClass(into: &members)
        }
        members.insert(byte)
        index += 1
        return Member(rangeStart: byte)
    }

    /// `[:name:]`; without its `:]` the bracket is an ordinary member, with an unknown name the set is malformed.
    private mutating func compileClass(into members: inout ByteSet) -> Member? {
        let start = index + 2
        var end = start
        while let byte = byte(at: end), byte != UInt8(ascii: "]") { end += 1 }
        guard end < pattern.count else { return nil }
        guard end > start, pattern[end - 1] == UInt8(ascii: ":") else {
            members.insert(UInt8(ascii: "["))
            index += 1
            return Member(rangeStart: UInt8(ascii: "["))
        }
        guard let contains = CharacterClass.named(pattern[start..<(end - 1)]) else { return nil }
        for byte in UInt8(0)...127 where contains(byte) { members.insert(byte) }
        index = end + 1
        return Member(rangeStart: nil)
    }
}

extension ByteSet {
    /// The set a pattern means: complemented when it began with `!` or `^`, and never with a slash.
    fileprivate func finished(negated: Bool) -> ByteSet {
        var result = ByteSet()
        for byte in UInt8.min...UInt8.max where contains(byte) != negated && byte != UInt8(ascii: "/") {
            result.insert(byte)
        }
        return result
    }
}

/// The POSIX character classes over ASCII, with git's idea of white space (no form feed, no vertical tab).
private enum CharacterClass {
    static func named(_ name: ArraySlice<UInt8>) -> ((UInt8) -> Bool)? {
        switch String(decoding: name, as: UTF8.self) {
        case "alnum": { isLetter($0) || isDigit($0) }
        case "alpha": isLetter
        case "blank": { $0 == 32 || $0 == 9 }
        case "cntrl": { $0 < 32 || $0 == 127 }
        case "digit": isDigit
        case "graph": { $0 > 32 && $0 < 127 }
        case "lower": { (97...122).contains($0) }
        case "print": { $0 >= 32 && $0 < 127 }
        case "punct": { $0 > 32 && $0 < 127 && !isLetter($0) && !isDigit($0) }
        case "space": { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
        case "upper": { (65...90).contains($0) }
        case "xdigit": { isDigit($0) || (65...70).contains($0) || (97...102).contains($0) }
        default: nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
