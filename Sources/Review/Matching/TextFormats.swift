/// Looks for texts that give themselves away by their first letters, wherever they stand: code, strings, comments.
///
/// Most positions of most lines are passed over by a bit for their two bytes, and of the others most by a bit for three.
/// A class, because each line asks for it: copying its parts would cost more than that.
final class TextFormats: Sendable {
    /// A class, so that what is found carries one reference.
    final class Format: Sendable {
        let rule: Rule
        let name: String
        let before: Int
        let regex: LazyRegex
        let entropy: Double
        let startsLine: Bool
        let excluding: LazyRegex?
        let lineExcluding: LazyRegex?

        init(_ rule: Rule, _ format: RuleDefinition.TextFormat) {
            self.rule = rule
            name = format.name
            before = format.before
            regex = LazyRegex(format.regex)
            entropy = format.entropy
            startsLine = format.startsLine
            excluding = format.excluding.isEmpty ? nil : LazyRegex(format.excluding)
            lineExcluding = format.lineExcluding.isEmpty ? nil : LazyRegex(format.lineExcluding)
        }
    }

    struct Match {
        var format: Format
        var range: Range<Int>
    }

    /// One of a format's prefixes.
    private struct Prefix {
        /// Where its bytes lie in `bytes`.
        var start: Int32
        var end: Int32
        /// The number of its format, and how far into a match it stands.
        var format: Int32
        var before: Int32
    }

    private let formats: [Format]
    private let prefixes: [Prefix]
    private let bytes: [UInt8]
    /// The numbers of prefixes by their first two bytes.
    private let byPair: KeyedNumbers
    /// A bit for each pair of bytes in `byPair`.
    private let filter: [UInt64]
    /// The same for those with a prefix that stands in the middle of its match.
    private let middles: [UInt64]
    /// A bit for what three bytes of a prefix come to; all of a pair's where a prefix has no third.
    private let triples: [UInt64]

    init(_ all: [(rule: Rule, format: RuleDefinition.TextFormat)]) {
        var (prefixes, bytes): ([Prefix], [UInt8]) = ([], [])
        var pairs: [(key: UInt32, number: Int)] = []
        var filter = [UInt64](repeating: 0, count: 1024)
        var (middles, triples) = (filter, filter)
        for (number, (_, format)) in all.enumerated() {
            for text in format.prefixes where text.utf8.count >= 2 {
                let start = bytes.count
                bytes.append(contentsOf: text.utf8)
                let pair = UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8
                pairs.append((UInt32(pair), prefixes.count))
                prefixes.append(
                    Prefix(
                        start: Int32(start), end: Int32(bytes.count), format: Int32(number),
                        before: Int32(format.before)))
                filter[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
                if format.before > 0 { middles[Int(pair >> 6)] |= 1 << UInt64(pair & 63) }
                for third in bytes.count - start > 2 ? bytes[start + 2]...bytes[start + 2] : 0...255 {
                    let triple = TextFormats.triple(pair, third)
                    triples[triple >> 6] |= 1 << UInt64(triple & 63)
                }
            }
        }
        formats = all.map { Format($0.rule, $0.format) }
        (self.prefixes, self.bytes, byPair) = (prefixes, bytes, KeyedNumbers(pairs))
        (self.filter, self.middles, self.triples) = (filter, middles, triples)
    }

    var expressions: [String] {
        formats.flatMap { [$0.regex, $0.excluding, $0.lineExcluding].compactMap { $0?.expression } }
    }

    /// What three bytes come to, in 16 bits.
    @inline(__always)
    private static func triple(_ pair: UInt16, _ third: UInt8) -> Int {
        Int(((UInt32(pair) | UInt32(third) << 16) &* 2_654_435_761) >> 16)
    }

    /// Calls `body` with each match in a line.
    ///
    /// - Complexity: O(bytes), one test of two bytes for each
    func forEachMatch(in line: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
        guard line.count >= 2, let base = line.baseAddress else { return }
        let raw = UnsafeRawPointer(base)
        var (end, left) = (0, 4 * line.count + 1 << 16)
        filter.withUnsafeBufferPointer { filter in
            for index in 0..<line.count - 1 {
                let pair = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt16.self))
                guard filter[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1, index >= end,
                    mayStart(pair, at: index, in: line), let match = match(pair, in: line, at: index, &left)
                else { continue }
                body(match)
                end = match.range.upperBound
            }
        }
    }

    /// Whether a prefix with these two bytes may stand at a place, by its third byte and by what is before it.
    @inline(__always)
    private func mayStart(_ pair: UInt16, at index: Int, in line: UnsafeBufferPointer<UInt8>) -> Bool {
        if index + 2 < line.count {
            let triple = TextFormats.triple(pair, line[index + 2])
            if triples[triple >> 6] >> UInt64(triple & 63) & 1 == 0 { return false }
        }
        return index == 0 || !line[index].isAlphanumeric || !line[index - 1].isAlphanumeric
            || middles[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1
    }

    /// How many bytes a match may have; where many on a line were looked for in vain, the later ones.
    private static let (longestMatch, shortestLimit) = (4096, 256)

    /// The match at `index`; `left` is how many bytes of the line may still be looked at as far as matches may go.
    private func match(
        _ pair: UInt16, in line: UnsafeBufferPointer<UInt8>, at index: Int, _ left: inout Int
    ) -> Match? {
        for place in byPair.places(of: UInt32(pair)) {
            let prefix = prefixes[byPair[place]]
            let start = index - Int(prefix.before)
            if start < 0 { continue }
            // In the middle of a word nothing starts.
            if start > 0, line[start].isAlphanumeric, line[start - 1].isAlphanumeric { continue }
            guard stands(prefix, in: line, at: index) else { continue }
            let format = formats[Int(prefix.format)]
            if format.startsLine, start > 0 { continue }
            let limit = left > 0 ? TextFormats.longestMatch : TextFormats.shortestLimit
            let reach = UnsafeBufferPointer(rebasing: line[..<min(line.count, start + limit)])
            var seen = start
            let matched = format.regex.regex.matchEnd(in: reach, at: start, seen: &seen)
            left -= seen - start
            guard let end = matched else { continue }
            if line[end - 1].isAlphanumeric, end < line.count, line[end].isAlphanumeric { continue }
            let text = UnsafeBufferPointer(rebasing: line[start..<end])
            if format.entropy > 0, Entropy.bits(of: text) < format.entropy || Placeholders.isPlaceholder(text) {
                continue
            }
            if let excluding = format.excluding, excluding.regex.matches(text) { continue }
            if let excluding = format.lineExcluding {
                let near = line[max(0, start - 1024)..<min(line.count, end + 1024)]
                left -= near.count / 4
                if excluding.regex.matches(UnsafeBufferPointer(rebasing: near)) { continue }
            }
            return Match(format: format, range: start..<end)
        }
        return nil
    }

    @inline(__always)
    private func stands(_ prefix: Prefix, in line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard line.count - index >= Int(prefix.end - prefix.start) else { return false }
        var place = index
        for byte in Int(prefix.start)..<Int(prefix.end) {
            if line[place] != bytes[byte] { return false }
            place += 1
        }
        return true
    }
}

/// How unpredictable a text is.
package enum Entropy {
    /// Shannon's entropy in bits a byte, from the frequencies of its bytes.
    package static func bits(of text: some Collection<UInt8>) -> Double {
        guard !text.isEmpty else { return 0 }
        var counts = [Int](repeating: 0, count: 256)
        for byte in text { counts[Int(byte)] += 1 }
        let total = Double(text.count)
        return counts.reduce(0) { sum, count in
            count == 0 ? sum : sum - Double(count) / total * log2(Double(count) / total)
        }
    }
}
