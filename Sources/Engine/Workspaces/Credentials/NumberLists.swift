/// Texts that are written as the numbers of their characters: `[103, 104]`, `0x67, 0x68`, `chr(103) + chr(104)`,
/// `67 68 70 5f`, `147 150`.
struct NumberLists {
    private let bytes: [UInt8]
    private(set) var edits: [(range: Range<Int>, text: [UInt8])] = []

    /// Fewer characters are no token.
    private static let leastCount = 16
    /// Longest text between two numbers, in bytes.
    private static let longestGap = 24
    /// What a program calls a character that it makes of a number, and what it makes a text of them with.
    private static let words: Set<String> = [
        "chr", "Chr", "CHR", "ChrW", "char", "Char", "CHAR", "Character", "toChar", "byte", "Byte", "u8", "uint8",
        "rune", "String", "string", "fromCharCode",
    ]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = 0
        while index < bytes.count {
            guard let first = number(at: index) else {
                // What goes on a word is no number.
                let isWord = bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "_")
                index += isWord ? bytes[index...].prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }.count : 1
                continue
            }
            var numbers = [first]
            while let start = endOfGap(from: numbers[numbers.count - 1].range.upperBound), let next = number(at: start)
            {
                numbers.append(next)
            }
            let range = index..<numbers[numbers.count - 1].range.upperBound
            index = range.upperBound
            guard numbers.count >= Self.leastCount else { continue }
            let texts = [10, 16, 8].compactMap { text(of: numbers, radix: $0) }
            if !texts.isEmpty { edits.append((range, [32] + texts.joined(separator: [32]) + [32])) }
        }
    }

    private struct Number {
        let range: Range<Int>
        let digits: Range<Int>
        let isMarked: Bool
    }

    /// Two or three digits, hexadecimal ones among them, with `0x` or without.
    private func number(at start: Int) -> Number? {
        let isMarked = start + 1 < bytes.count && bytes[start] == 48 && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        let first = isMarked ? start + 2 : start
        let digits = bytes[min(first, bytes.count)...].prefix(4).prefix { Self.value($0) != nil }
        let end = first + digits.count
        guard (2...3).contains(digits.count), end == bytes.count || !(bytes[end].isLetterOrDigit || bytes[end] == 95)
        else { return nil }
        return Number(range: start..<end, digits: first..<end, isMarked: isMarked)
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...70: Int(byte) - 55
        case 97...102: Int(byte) - 87
        default: nil
        }
    }

    /// The characters of numbers that all are some that are seen; nil for others.
    private func text(of numbers: [Number], radix: Int) -> [UInt8]? {
        var text: [UInt8] = []
        for number in numbers {
            if number.isMarked, radix != 16 { return nil }
            var value = 0
            for byte in bytes[number.digits] {
                guard let digit = Self.value(byte), digit < radix else { return nil }
                value = value * radix + digit
            }
            guard (33...126).contains(value) else { return nil }
            text.append(UInt8(value))
        }
        return text
    }

    /// Where the next number begins, when nothing but signs and names of characters stands before it.
    private func endOfGap(from start: Int) -> Int? {
        var index = start
        while index < bytes.count, index - start <= Self.longestGap {
            let byte = bytes[index]
            if index > start, number(at: index) != nil { return index }
            if " \t\r\n,;:+.&()|[]-".utf8.contains(byte) {
                index += 1
                continue
            }
            let word = bytes[index...].prefix(Self.longestGap).prefix(while: \.isLetterOrDigit)
            guard !word.isEmpty, Self.words.contains(String(decoding: word, as: UTF8.self)) else { return nil }
            index = word.endIndex
        }
        return nil
    }
}
