/// Looks for texts that give themselves away by their first letters, wherever they stand: code, strings, comments.
struct TextFormats: Sendable {
    /// A class, so that looking through those of a pair copies one reference each.
    final class Format: Sendable {
        let rule: Rule
        let name: String
        let prefix: [UInt8]
        let before: Int
        let regex: LazyRegex
        let entropy: Double
        let startsLine: Bool
        let excluding: LazyRegex?
        let lineExcluding: LazyRegex?

        init(_ rule: Rule, _ format: RuleDefinition.TextFormat, prefix: [UInt8], regex: LazyRegex) {
            self.rule = rule
            name = format.name
            self.prefix = prefix
            before = format.before
            self.regex = regex
            entropy = format.entropy
            startsLine = format.startsLine
            excluding = format.excluding.isEmpty ? nil : LazyRegex(format.excluding)
            lineExcluding = format.lineExcluding.isEmpty ? nil : LazyRegex(format.lineExcluding)
        }

        func hasPrefix(in line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
            guard line.count - index >= prefix.count else { return false }
            for (offset, byte) in prefix.enumerated() where line[index + offset] != byte { return false }
            return true
        }
    }

    struct Match {
        var format: Format
        var range: Range<Int>
    }

    private var formats: [Format] = []
    /// Their numbers by the first two bytes of their prefix.
    private var byPair: KeyedNumbers
    /// A bit for each pair of bytes in `byPair`.
    private var filter = [UInt64](repeating: 0, count: 1024)
    /// The same for those with a prefix that stands in the middle of its match.
    private var middles = [UInt64](repeating: 0, count: 1024)

    init(_ formats: [(rule: Rule, format: RuleDefinition.TextFormat)]) {
        var pairs: [(key: UInt32, number: Int)] = []
        for (rule, format) in formats {
            let regex = LazyRegex(format.regex)
            for prefix in format.prefixes where prefix.utf8.count >= 2 {
                let bytes = Array(prefix.utf8)
                let pair = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
                pairs.append((UInt32(pair), self.formats.count))
                self.formats.append(Format(rule, format, prefix: bytes, regex: regex))
                filter[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
                if format.before > 0 { middles[Int(pair >> 6)] |= 1 << UInt64(pair & 63) }
            }
        }
        byPair = KeyedNumbers(pairs)
    }

    var expressions: [String] {
        formats.flatMap { [$0.regex, $0.excluding, $0.lineExcluding].compactMap { $0?.expression } }
    }

    /// Calls `body` with each match in a line.
    ///
    /// - Complexity: O(bytes), one test of two bytes for each
    func forEachMatch(in line: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
        guard line.count >= 2, let base = line.baseAddress else { return }
        var left = 4 * line.count + 1 << 16
        let raw = UnsafeRawPointer(base)
        filter.withUnsafeBufferPointer { filter in
            var index = 0
            var skipped = 0
            while index < line.count - 1 {
                let pair = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt16.self))
                if filter[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1, index >= skipped,
                    let match = match(pair, in: line, at: index, &left)
                {
                    body(match)
                    skipped = match.range.upperBound
                }
                index += 1
            }
        }
    }

    /// How many bytes a match may have; where many on a line were looked for in vain, the later ones.
    private static let (longestMatch, shortestLimit) = (4096, 256)

    /// The match at `index`; `left` is how many bytes of the line may still be looked at as far as matches may go.
    private func match(
        _ pair: UInt16, in line: UnsafeBufferPointer<UInt8>, at index: Int, _ left: inout Int
    ) -> Match? {
        if index > 0, line[index].isAlphanumeric, line[index - 1].isAlphanumeric,
            middles[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 0
        {
            return nil
        }
        for place in byPair.places(of: UInt32(pair)) {
            let format = formats[byPair[place]]
            let start = index - format.before
            if start < 0 || (format.startsLine && start > 0) { continue }
            // In the middle of a word nothing starts.
            if start > 0, line[start].isAlphanumeric, line[start - 1].isAlphanumeric { continue }
            guard format.hasPrefix(in: line, at: index) else { continue }
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
