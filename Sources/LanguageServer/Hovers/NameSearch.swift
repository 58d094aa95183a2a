import Glibc

/// The mentions of a name in some bytes.
struct NameSearch {
    private(set) var count = 0
    /// The first place that looks like the name's definition.
    private(set) var definition: (kind: String, offset: Int)?
    /// Whether `definition` stands behind a word that can only introduce one.
    private var isCertain = false

    /// Searches `bytes`, which the name's first mention need not lie in.
    ///
    /// - Complexity: O(`bytes`), at the speed of `memchr` over the name's rarest byte.
    init(_ name: String, in bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !name.isEmpty else { return }
        let name = Array(name.utf8)
        let key = Self.rarestByte(of: name)
        let lastKey = bytes.count - name.count + key
        var offset = key
        while offset <= lastKey, let found = memchr(base + offset, Int32(name[key]), lastKey - offset + 1) {
            let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - key
            let end = start + name.count
            offset = start + key + 1
            guard memcmp(base + start, name, name.count) == 0,
                start == 0 || !HoverPlace.isWordByte(bytes[start - 1]),
                end == bytes.count || !HoverPlace.isWordByte(bytes[end])
            else { continue }
            count += 1
            if !isCertain { lookForDefinition(start..<end, in: bytes) }
        }
    }

    /// The index of the byte that source code holds least of.
    private static func rarestByte(of name: [UInt8]) -> Int {
        name.indices.max { rarity(of: name[$0]) < rarity(of: name[$1]) } ?? 0
    }

    /// How rare a byte is in source code, roughly: its place in the order of frequency.
    private static func rarity(of byte: UInt8) -> Int {
        let frequent: StaticString = "etaorinslcudpmfhg0b1_yv"
        for place in 0..<frequent.utf8CodeUnitCount where frequent.utf8Start[place] == byte { return place }
        return frequent.utf8CodeUnitCount
    }

    private mutating func lookForDefinition(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        var wordEnd = range.lowerBound
        while wordEnd > 0, bytes[wordEnd - 1] == 0x20 { wordEnd -= 1 }
        var wordStart = wordEnd
        while wordStart > 0, wordEnd - wordStart < 10, HoverPlace.isWordByte(bytes[wordStart - 1]) { wordStart -= 1 }
        if wordStart < wordEnd, wordEnd < range.lowerBound,
            let kind = Self.kind(introducedBy: UnsafeBufferPointer(rebasing: bytes[wordStart..<wordEnd]))
        {
            definition = (kind, range.lowerBound)
            isCertain = true
        } else if definition == nil, let kind = Self.kind(of: range, after: wordEnd, in: bytes) {
            definition = (kind, range.lowerBound)
        }
    }

    /// What a name is that stands behind a keyword; nil where the word introduces none.
    private static func kind(introducedBy word: UnsafeBufferPointer<UInt8>) -> String? {
        guard let base = word.baseAddress else { return nil }
        return introductions.first { known in
            known.word.utf8CodeUnitCount == word.count && memcmp(base, known.word.utf8Start, word.count) == 0
        }?.kind
    }

    /// What a name is, going by the marks around it: `name =`, `(name:`.
    private static func kind(of range: Range<Int>, after wordEnd: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String?
    {
        var next = range.upperBound
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count else { return nil }
        let following = next + 1 < bytes.count ? bytes[next + 1] : 0
        let previous = wordEnd > 0 ? bytes[wordEnd - 1] : 0x0A
        switch bytes[next] {
        case UInt8(ascii: "="):
            let isComparison = following == UInt8(ascii: "=") || following == UInt8(ascii: ">")
            return isComparison || previous == UInt8(ascii: ".") ? nil : "variable"
        case UInt8(ascii: ":") where following == UInt8(ascii: "="):
            return "variable"
        case UInt8(ascii: ":") where previous == UInt8(ascii: "(") || previous == UInt8(ascii: ","):
            return "parameter"
        default: return nil
        }
    }

    private static let introductions: [(word: StaticString, kind: String)] = [
        ("def", "function"), ("func", "function"), ("function", "function"), ("fn", "function"), ("class", "class"),
        ("struct", "structure"), ("enum", "enumeration"), ("interface", "interface"), ("protocol", "protocol"),
        ("type", "type"), ("trait", "trait"), ("let", "constant or variable"), ("const", "constant"),
        ("var", "variable"), ("for", "loop variable"), ("import", "import"), ("as", "import"), ("module", "module"),
        ("package", "package"), ("namespace", "namespace"), ("TABLE", "table"), ("table", "table"),
        ("actor", "actor"), ("extension", "extension"),
    ]
}
