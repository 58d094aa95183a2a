import Engine
import Foundation
import JSON
import Models

/// Takes what a request carried in secret out of everything that its server says: the key, a proxy's login, a token in
/// the address's path.
///
/// Found are the values themselves, long parts of them, and what a server makes of them: escaped for JSON, for
/// addresses or for pages, in other capitals, in Base64, or with stars in the middle.
struct KeyMask: Sendable {
    /// How much is taken for a secret.
    private enum Care {
        /// Of a sentence: a word too many withheld does no harm.
        case message
        /// Of an answer, which may be code: only what nobody writes by chance.
        case answer
    }

    /// Shorter ones are anybody's word.
    private static let leastBytes = 4
    /// Parts of this many bytes are told by a window over the text.
    private static let window = 8
    /// Shortest part of a longer secret that is withheld of an answer.
    private static let leastOfAnswer = 16

    /// In small letters, as everything here is compared.
    private let secrets: [[UInt8]]

    init(_ values: [String]) {
        var known: [[UInt8]] = []
        for value in values where !value.isEmpty {
            for form in Self.forms(of: value) {
                let bytes = form.map(Self.small)
                if bytes.count >= Self.leastBytes, !known.contains(bytes) { known.append(bytes) }
            }
        }
        secrets = known
    }

    /// What a server may make of a value: the value, backwards, in hexadecimal digits, and in both alphabets of Base64,
    /// alone or as a part of something that is.
    private static func forms(of value: String) -> [[UInt8]] {
        let bytes = Array(value.utf8)
        var forms = [bytes, Array(Data(bytes).base64EncodedString().utf8)]
        // Shorter ones are too little to be told when they are turned about.
        guard bytes.count >= window else { return forms }
        let digits = Array("0123456789abcdef".utf8)
        forms += [bytes.reversed(), bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }]
        for before in 0..<3 where bytes.count > window {
            // The letters that hold bits of what stands before or after are another's.
            let text = Data([UInt8](repeating: 0, count: before) + bytes).base64EncodedString().utf8
            let inner = Array(text.dropFirst(before == 0 ? 0 : before + 1).dropLast(4))
            forms += [inner, inner.map { $0 == 43 ? 45 : $0 == 47 ? 95 : $0 }]
        }
        return forms
    }

    /// What a request on a route carries.
    init(key: Secret?, proxy: ProxyAddress?, address: ModelAddress) {
        var values = key.map { [$0.reveal { $0 }] } ?? []
        if let proxy, let password = proxy.password, !password.isEmpty {
            values += [password, "\(proxy.user ?? ""):\(password)"]
        }
        // A gateway's token may stand in the path.
        let parts = address.text.split(separator: "/").dropFirst(2).map(String.init)
        values += parts.filter { $0.utf8.count >= 20 && $0.contains(where: \.isNumber) }
        self.init(values)
    }

    /// A message, a name or a body without them.
    func masked(_ text: String) -> String { masked(text, .message) }

    /// Every text of a value, names among them.
    func masked(_ json: JSONValue) -> JSONValue { masked(json, .message) }

    /// An event of a stream, or a whole answer: what is an error in it as a message, the rest as an answer.
    func maskedAnswer(_ json: JSONValue) -> JSONValue { masked(json, .answer) }

    /// What a model answered, put together.
    func masked(_ reply: ModelReply) -> ModelReply {
        var reply = reply
        reply.text = masked(reply.text, .answer)
        reply.reasoning = masked(reply.reasoning, .answer)
        reply.refusal = masked(reply.refusal, .message)
        return reply
    }

    private func masked(_ json: JSONValue, _ care: Care) -> JSONValue {
        if secrets.isEmpty { return json }
        if let text = json.string { return .string(masked(text, care)) }
        if let items = json.array { return .array(items.map { masked($0, care) }) }
        guard let object = json.object else { return json }
        return .object(
            JSONObject(
                object.map { (masked($0.key, care), masked($0.value, $0.key == "error" ? .message : care)) }))
    }

    private func masked(_ text: String, _ care: Care) -> String {
        guard !secrets.isEmpty, !text.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var isSecret = [Bool](repeating: false, count: bytes.count)
        for written in Self.readings(of: bytes) {
            for secret in secrets { Self.mark(secret, in: written, care, &isSecret) }
        }
        guard isSecret.contains(true) else { return text }
        var kept: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if !isSecret[index] {
                kept.append(byte)
            } else if index == 0 || !isSecret[index - 1] {
                kept += Secret.mask.utf8
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    // MARK: - Readings

    /// A text as bytes, and where each begins in what was written; nil where they are the same.
    private struct Reading {
        var bytes: [UInt8] = []
        var starts: [Int]?

        /// Where a byte is written, in a text of so many.
        func place(of index: Int, in count: Int) -> Range<Int> {
            guard let starts else { return index..<index + 1 }
            return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : count)
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

    /// The text as it stands, and what it says once escapes are undone.
    private static func readings(of bytes: [UInt8]) -> [Reading] {
        let plain = Reading(bytes: bytes.map(small))
        let marks: Set<UInt8> = [UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&")]
        guard bytes.contains(where: marks.contains) else { return [plain] }
        var (undone, starts) = (Reading(), [Int]())
        var index = 0
        while index < bytes.count {
            let (byte, length) = escape(bytes[index...]) ?? (bytes[index], 1)
            undone.bytes.append(small(byte))
            starts.append(index)
            index += length
        }
        undone.starts = starts
        return [plain, undone]
    }

    /// The byte that an escape at the beginning stands for: `%2D`, `\u002d`, `\/`, `&#45;`, `&#x2d;`, `&amp;`.
    private static func escape(_ rest: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
        func number(_ start: Int, _ count: Int, _ radix: Int) -> UInt8? {
            let digits = rest.dropFirst(start).prefix(count)
            guard digits.count == count else { return nil }
            return UInt8(String(decoding: digits, as: UTF8.self), radix: radix).flatMap { $0 < 0x80 ? $0 : nil }
        }
        let second = rest.dropFirst().first
        switch rest.first {
        case UInt8(ascii: "%"): return number(1, 2, 16).map { ($0, 3) }
        case UInt8(ascii: "\\"):
            if second == UInt8(ascii: "u") { return number(2, 4, 16).map { ($0, 6) } }
            return second.flatMap { "/\\\"".utf8.contains($0) ? ($0, 2) : nil }
        case UInt8(ascii: "&"):
            let named: [(String, UInt8)] = [("&amp;", 38), ("&lt;", 60), ("&gt;", 62), ("&quot;", 34), ("&apos;", 39)]
            if let known = named.first(where: { rest.starts(with: $0.0.utf8) }) { return (known.1, known.0.utf8.count) }
            guard second == UInt8(ascii: "#"), let end = rest.prefix(8).firstIndex(of: UInt8(ascii: ";")) else {
                return nil
            }
            let isHex = rest.dropFirst(2).first.map(small) == UInt8(ascii: "x")
            let start = isHex ? 3 : 2
            return number(start, end - rest.startIndex - start, isHex ? 16 : 10).map { ($0, end - rest.startIndex + 1) }
        default: return nil
        }
    }

    // MARK: - Finding

    private static func mark(_ secret: [UInt8], in text: Reading, _ care: Care, _ isSecret: inout [Bool]) {
        var found = [Bool](repeating: false, count: text.bytes.count)
        markParts(of: secret, in: text.bytes, &found)
        switch care {
        case .message: markShortened(secret, in: text.bytes, &found)
        case .answer:
            // A word, whatever it is used for, may be any word of an answer.
            let isWord = secret.count < window || secret.allSatisfy { (97...122).contains($0) }
            unmarkShort(isWord ? Int.max : min(leastOfAnswer, secret.count), &found)
        }
        for index in found.indices where found[index] {
            for place in text.place(of: index, in: isSecret.count) { isSecret[place] = true }
        }
    }

    /// Marks every part that is as long as the window, or all of a secret that is shorter.
    private static func markParts(of secret: [UInt8], in text: [UInt8], _ found: inout [Bool]) {
        let size = secret.count >= 16 ? window : min(secret.count, secret.count >= window ? 6 : window)
        guard text.count >= size else { return }
        let mask = size == 8 ? UInt64.max : (1 << UInt64(8 * size)) - 1
        var parts: Set<UInt64> = []
        var value: UInt64 = 0
        for (index, byte) in secret.enumerated() {
            value = (value << 8 | UInt64(byte)) & mask
            if index >= size - 1 { parts.insert(value) }
        }
        value = 0
        for (index, byte) in text.enumerated() {
            value = (value << 8 | UInt64(byte)) & mask
            guard index >= size - 1, parts.contains(value) else { continue }
            for place in index - size + 1...index { found[place] = true }
        }
    }

    /// Marks what stars or dots stand in the middle of, as in `sk-ab***yz`: too little for the window.
    private static func markShortened(_ secret: [UInt8], in text: [UInt8], _ found: inout [Bool]) {
        // `…` and `•` as well, of which these are the bytes.
        let fill: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "."), 0xE2, 0x80, 0xA6, 0xA2]
        var index = 0
        while index < text.count {
            guard fill.contains(text[index]) else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !fill.contains($0) } ?? text.count
            defer { index = end }
            // A run that ends in the middle of another character is none.
            let isWhole = end == text.count || text[end] & 0xC0 != 0x80
            guard end - index >= 2, isWhole, text[index] & 0xC0 != 0x80 else { continue }
            let most = min(secret.count, 64)
            let left = (0...most).last { text[..<index].suffix($0).elementsEqual(secret.prefix($0)) } ?? 0
            let right = (0...most).last { text[end...].prefix($0).elementsEqual(secret.suffix($0)) } ?? 0
            let isBeside = index > 0 && found[index - 1] || end < text.count && found[end]
            guard left + right >= 4 || isBeside && left + right > 0 else { continue }
            for place in index - left..<end + right { found[place] = true }
        }
    }

    private static func unmarkShort(_ least: Int, _ found: inout [Bool]) {
        var index = 0
        while index < found.count {
            guard found[index] else {
                index += 1
                continue
            }
            let end = found[index...].firstIndex(of: false) ?? found.count
            if end - index < least { for place in index..<end { found[place] = false } }
            index = end
        }
    }
}
