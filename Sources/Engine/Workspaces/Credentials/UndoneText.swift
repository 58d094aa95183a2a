/// What a text says to the program that reads it: escapes undone, adjacent literals joined, invisible characters left
/// out, and base64 decoded; with the place where each byte is written.
///
/// It is there to be searched for tokens, and says nothing else of the text.
struct UndoneText {
    private(set) var bytes: [UInt8]
    /// Where each byte is written in the text that was given.
    private var starts: [Int32]
    private var ends: [Int32]
    /// The bytes that are written otherwise or stand beside what was left out, in order.
    private(set) var changes: [Int] = []

    /// As often an escape may be escaped again: `%2567`.
    private static let rounds = 3

    /// A text without its escapes and joints; nil where it has none.
    ///
    /// - Complexity: O(bytes)
    init?(_ text: [UInt8]) {
        guard text.count < Int32.max else { return nil }
        bytes = text
        (starts, ends) = ([], [])
        for _ in 0..<Self.rounds {
            let edits = WrittenForms(bytes).edits
            if edits.isEmpty { break }
            apply(edits)
        }
        if changes.isEmpty { return nil }
    }

    /// A text in which each literal reads as the whole that a program puts together of it and others.
    init?(joining undone: UndoneText?, of text: [UInt8]) {
        let base = undone?.bytes ?? text
        let edits = VariableJoins(base).edits
        guard !edits.isEmpty, text.count < Int32.max else { return nil }
        bytes = base
        (starts, ends) = (undone?.starts ?? [], undone?.ends ?? [])
        apply(edits)
    }

    /// A text in which what is written in base64, in hexadecimal digits or as a list of numbers is decoded; nil where
    /// nothing is.
    init?(decoding undone: UndoneText?, of text: [UInt8]) {
        let base = undone?.bytes ?? text
        var edits = EncodedWords.edits(in: base)
        for list in NumberLists(base).edits {
            let place = edits.partitioningIndex { $0.range.lowerBound >= list.range.lowerBound }
            let isApart =
                (place == edits.count || edits[place].range.lowerBound >= list.range.upperBound)
                && (place == 0 || edits[place - 1].range.upperBound <= list.range.lowerBound)
            if isApart { edits.insert(list, at: place) }
        }
        guard !edits.isEmpty, text.count < Int32.max else { return nil }
        bytes = base
        (starts, ends) = (undone?.starts ?? [], undone?.ends ?? [])
        apply(edits)
        for _ in 1..<Self.rounds {
            let inner = WrittenForms(bytes).edits
            if !inner.isEmpty { apply(inner) }
            // In base64 something may be in base64.
            let words = EncodedWords.edits(in: bytes)
            if words.isEmpty { break }
            apply(words)
        }
    }

    /// Where a part of this text is written in the one that was given.
    func place(of range: Range<Int>) -> Range<Int> {
        Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
    }

    private mutating func apply(_ edits: [(range: Range<Int>, text: [UInt8])]) {
        if starts.isEmpty {
            starts = bytes.indices.map { Int32($0) }
            ends = bytes.indices.map { Int32($0 + 1) }
        }
        var (newBytes, newStarts, newEnds): ([UInt8], [Int32], [Int32]) = ([], [], [])
        var newChanges: [Int] = []
        newBytes.reserveCapacity(bytes.count)
        newStarts.reserveCapacity(bytes.count)
        newEnds.reserveCapacity(bytes.count)
        var index = 0
        var old = changes[...]
        func copy(to end: Int) {
            while let change = old.first, change < end {
                if change >= index { newChanges.append(newBytes.count + change - index) }
                old.removeFirst()
            }
            newBytes += bytes[index..<end]
            newStarts += starts[index..<end]
            newEnds += ends[index..<end]
        }
        for edit in edits {
            copy(to: edit.range.lowerBound)
            newChanges.append(newBytes.count)
            if !edit.text.isEmpty {
                let start = starts[edit.range.lowerBound]
                let end = ends[edit.range.upperBound - 1]
                newBytes += edit.text
                newStarts += repeatElement(start, count: edit.text.count)
                newEnds += repeatElement(end, count: edit.text.count)
                newChanges += newBytes.count - edit.text.count + 1..<newBytes.count
            }
            index = edit.range.upperBound
        }
        copy(to: bytes.count)
        (bytes, starts, ends, changes) = (newBytes, newStarts, newEnds, newChanges)
    }
}

/// The parts of a text that a program reads otherwise than they are written.
private struct WrittenForms {
    private let bytes: [UInt8]
    /// Whether items of a list may be parts of one text: something joins them nearby, or they are a notebook's lines.
    private let joins: Joins
    /// Whether it is a message in which some characters are written as `=67`, and long lines are broken.
    private let isQuotedPrintable: Bool
    private(set) var edits: [(range: Range<Int>, text: [UInt8])] = []

    /// Longest space, operators and comments between two literals, in bytes.
    private static let longestJoint = 300
    /// More backslashes before a letter are a picture.
    private static let mostBackslashes = 8

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        joins = Joins(bytes)
        let settings = SettingsText(bytes)
        isQuotedPrintable =
            settings.contains("quoted-printable") || settings.contains("Quoted-Printable")
            || settings.contains("QUOTED-PRINTABLE")
        var index = 0
        while index < bytes.count {
            let found: (length: Int, text: [UInt8])? =
                switch bytes[index] {
                case UInt8(ascii: "%"): percent(at: index)
                case UInt8(ascii: "&"): entity(at: index)
                case UInt8(ascii: "=") where isQuotedPrintable: printable(at: index)
                case UInt8(ascii: "`"): codePoint(at: index + 1, after: 1) ?? joint(at: index)
                case UInt8(ascii: "\\"): backslash(at: index)
                case UInt8(ascii: "\""), UInt8(ascii: "'"): joint(at: index)
                case 0xC2...: unseen(at: index)
                default: nil
                }
            if let found {
                edits.append((index..<index + found.length, found.text))
                index += found.length
            } else {
                index += 1
            }
        }
    }

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    // MARK: - Escapes

    private func number(at start: Int, digits: Int, radix: Int = 16) -> Int? {
        guard start + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<start + digits] {
            guard let digit = Self.digit(byte), digit < radix else { return nil }
            value = value * radix + digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...70: Int(byte) - 55
        case 97...102: Int(byte) - 87
        default: nil
        }
    }

    /// What stands for a character: itself, a space for what ends a word, nothing for what is not seen.
    private static func text(of value: Int) -> [UInt8] {
        if UnseenCharacters.contains(value) { return [] }
        return value > 32 && value < 127 ? [UInt8(value)] : [32]
    }

    private func percent(at index: Int) -> (Int, [UInt8])? {
        if let next = byte(index + 1), next | 0x20 == UInt8(ascii: "u"), let value = number(at: index + 2, digits: 4) {
            return (6, Self.text(of: value))
        }
        // Other bytes are parts of characters, which are looked at once they are whole.
        return number(at: index + 1, digits: 2).map { (3, [$0 < 32 ? 32 : UInt8($0)]) }
    }

    private func printable(at index: Int) -> (Int, [UInt8])? {
        if byte(index + 1) == 10 { return (2, []) }
        if byte(index + 1) == 13, byte(index + 2) == 10 { return (3, []) }
        return number(at: index + 1, digits: 2).map { (3, Self.text(of: $0)) }
    }

    /// `u0067`, `u{67}`, `x67`, `x{67}`, `U00000067`, `147`, after what says that it stands for a character.
    private func codePoint(at index: Int, after before: Int) -> (Int, [UInt8])? {
        guard let kind = byte(index) else { return nil }
        let isOpen = byte(index + 1) == UInt8(ascii: "{")
        switch kind {
        case UInt8(ascii: "u") where isOpen, UInt8(ascii: "x") where isOpen, UInt8(ascii: "o") where isOpen:
            let digits = bytes[(index + 2)...].prefix(9).prefix { $0 != UInt8(ascii: "}") }.count
            guard digits > 0, byte(index + 2 + digits) == UInt8(ascii: "}"),
                let value = number(at: index + 2, digits: digits, radix: kind == UInt8(ascii: "o") ? 8 : 16)
            else { return nil }
            return (before + digits + 3, Self.text(of: value))
        case UInt8(ascii: "u"): return number(at: index + 1, digits: 4).map { (before + 5, Self.text(of: $0)) }
        case UInt8(ascii: "U"): return number(at: index + 1, digits: 8).map { (before + 9, Self.text(of: $0)) }
        case UInt8(ascii: "x"): return number(at: index + 1, digits: 2).map { (before + 3, Self.text(of: $0)) }
        case UInt8(ascii: "0"), UInt8(ascii: "1"):
            return number(at: index, digits: 3, radix: 8).map { (before + 3, Self.text(of: $0)) }
        default: return nil
        }
    }

    private func backslash(at index: Int) -> (Int, [UInt8])? {
        var end = index
        while byte(end) == UInt8(ascii: "\\"), end - index < Self.mostBackslashes { end += 1 }
        guard let next = byte(end) else { return nil }
        let count = end - index
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return joint(at: index)
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return (count + 1, [32])
        case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "="), UInt8(ascii: "~"):
            return (count + 1, [next])
        case 10, 13:
            // The line goes on in the next one.
            let rest = bytes[end...].prefix(Self.longestJoint).prefix { $0 <= 32 }
            guard Self.isOfToken(byte(index - 1)), Self.isOfToken(byte(rest.endIndex)) else { return nil }
            return (count + rest.count, [])
        default: return codePoint(at: end, after: count)
        }
    }

    private static let names: [(name: [UInt8], value: UInt8?)] = [
        ("lowbar", 95), ("UnderBar", 95), ("hyphen", 45), ("dash", 45), ("period", 46), ("sol", 47), ("plus", 43),
        ("equals", 61), ("colon", 58), ("commat", 64), ("num", 35), ("dollar", 36), ("amp", 38), ("shy", nil),
        ("ZeroWidthSpace", nil), ("NoBreak", nil), ("zwj", nil), ("zwnj", nil),
    ].map { (Array($0.0.utf8), $0.1) }

    private func entity(at index: Int) -> (Int, [UInt8])? {
        guard byte(index + 1) == UInt8(ascii: "#") else {
            let rest = bytes[(index + 1)...]
            for (name, value) in Self.names where rest.starts(with: name) {
                guard byte(index + 1 + name.count) == UInt8(ascii: ";") else { continue }
                return (name.count + 2, value.map { [$0] } ?? [])
            }
            return nil
        }
        let isHex = byte(index + 2).map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let start = index + (isHex ? 3 : 2)
        guard start < bytes.count else { return nil }
        let digits = bytes[start...].prefix(8).prefix { Self.digit($0).map { $0 < (isHex ? 16 : 10) } ?? false }.count
        guard digits > 0, let value = number(at: start, digits: digits, radix: isHex ? 16 : 10) else { return nil }
        let end = start + digits
        return (end - index + (byte(end) == UInt8(ascii: ";") ? 1 : 0), Self.text(of: value))
    }

    // MARK: - Characters

    /// A character that is not seen, or a letter as wide as an ideograph.
    private func unseen(at index: Int) -> (Int, [UInt8])? {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= bytes.count else { return nil }
        var value = Int(first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F))
        for byte in bytes[index + 1..<index + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | Int(byte & 0x3F)
        }
        if UnseenCharacters.contains(value) { return (length, []) }
        return (0xFF01...0xFF5E).contains(value) ? (length, [UInt8(value - 0xFEE0)]) : nil
    }

    // MARK: - Joints

    /// What may stand in a token beside a joint.
    private static func isOfToken(_ byte: UInt8?) -> Bool {
        byte.map { $0.isLetterOrDigit || "_-./+=~:@%".utf8.contains($0) } ?? false
    }

    /// All between two adjacent literals, from the quote that closes the first to the one that opens the second.
    private func joint(at start: Int) -> (Int, [UInt8])? {
        guard Self.isOfToken(byte(start - 1)) else { return nil }
        let limit = min(bytes.count, start + Self.longestJoint)
        var index = start
        var quotes = 0
        while index < limit {
            let next = bytes[index]
            switch next {
            // PowerShell and Visual Basic go on in the next line after these.
            case UInt8(ascii: "`") where byte(index + 1).map({ $0 == 10 || $0 == 13 }) == true,
                UInt8(ascii: "_") where quotes % 2 == 1 && byte(index + 1).map({ $0 == 10 || $0 == 13 }) == true:
                index += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                quotes += 1
                index += 1
                // Of an empty literal nothing stands between its quotes.
                if quotes % 2 == 0, Self.isOfToken(byte(index)) { return (index - start, []) }
            case UInt8(ascii: "\\"):
                index += byte(index + 1).map { "nrt".utf8.contains($0) } ?? false ? 2 : 1
            case UInt8(ascii: "/"), UInt8(ascii: "#"):
                guard let end = endOfComment(at: index, limit) else { return nil }
                index = end
            case UInt8(ascii: ","):
                guard joins.areNear(index, isOutside: quotes % 2 == 1) else { return nil }
                index += 1
            case 0...32, UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: "|"),
                UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"):
                index += 1
                if next == UInt8(ascii: "."), bytes[index...].starts(with: "concat(".utf8) { index += 7 }
            default:
                guard let quote = quoteAfterPrefix(at: index) else { return nil }
                index = quote
            }
        }
        return nil
    }

    /// The quote after `f`, `b`, `rb`, `u8`, `L`, `@`, `$` and the like.
    private func quoteAfterPrefix(at index: Int) -> Int? {
        for length in 1...2 {
            guard byte(index + length - 1).map({ "rbfuLURBF8@$".utf8.contains($0) }) == true else { return nil }
            if let next = byte(index + length), next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
                return index + length
            }
        }
        return nil
    }

    private func endOfComment(at index: Int, _ limit: Int) -> Int? {
        let isLine = bytes[index] == UInt8(ascii: "#") || byte(index + 1) == UInt8(ascii: "/")
        if isLine { return bytes[index..<limit].firstIndex(of: 10) }
        guard byte(index + 1) == UInt8(ascii: "*") else { return nil }
        var end = index + 2
        while end + 1 < limit {
            if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
            end += 1
        }
        return nil
    }
}

/// Where in a text items of a list are put together.
private struct Joins {
    private static let words = [
        "join(", "joined(", "Join(", "implode(", "concat(", "Concat(", "CONCAT(", "concat!(", "paste0(", "format(",
        "Format(", "printf(", "% (",
    ].map { Array($0.utf8) }
    /// How far from the items, in bytes.
    private static let reach = 512
    /// For each so many bytes, whether such a word begins there.
    private var blocks: [Bool]
    private let isNotebook: Bool

    init(_ bytes: [UInt8]) {
        blocks = [Bool](repeating: false, count: bytes.count / Self.reach + 1)
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "(")) {
            index = open + 1
            for word in Self.words where index >= word.count && bytes[index - word.count..<index].elementsEqual(word) {
                blocks[open / Self.reach] = true
            }
        }
        isNotebook =
            bytes.first == UInt8(ascii: "{")
            && SettingsText(bytes).contains("\"cell_type\"")
    }

    /// Whether a comma at a place, outside of literals or not, may stand between two parts.
    func areNear(_ index: Int, isOutside: Bool) -> Bool {
        let block = index / Self.reach
        return isNotebook
            || isOutside && (max(0, block - 1)...min(blocks.count - 1, block + 1)).contains { blocks[$0] }
    }
}

/// Characters that take no room on a screen.
enum UnseenCharacters {
    static func contains(_ value: Int) -> Bool {
        switch value {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0000...0xE01EF:
            true
        default: false
        }
    }
}

/// Words that are texts in base64 or in hexadecimal digits.
private enum EncodedWords {
    /// Shorter ones are too short for a token.
    private static let leastBytes = 24
    private static let leastHexBytes = 40
    /// As much of a word tells a text from anything else.
    private static let headBytes = 16

    static func edits(in bytes: [UInt8]) -> [(range: Range<Int>, text: [UInt8])] {
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        var index = 0
        // Lines before this place were looked at together.
        var joined = 0
        while index < bytes.count {
            guard isEncoded(bytes[index]) else {
                index += 1
                continue
            }
            var end = bytes[index...].firstIndex { !isEncoded($0) } ?? bytes.count
            defer { index = end }
            guard end - index >= leastBytes else { continue }
            if index >= joined, let lines = lines(of: bytes, from: index, to: end) {
                joined = lines.end
                if let text = text(of: lines.word[...]) {
                    edits.append((index..<lines.end, text))
                    end = lines.end
                    continue
                }
            }
            if let text = text(of: bytes[index..<end]) {
                edits.append((index..<end, text))
                continue
            }
            // A token's letters need none of the signs, which stand for parts of a path or a name.
            for word in bytes[index..<end].split(whereSeparator: { !$0.isLetterOrDigit }) {
                guard word.count < end - index, let text = text(of: word) else { continue }
                edits.append((word.startIndex..<word.endIndex, text))
            }
        }
        return edits
    }

    /// A word together with the next lines, where it ends one and each of them is one; nil where none of them is.
    ///
    /// Lines are as long as the first, but for the last.
    private static func lines(of bytes: [UInt8], from start: Int, to firstEnd: Int) -> (word: [UInt8], end: Int)? {
        let width = firstEnd - start
        // Most of what goes on over lines is no text: pictures, certificates, archives.
        let head = bytes[start..<firstEnd].prefix(leastBytes)
        guard base64(head) != nil || head.allSatisfy({ hexadecimalDigits.contains($0) }) else { return nil }
        var word = Array(bytes[start..<firstEnd])
        var end = firstEnd
        while end < bytes.count, bytes[end] == 10 || bytes[end] == 13, word.count < mostBytes {
            var next = end + (bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1)
            while next < bytes.count, bytes[next] == 32 || bytes[next] == 9 { next += 1 }
            let line = bytes[min(next, bytes.count)...].prefix(width + 1).prefix(while: isEncoded)
            guard !line.isEmpty, line.count <= width else { break }
            // Of a sentence the next word is none.
            let after = line.endIndex < bytes.count ? bytes[line.endIndex] : 10
            guard line.count == width ? after <= 32 : " \t=\r\n\"'`,;)<".utf8.contains(after) else { break }
            word += line
            end = line.endIndex
            if line.count < width { break }
        }
        return end > firstEnd ? (word, end) : nil
    }

    /// Longest text that is decoded over several lines, in bytes.
    private static let mostBytes = 4 << 10
    private static let hexadecimalDigits = Set("0123456789abcdefABCDEF".utf8)

    private static func isEncoded(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "+/-_".utf8.contains(byte) }

    /// The text that a word stands for, between spaces; nil where it stands for none.
    private static func text(of word: ArraySlice<UInt8>) -> [UInt8]? {
        guard word.count >= leastBytes else { return nil }
        let decoded = hexadecimal(word) ?? base64(word)
        return decoded.map { [32] + $0.map { $0 < 32 ? 32 : $0 } + [32] }
    }

    private static func base64(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        func decoded(_ part: ArraySlice<UInt8>) -> [UInt8]? {
            Base64.decoded(part.map { $0 == UInt8(ascii: "-") ? 43 : $0 == UInt8(ascii: "_") ? 47 : $0 })
                .flatMap { $0.allSatisfy(isText) ? $0 : nil }
        }
        return decoded(word.prefix(headBytes)) == nil ? nil : decoded(word)
    }

    private static func hexadecimal(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard word.count >= leastHexBytes, word.count % 2 == 0 else { return nil }
        var text: [UInt8] = []
        var index = word.startIndex
        while index < word.endIndex {
            guard let byte = UInt8(String(decoding: word[index..<index + 2], as: UTF8.self), radix: 16), isText(byte)
            else { return nil }
            text.append(byte)
            index += 2
        }
        return text
    }

    private static func isText(_ byte: UInt8) -> Bool { (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13) }
}
