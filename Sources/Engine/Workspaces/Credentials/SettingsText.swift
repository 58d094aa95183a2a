import Glibc

/// A file of settings of any format: names that are given values.
///
/// Reads JSON, YAML, TOML, INI, properties and XML alike, by what they have in common; nothing is parsed.
struct SettingsText {
    let bytes: [UInt8]
    /// A bit for each two bytes that stand side by side somewhere: most texts that are looked for end here.
    private let pairs: [UInt64]

    /// Longest value that is looked at, in bytes.
    private static let longestValue = 16 << 10

    /// - Complexity: O(bytes), once; looking for a text that isn't there then mostly costs its own length
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        pairs = [UInt64](unsafeUninitializedCapacity: 1024) { pairs, count in
            pairs.initialize(repeating: 0)
            count = 1024
            bytes.withUnsafeBytes { bytes in
                guard var last = bytes.first else { return }
                for byte in bytes.dropFirst() {
                    let pair = Int(last) << 8 | Int(byte)
                    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
                    last = byte
                }
            }
        }
    }

    private func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for (first, second) in zip(text, text.dropFirst()) {
            let pair = Int(first) << 8 | Int(second)
            if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 0 { return false }
        }
        return true
    }

    /// Whether the text holds these ASCII characters.
    func contains(_ text: StaticString) -> Bool {
        position(of: text, from: 0) != nil
    }

    /// Where the text holds these ASCII characters next.
    func position(of text: StaticString, from start: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        guard text.withUTF8Buffer(mayHold) else { return nil }
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, length > 0 else { return nil }
            let first = Int32(text.utf8Start[0])
            var index = start
            while index + length <= buffer.count,
                let found = memchr(base + index, first, buffer.count - length + 1 - index)
            {
                let place = UnsafeRawPointer(found) - base
                if memcmp(found, text.utf8Start, length) == 0 { return place }
                index = place + 1
            }
            return nil
        }
    }

    /// The values that a name is given: what follows `name:`, `"name": "`, `name = ` or `<name>`.
    func values(of name: StaticString) -> [ArraySlice<UInt8>] {
        var values: [ArraySlice<UInt8>] = []
        var start = 0
        while let place = position(of: name, from: start) {
            start = place + name.utf8CodeUnitCount
            if place > 0, Self.isPartOfName(bytes[place - 1]) { continue }
            if let value = value(after: start) { values.append(value) }
        }
        return values
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || (byte >= 48 && byte <= 57)
            || ((byte | 0x20) >= 97 && (byte | 0x20) <= 122)
    }

    private func value(after end: Int) -> ArraySlice<UInt8>? {
        var index = end
        func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }
        func skipSpace() { while peek() == 32 || peek() == 9 { index += 1 } }
        if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") { index += 1 }
        if peek() == UInt8(ascii: ">") { return text(from: index + 1) { $0 == UInt8(ascii: "<") } }
        skipSpace()
        guard let sign = peek(), sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { return nil }
        index += 1
        if peek() == UInt8(ascii: ">") { index += 1 }
        skipSpace()
        if let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return text(from: index + 1) { $0 == quote }
        }
        return text(from: index) { $0 == 10 || $0 == 13 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
    }

    /// The bytes up to the first that ends them, without spaces around.
    private func text(from start: Int, until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let limit = min(bytes.count, start + Self.longestValue)
        var value = bytes[min(start, limit)..<limit].prefix { !isEnd($0) }
        while let first = value.first, first == 32 || first == 9 { value.removeFirst() }
        while let last = value.last, last == 32 || last == 9 { value.removeLast() }
        return value
    }
}
