import Review

/// Finds what gives away somebody's coins: the private key of an account, and the words that one is restored from.
enum WalletSecrets {
    private static let keyNames = ["private", "accounts"]
    private static let phraseNames = ["mnemonic", "seed phrase", "seed_phrase", "seedphrase", "recovery phrase"].map {
        Array($0.utf8)
    }
    /// Whether one of them begins with a byte.
    private static let begins: [Bool] = (0...UInt8.max).map { byte in
        phraseNames.contains { $0.first == byte.lowercased }
    }
    /// How far before a key its name is looked for, in bytes.
    private static let reach = 80
    private static let keyDigits = 64
    /// The fewest words that an account is restored from.
    private static let leastWords = 12

    /// What a line holds; nil for nothing.
    ///
    /// - Complexity: O(bytes of the line)
    static func kind(in line: ArraySlice<UInt8>) -> String? {
        guard line.count > keyDigits / 2 else { return nil }
        return holdsKey(line) ? "private key of an account" : holdsPhrase(line) ? "words of a wallet" : nil
    }

    /// `0x` and 64 digits after a word that says what they are.
    private static func holdsKey(_ line: ArraySlice<UInt8>) -> Bool {
        var index = line.startIndex
        while let zero = line[index...].firstIndex(of: UInt8(ascii: "0")) {
            index = zero + 1
            guard index < line.endIndex, line[index] | 0x20 == UInt8(ascii: "x") else { continue }
            let digits = line[(index + 1)...].prefix(keyDigits + 1).prefix(while: isHexadecimal)
            index += digits.count
            guard digits.count == keyDigits, Entropy.bits(of: digits) >= 3 else { continue }
            let before = String(decoding: line[max(line.startIndex, zero - reach)..<zero], as: UTF8.self).lowercased()
            if keyNames.contains(where: before.contains) { return true }
        }
        return false
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 102)
    }

    /// Twelve or more short words in a row, most of them different, after a name that says what they are.
    private static func holdsPhrase(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 2_000 else { return false }
        for start in line.indices where begins[Int(line[start])] {
            guard let name = phraseNames.first(where: { line.holds($0, at: start) }) else { continue }
            let rest = line[(start + name.count)...].drop { !isLetter($0) }
            let words = rest.split(separator: 32, omittingEmptySubsequences: false).prefix(leastWords).map {
                $0.prefix(while: isLetter)
            }
            if words.count == leastWords, words.allSatisfy({ (3...8).contains($0.count) }), Set(words).count >= 10 {
                return true
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 <= 122 }
}
