/// Where a cursor stands in a settings file, which may be half written and need not be JSON yet.
struct SettingsCursor: Hashable {
    enum Place: Hashable {
        /// Where a member's name belongs, in the object of these names.
        case name(below: [String])
        /// Where the value of these names belongs, or one of its elements.
        case value(of: [String], isElement: Bool)
    }

    let place: Place
    /// The bytes of the name or value that stands there already; empty between two.
    let typed: Range<Int>
    /// Whether a colon comes behind it.
    let hasColon: Bool

    /// Nil where neither name nor value belongs: outside of every object, and behind a whole one.
    init?(_ text: [UInt8], at offset: Int) {
        var reading = Reading()
        var typed = offset..<offset
        var index = 0
        while index < min(offset, text.count) {
            let token = Token(at: index, in: text)
            if token.holds(offset) {
                typed = index..<(token.isOpen ? offset : token.end)
                break
            }
            reading.take(token, text)
            index = token.end
        }
        guard let place = reading.place else { return nil }
        self.place = place
        self.typed = typed
        hasColon = text[min(typed.upperBound, text.count)...].first { !Token.isBlank($0) } == UInt8(ascii: ":")
    }

    /// A text, a word, or one character.
    private struct Token {
        let start: Int
        let end: Int
        let isText: Bool
        let isWord: Bool
        /// Whether the line ended before its quotation mark came.
        let isOpen: Bool

        init(at start: Int, in text: [UInt8]) {
            self.start = start
            isText = text[start] == UInt8(ascii: "\"")
            isWord = Self.isWordByte(text[start])
            var end = start + 1
            guard isText else {
                if isWord { while end < text.count, Self.isWordByte(text[end]) { end += 1 } }
                (self.end, isOpen) = (end, false)
                return
            }
            while end < text.count, text[end] != UInt8(ascii: "\""), text[end] != 0x0A, text[end] != 0x0D {
                end += text[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            isOpen = end >= text.count || text[end] != UInt8(ascii: "\"")
            self.end = isOpen ? min(end, text.count) : end + 1
        }

        /// Whether a cursor at `offset` is about to write the token: inside of it, or at the end of one that goes on.
        func holds(_ offset: Int) -> Bool {
            offset > start && (isText && !isOpen ? offset < end : (isText || isWord) && offset <= end)
        }

        static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

        private static func isWordByte(_ byte: UInt8) -> Bool {
            !isBlank(byte) && !"{}[],:\"".utf8.contains(byte)
        }
    }

    /// The objects and lists that are open, from the outermost.
    private struct Reading {
        private struct Level {
            var isList: Bool
            var name: String?
            var isBehindColon = false
            var hasValue = false
        }

        private var levels: [Level] = []

        var place: Place? {
            guard let level = levels.last else { return nil }
            let names = levels.compactMap(\.name)
            if level.isList { return level.hasValue ? nil : .value(of: names, isElement: true) }
            if level.isBehindColon { return level.hasValue ? nil : .value(of: names, isElement: false) }
            return level.name == nil ? .name(below: names) : nil
        }

        mutating func take(_ token: Token, _ text: [UInt8]) {
            if token.isText || token.isWord { return take(word: token, text) }
            switch text[token.start] {
            case UInt8(ascii: "{"): levels.append(Level(isList: false))
            case UInt8(ascii: "["): levels.append(Level(isList: true))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = levels.popLast()
                if !levels.isEmpty { levels[levels.count - 1].hasValue = true }
            case UInt8(ascii: ":"):
                if !levels.isEmpty { levels[levels.count - 1].isBehindColon = true }
            case UInt8(ascii: ","):
                if let level = levels.popLast() { levels.append(Level(isList: level.isList)) }
            default: break
            }
        }

        private mutating func take(word token: Token, _ text: [UInt8]) {
            guard let level = levels.last else { return }
            if level.isList || level.isBehindColon {
                levels[levels.count - 1].hasValue = true
            } else if token.isText, !token.isOpen {
                levels[levels.count - 1].name = String(
                    decoding: text[(token.start + 1)..<(token.end - 1)], as: UTF8.self)
            }
        }
    }
}
