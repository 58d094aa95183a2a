import Review

/// Finds the secret half of an access key, which has no form of its own, by the other half beside it, which has one.
enum AccessKeyPairs {
    /// A provider's pair: how the half that names an account looks, and how the secret one does.
    private struct Pair {
        let kind: String
        let prefixes: [[UInt8]]
        /// What follows the prefix, in bytes.
        let nameBytes: ClosedRange<Int>
        let isNameByte: @Sendable (UInt8) -> Bool
        let secretBytes: Int
        let isSecretByte: @Sendable (UInt8) -> Bool
        /// What a program's choice of bytes has at least, in bits a byte; words and paths have less.
        let entropy: Double

        init(
            _ kind: String, _ prefixes: [String], _ nameBytes: ClosedRange<Int>,
            of isNameByte: @escaping @Sendable (UInt8) -> Bool, secret secretBytes: Int,
            of isSecretByte: @escaping @Sendable (UInt8) -> Bool, entropy: Double
        ) {
            self.kind = kind
            self.prefixes = prefixes.map { Array($0.utf8) }
            (self.nameBytes, self.isNameByte) = (nameBytes, isNameByte)
            (self.secretBytes, self.isSecretByte, self.entropy) = (secretBytes, isSecretByte, entropy)
        }

        func isName(_ word: ArraySlice<UInt8>) -> Bool {
            prefixes.contains { prefix in
                guard word.starts(with: prefix) else { return false }
                let rest = word.dropFirst(prefix.count)
                return nameBytes.contains(rest.count) && rest.allSatisfy(isNameByte)
            }
        }

        func isSecret(_ word: ArraySlice<UInt8>) -> Bool {
            guard word.count == secretBytes, word.allSatisfy(isSecretByte), Entropy.bits(of: word) >= entropy,
                !Placeholders.isPlaceholder(word)
            else { return false }
            // Letters alone may be a name.
            return word.contains { $0 < 65 } || SecretValue.isGenerated(word)
        }
    }

    private static let pairs = [
        Pair(
            "AWS secret access key", ["AKIA", "ASIA", "ABIA", "ACCA"], 16...16, of: isUpper, secret: 40, of: isMixed,
            entropy: 4.25),
        Pair("Google Storage secret", ["GOOG"], 16...57, of: isUpper, secret: 40, of: isMixed, entropy: 4.25),
        Pair("Alibaba access key secret", ["LTAI"], 12...20, of: isWord, secret: 30, of: isWord, entropy: 3.9),
        Pair("Tencent secret key", ["AKID"], 32...32, of: isWord, secret: 32, of: isWord, entropy: 3.9),
        Pair("Twilio auth token", ["AC", "SK"], 32...32, of: isHex, secret: 32, of: isHex, entropy: 3),
    ]
    /// Temporary AWS keys come with a third part, which begins as one of these does.
    private static let sessionTokens = ["IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz"].map { Array($0.utf8) }

    /// How far from each other the two halves stand, in bytes and in lines: further, they are no pair.
    private static let (reachBytes, reachLines) = (2_048, 20)

    private static func isUpper(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (48...57).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool { (97...102).contains(byte) || (48...57).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetterOrDigit }
    private static func isMixed(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
    }

    /// The secret halves in a text, in order, with what each one is.
    ///
    /// - Complexity: O(bytes)
    static func secrets(in bytes: [UInt8]) -> [(range: Range<Int>, kind: String)] {
        var names: [(pair: Int, place: Int, line: Int)] = []
        var candidates: [(pair: Int?, range: Range<Int>, line: Int)] = []
        var (index, line) = (0, 0)
        while index < bytes.count {
            guard isMixed(bytes[index]) else {
                if bytes[index] == 10 { line += 1 }
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex { !isMixed($0) } ?? bytes.count
            defer { index = end }
            guard end - index >= 16 else { continue }
            for word in bytes[index..<end].split(whereSeparator: { !$0.isLetterOrDigit }) where word.count >= 16 {
                for (number, pair) in pairs.enumerated() where pair.isName(word) {
                    names.append((number, word.startIndex, line))
                }
            }
            var word = bytes[index..<end]
            // The sign of a line that a patch adds.
            if word.first == UInt8(ascii: "+"), index == 0 || bytes[index - 1] == 10 { word.removeFirst() }
            // Padded base64 is some checksum.
            if end < bytes.count, bytes[end] == UInt8(ascii: "=") {
                guard sessionTokens.contains(where: { word.starts(with: $0) }) else { continue }
            }
            if word.count >= 100, sessionTokens.contains(where: { word.starts(with: $0) }) {
                candidates.append((nil, word.startIndex..<end, line))
            }
            for (number, pair) in pairs.enumerated() where pair.isSecret(word) {
                candidates.append((number, word.startIndex..<end, line))
            }
        }
        if names.isEmpty || candidates.isEmpty { return [] }
        return candidates.compactMap { candidate in
            let pair = candidate.pair ?? 0
            let first = names.partitioningIndex { $0.place >= candidate.range.lowerBound - reachBytes }
            let isNear = names[first...].prefix { $0.place <= candidate.range.upperBound + reachBytes }.contains {
                $0.pair == pair && abs($0.line - candidate.line) <= reachLines
                    && !candidate.range.contains($0.place)
            }
            guard isNear else { return nil }
            return (candidate.range, candidate.pair.map { pairs[$0].kind } ?? "AWS session token")
        }
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    var isLetterOrDigit: Bool { (self | 0x20 >= 97 && self | 0x20 <= 122) || (self >= 48 && self <= 57) }
}

extension Array {
    /// Where the elements begin for which a condition holds, which holds for none before and all after.
    func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
