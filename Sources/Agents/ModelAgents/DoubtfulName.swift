/// Names that people cannot tell from others by looking: no agent makes such a file.
enum DoubtfulName {
    /// What is wrong with the name of a new file; nil where nothing is.
    static func problem(with path: String) -> String? {
        for scalar in path.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .format, .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                return "has a character that nobody sees (U+\(String(scalar.value, radix: 16, uppercase: true)))."
            default: break
            }
            if scalar.properties.isDefaultIgnorableCodePoint || lookAlikes.contains(scalar) {
                return "has a character that looks like another one, or like none "
                    + "(U+\(String(scalar.value, radix: 16, uppercase: true)))."
            }
        }
        let words = path.unicodeScalars.split { !$0.properties.isAlphabetic }
        return words.contains { word in Set(word.compactMap(alphabet)).count > 1 }
            ? "mixes letters of alphabets that look alike in one word." : nil
    }

    /// Dots and slashes that are none.
    private static let lookAlikes: Set<Unicode.Scalar> = [
        "\u{2024}", "\u{2025}", "\u{2026}", "\u{2044}", "\u{2215}", "\u{29F8}", "\u{FE52}", "\u{FF0E}", "\u{FF0F}",
        "\u{FF3C}",
    ]

    /// The alphabet of a letter, of those that share forms; nil for others.
    private static func alphabet(_ letter: Unicode.Scalar) -> Int? {
        switch letter.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: 0
        case 0x370...0x3FF, 0x1F00...0x1FFF: 1
        case 0x400...0x52F: 2
        case 0x530...0x58F: 3
        case 0x13A0...0x13FF, 0xAB70...0xABBF: 4
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: 5
        default: nil
        }
    }
}
