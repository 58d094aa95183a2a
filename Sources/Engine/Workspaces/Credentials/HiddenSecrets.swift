import Review

/// Finds what the reviewer's rules do not see in a text as it is written: tokens in pieces, in escapes or in base64,
/// and the secret halves of access keys.
///
/// For texts on their way out. Typing is not slowed by it.
enum HiddenSecrets {
    /// How far around a change the text belongs to what is searched, in bytes: as long as most tokens are.
    private static let reach = 1_100

    /// The secrets in order, with the bytes that each is written in; `isAside` for tests and prose.
    ///
    /// - Complexity: O(bytes)
    static func all(in bytes: [UInt8], isAside: Bool = false) -> [(range: Range<Int>, kind: String)] {
        let undone = UndoneText(bytes)
        let decoded = UndoneText(decoding: undone, of: bytes)
        var found = AccessKeyPairs.secrets(in: bytes)
        let joined = UndoneText(joining: undone, of: bytes)
        for text in [undone, decoded, joined].compactMap({ $0 }) { found += secrets(in: text, isAside) }
        return found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    private static func secrets(in text: UndoneText, _ isAside: Bool) -> [(range: Range<Int>, kind: String)] {
        let parts = parts(around: text.changes, in: text.bytes.count)
        let searched = Array(parts.map { Array(text.bytes[$0]) }.joined(separator: [10]))
        // Where each part begins in what is searched.
        let starts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
        var found = AccessKeyPairs.secrets(in: searched)
        for (bytes, start) in SearchedLines(searched) {
            let findings = review(bytes, language: .plain, path: nil, rules: .secrets, heedsComments: false)
            if findings.isEmpty { continue }
            let lines = LineStarts(bytes)
            found += findings.filter(\.isToken).compactMap { finding in
                let range = lines.range(of: finding.range)
                let isExample =
                    isAside && finding.ruleID == "secrets/url-credentials"
                    && !AddressLogin(bytes[range]).isSecret
                let isHarmless = isExample || SecretScan.isHarmless(bytes[range], isAside: isAside)
                return isHarmless ? nil : (start + range.lowerBound..<start + range.upperBound, finding.secretKind)
            }
        }
        return found.compactMap { range, kind in
            let number = starts.partitioningIndex { $0 > range.lowerBound } - 1
            guard parts.indices.contains(number), range.upperBound <= starts[number] + parts[number].count else {
                return nil
            }
            let moved = parts[number].lowerBound - starts[number]
            let place = range.lowerBound + moved..<range.upperBound + moved
            // What stands there as it is was found before.
            let first = text.changes.partitioningIndex { $0 >= place.lowerBound - 1 }
            guard first < text.changes.count, text.changes[first] <= place.upperBound else { return nil }
            return (text.place(of: place), kind)
        }
    }

    /// The parts of a text that are worth a look, in order and apart.
    private static func parts(around changes: [Int], in count: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for change in changes {
            let part = max(0, change - reach)..<min(count, change + reach)
            if let last = parts.last, part.lowerBound <= last.upperBound {
                parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
            } else if !part.isEmpty {
                parts.append(part)
            }
        }
        return parts
    }
}

/// A text, and pieces of those of its lines that the reviewer passes over; with the place where each begins.
private struct SearchedLines: Sequence {
    private let texts: [(bytes: [UInt8], start: Int)]

    init(_ bytes: [UInt8]) {
        let starts = LineStarts(bytes)
        texts =
            [(bytes, 0)]
            + starts.ranges.filter { $0.count > SecretScan.pieceBytes }
            .flatMap(SecretScan.ranges(ofPieces:)).map { (Array(bytes[$0]), $0.lowerBound) }
    }

    func makeIterator() -> IndexingIterator<[(bytes: [UInt8], start: Int)]> { texts.makeIterator() }
}

extension Finding {
    /// Whether it is a secret by its own form, whatever stands around it.
    fileprivate var isToken: Bool {
        ["secrets/known-token", "secrets/json-web-token", "secrets/url-credentials"].contains(ruleID)
    }
}
