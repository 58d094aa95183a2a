/// Splits text into comparable words, without Foundation.
package enum Words {
    /// Words in lower case and without accents, in order.
    ///
    /// An apostrophe joins ("kid's" → "kids"), so does the hyphen of "e-"; a CJK character is a word of its own.
    package static func split(_ text: some StringProtocol, limit: Int = .max) -> [String] {
        var words: [String] = []
        // Its bytes: a text is longer in the making.
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            if words.count >= limit { return words }
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if isASCIIWord(byte) {
                    word.append(isUpper(byte) ? byte | 0x20 : byte)
                } else if scalar == "-", word == [UInt8(ascii: "e")] {
                    continue  // "e-commerce" is "ecommerce"
                } else if scalar != "'" {
                    flush(&word, into: &words)
                }
            } else if scalar == "\u{2019}" || isCombiningMark(scalar) {
                continue
            } else if isIdeographic(scalar) {
                flush(&word, into: &words)
                words.append(String(scalar))
            } else if let plain = folded(scalar) {
                word += plain.utf8
            } else if scalar.properties.isAlphabetic {
                word += scalar.properties.lowercaseMapping.utf8
            } else {
                flush(&word, into: &words)
            }
        }
        flush(&word, into: &words)
        return words
    }

    /// A word's stem: plural, `-ing`, `-ed`, `-er` endings taken off, so that inflected forms meet.
    package static func stem(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        if word == "booking" || word == "bookings" { return "booking" }  // not the thing that one reads
        var stem = English.singular(of: word)
        for ending in ["ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ed", "ly"]
        where stem.hasSuffix(ending) && stem.utf8.count - ending.utf8.count >= 3 {
            stem = String(stem.dropLast(ending.count))
            break
        }
        if stem.utf8.count > 3, stem.hasSuffix("e") || stem.hasSuffix("y") { stem.removeLast() }
        let tail = stem.suffix(2)
        if tail.count == 2, tail.first == tail.last, stem.utf8.count > 3, tail != "ss", tail != "ll" {
            stem.removeLast()
        }
        return stem
    }

    private static func flush(_ word: inout [UInt8], into words: inout [String]) {
        guard !word.isEmpty else { return }
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: isUpper(byte)
        }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7AF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    /// The plain letters for an accented Latin letter.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        guard (0xC0...0x17F).contains(scalar.value) else { return nil }
        return latinFolds[scalar.value]
    }

    private static let latinFolds: [UInt32: String] = {
        let groups: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
            ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"), ("òóôõöøōŏő", "o"),
            ("ŕŗř", "r"), ("śŝşš", "s"), ("ţťŧ", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
            ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
        ]
        var folds: [UInt32: String] = [:]
        for (accented, plain) in groups {
            for scalar in accented.unicodeScalars {
                folds[scalar.value] = plain
                for upper in scalar.properties.uppercaseMapping.unicodeScalars where upper.value > 0x7F {
                    folds[upper.value] = plain
                }
            }
        }
        return folds
    }()
}
