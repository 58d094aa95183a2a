/// The readings of a text in which code may be hidden: as it stands, and with what disguises it taken off.
///
/// For texts of others, such as a model's; what this program writes itself wears no disguise.
package enum Disguise {
    /// In characters: the rest of a longer text is not read in other ways.
    private static let longest = 8_000

    /// Texts in which code stands as code does.
    static func readings(of text: String) -> [String] {
        let plain = unescaped(unmasked(String(text.prefix(longest))))
        var readings = [plain, spoken(plain), joinedQuotations(plain)]
        readings += encodedTexts(in: plain)
        readings += [String(plain.reversed()), rotated(plain)]
        var seen: Set<String> = []
        return ([text] + readings).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Rows of letters and digits, in small letters, in which a name may stand anywhere: one sign at a time, and what
    /// words and lines begin with.
    static func letterRows(of text: String) -> [String] {
        let plain = unescaped(unmasked(String(text.prefix(longest))))
        let words = plain.split { !$0.isLetter && !$0.isNumber }
        let lines = plain.split(whereSeparator: \.isNewline)
        let single = words.map { $0.count == 1 ? $0.lowercased() : " " }.joined()
        let ofWords = words.compactMap { $0.first?.lowercased() }.joined()
        let ofLines = lines.compactMap { line in line.first { $0.isLetter || $0.isNumber }?.lowercased() }.joined()
        return [single, ofWords, ofLines]
    }

    /// What stands between quotes or backticks, each by itself.
    static func quotations(in text: String) -> [Substring] {
        var found: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var start: String.Index?
            for index in line.indices where quotes.contains(line[index]) && !isApostrophe(index, in: line) {
                if let begin = start { found.append(line[begin..<index]) }
                start = line.index(after: index)
            }
        }
        return found.filter { !$0.isEmpty && $0.count <= 60 }
    }

    private static func isApostrophe(_ index: String.Index, in line: Substring) -> Bool {
        let next = line.index(after: index)
        return index > line.startIndex && line[line.index(before: index)].isLetter && next < line.endIndex
            && line[next].isLetter
    }

    private static let quotes: Set<Character> = ["\"", "'", "`", "“", "”", "„", "‘", "’", "«", "»", "*"]

    /// "`safe`, then `_load`": each quotation with those that follow it.
    private static func joinedQuotations(_ text: String) -> String {
        // What is between two quotations is taken for one as well.
        let parts = quotations(in: text).filter { !$0.contains(" ") }
        return parts.indices.flatMap { start in
            (2...4).compactMap { start + $0 <= parts.count ? parts[start..<start + $0].joined() : nil }
        }.joined(separator: " ")
    }

    /// "safe underscore load", in some languages.
    private static func spoken(_ text: String) -> String {
        let signs = [
            "underscore": "_", "unterstrich": "_", "guion_bajo": "_", "tiret_bas": "_", "подчёркивание": "_",
            "подчеркивание": "_", "下划线": "_", "dot": ".", "punkt": ".", "punto": ".", "точка": ".", "点": ".",
            "souligné": "_", "souligne": "_", "barra_baja": "_", "subrayado": "_", "sottolineato": "_",
            "trattino_basso": "_", "sublinhado": "_", "traço_inferior": "_", "laag_streepje": "_",
            "нижнее_подчёркивание": "_",
            "нижнее_подчеркивание": "_", "point": ".", "ponto": ".", "equals": "=", "gleich": "=", "égal": "=",
            "igual": "=", "uguale": "=", "gelijk": "=", "равно": "=", "parenthesis": "(", "klammer": "(",
        ]
        var result = ""
        var joins = true
        let pairs = [
            "guion bajo", "tiret bas", "barra baja", "trattino basso", "traço inferior", "laag streepje",
            "нижнее подчёркивание", "нижнее подчеркивание",
        ]
        let words = pairs.reduce(text) { $0.replacing($1, with: $1.replacing(" ", with: "_")) }
            .split(whereSeparator: \.isWhitespace)
        for word in words {
            let sign = signs[word.lowercased().filter { $0.isLetter || $0 == "_" }]
            if let sign {
                result += sign
            } else {
                result += (joins ? "" : " ") + word
            }
            joins = sign != nil
        }
        return result
    }

    /// ROT13.
    private static func rotated(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard scalar.isASCII, scalar.properties.isAlphabetic else { return scalar }
                    let base: UInt32 = scalar.value >= 97 ? 97 : 65
                    return Unicode.Scalar(base + (scalar.value - base + 13) % 26) ?? scalar
                }))
    }
}

/// Letters that look like others.
extension Disguise {
    /// Without what is not seen, and with ASCII for letters that look like it.
    package static func unmasked(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(scalar)
                continue
            }
            switch scalar.properties.generalCategory {
            case .format, .nonspacingMark, .enclosingMark: continue
            default: result.append(looks[scalar] ?? ascii(scalar) ?? scalar)
            }
        }
        return String(result)
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0)
        case 0x24B6...0x24CF: return Unicode.Scalar(value - 0x24B6 + 65)
        case 0x24D0...0x24E9: return Unicode.Scalar(value - 0x24D0 + 97)
        case 0x1D400...0x1D6A3:
            let place = (value - 0x1D400) % 52
            return Unicode.Scalar(place < 26 ? 65 + place : 71 + place)
        case 0x1D7CE...0x1D7FF: return Unicode.Scalar(48 + (value - 0x1D7CE) % 10)
        default: return nil
        }
    }

    private static let looks: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip(
            "аеорсхуіѕјԁһӏАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιν‗".unicodeScalars,
            "aeopcxyisjdhlABEKMHOPCTXABEZHIKMNOPTYXoaiv_".unicodeScalars))
}

/// Codes for letters.
extension Disguise {
    /// `%5F`, `\u005f`, `\x5f`, `&#95;` and `&lowbar;` as what they stand for.
    static func unescaped(_ text: String) -> String {
        guard text.contains(where: { "%\\&".contains($0) }) else { return text }
        var result = ""
        var rest = Substring(text)
        while let sign = rest.first {
            if let (character, length) = escape(at: rest, sign) {
                result.append(character)
                rest = rest.dropFirst(length)
            } else {
                result.append(sign)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func escape(at text: Substring, _ sign: Character) -> (Character, length: Int)? {
        switch sign {
        case "%": return coded(text.dropFirst().prefix(2), radix: 16).map { ($0, 3) }
        case "\\":
            let length = text.hasPrefix("\\u") ? 4 : text.hasPrefix("\\x") ? 2 : 0
            let digits = text.dropFirst(2).prefix(length)
            return digits.count == length ? coded(digits, radix: 16).map { ($0, length + 2) } : nil
        case "&":
            guard let end = text.prefix(10).firstIndex(of: ";") else { return nil }
            let name = text[text.index(after: text.startIndex)..<end]
            let character =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? coded(name.dropFirst(2), radix: 16)
                : name.hasPrefix("#") ? coded(name.dropFirst(), radix: 10) : named[String(name)]
            return character.map { ($0, name.count + 2) }
        default: return nil
        }
    }

    private static let named: [String: Character] = [
        "lowbar": "_", "period": ".", "lpar": "(", "rpar": ")", "equals": "=", "quot": "\"", "apos": "'", "amp": "&",
        "lt": "<", "gt": ">", "excl": "!", "colon": ":", "comma": ",",
    ]

    private static func coded(_ digits: Substring, radix: Int) -> Character? {
        guard !digits.isEmpty, let value = UInt32(digits, radix: radix), let scalar = Unicode.Scalar(value),
            (0x20..<0x7F).contains(value)
        else { return nil }
        return Character(scalar)
    }

    /// What stands in Base64, in hexadecimal, and in rows of numbers.
    static func encodedTexts(in text: String) -> [String] {
        let blobs = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "+/=_-".contains($0))) }
        let long = blobs.filter { $0.count >= 6 }
        var found = long.compactMap { printable(base64($0)) } + long.compactMap { printable(hexadecimal($0)) }
        found += [2, 8, 10, 16].compactMap { numbers(text, radix: $0) }
        return found
    }

    private static func printable(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 3, bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// RFC 4648, sections 4 and 5; empty for anything else.
    private static func base64(_ text: Substring) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "=") {
            let plain =
                byte == UInt8(ascii: "-") ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
            guard let value = digits.firstIndex(of: plain) else { return [] }
            (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 0xFF))
            }
        }
        return bytes
    }

    private static func hexadecimal(_ text: Substring) -> [UInt8] {
        let digits = Array(text.hasPrefix("0x") ? text.dropFirst(2) : text)
        guard digits.count.isMultiple(of: 2) else { return [] }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(digits[index...index + 1]), radix: 16) else { return [] }
            bytes.append(byte)
        }
        return bytes
    }

    /// "115 97 102 101", "0x73, 0x61": four numbers or more in a row that are letters or signs.
    private static func numbers(_ text: String, radix: Int) -> String? {
        var (result, row) = ("", "")
        func end() {
            if row.count >= 4 { result += row + " " }
            row = ""
        }
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let digits = word.hasPrefix("0x") || word.hasPrefix("0b") ? word.dropFirst(2) : word
            let isOfLength = radix == 2 ? (7...8).contains(digits.count) : (2...3).contains(digits.count)
            if isOfLength, let character = coded(digits, radix: radix) { row.append(character) } else { end() }
        }
        end()
        return result.isEmpty ? nil : result
    }
}
