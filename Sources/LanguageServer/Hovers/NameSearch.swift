import Glibc

/// The mentions of a name in some bytes, and what looks like its definitions.
struct NameSearch {
    /// A place that looks like a definition, if code stands there.
    struct Candidate {
        let kind: StaticString
        let offset: Int
    }

    private(set) var count = 0
    /// What holds wherever in the file it stands: functions, types, imports; the first ones.
    private(set) var declarations: [Candidate] = []
    /// What holds for what follows it in its block: variables; the last ones up to a place.
    private(set) var variables: [Candidate] = []
    private let isShell: Bool
    private let place: Int

    /// How many candidates of a sort are kept; those in comments and strings count too.
    private static let most = 8

    /// Searches `bytes`, which the name's first mention need not lie in.
    ///
    /// - Parameters:
    ///   - name: The whole word.
    ///   - bytes: UTF-8.
    ///   - place: Where in `bytes` somebody asks about the name.
    ///   - isShell: Whether an assignment has no blanks around its sign; elsewhere that is a keyword argument.
    /// - Complexity: O(`bytes`), at the speed of `memchr` over the name's rarest byte.
    init(_ name: String, in bytes: UnsafeBufferPointer<UInt8>, askedAt place: Int, isShell: Bool) {
        self.isShell = isShell
        self.place = place
        guard let base = bytes.baseAddress, !name.isEmpty else { return }
        let name = Array(name.utf8)
        let key = Self.rarestByte(of: name)
        let lastKey = bytes.count - name.count + key
        var offset = key
        while offset <= lastKey, let found = memchr(base + offset, Int32(name[key]), lastKey - offset + 1) {
            let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - key
            let end = start + name.count
            offset = start + key + 1
            // Most of what has the rarest byte has other neighbours: they are compared before a call of `memcmp`.
            guard bytes[start] == name[0], bytes[end - 1] == name[name.count - 1],
                memcmp(base + start, name, name.count) == 0, start == 0 || !HoverPlace.isWordByte(bytes[start - 1]),
                end == bytes.count || !HoverPlace.isWordByte(bytes[end])
            else { continue }
            // A member of something else has the same name by chance.
            if start == 0 || bytes[start - 1] != UInt8(ascii: ".") || Self.isOwnMember(start - 1, in: bytes) {
                count += 1
            }
            lookForDefinition(start..<end, in: bytes)
        }
    }

    /// Whether what stands before a dot is the object whose code this is.
    private static func isOwnMember(_ dot: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        dot >= 4 && (bytes[dot - 4..<dot].elementsEqual("self".utf8) || bytes[dot - 4..<dot].elementsEqual("this".utf8))
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
        while wordEnd > 0, Self.isBlank(bytes[wordEnd - 1]) { wordEnd -= 1 }
        var wordStart = wordEnd
        while wordStart > 0, wordEnd - wordStart < 10, HoverPlace.isWordByte(bytes[wordStart - 1]) { wordStart -= 1 }
        if wordStart < wordEnd, wordEnd < range.lowerBound {
            let word = UnsafeBufferPointer(rebasing: bytes[wordStart..<wordEnd])
            guard let introduction = Self.introduction(by: word) else { return }
            if !introduction.isVariable {
                guard declarations.count < Self.most else { return }
                declarations.append(Candidate(kind: introduction.kind, offset: range.lowerBound))
            } else if introduction.next.map({ Self.isFollowed(by: $0, range.upperBound, in: bytes) }) ?? true {
                addVariable(introduction.kind, range.lowerBound)
            }
        } else if isAssigned(range, after: wordEnd, in: bytes) {
            addVariable("variable", range.lowerBound)
        }
    }

    private mutating func addVariable(_ kind: StaticString, _ offset: Int) {
        guard offset <= place else { return }
        if variables.count == Self.most { variables.removeFirst() }
        variables.append(Candidate(kind: kind, offset: offset))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// What a keyword says of the name behind it; nil where the word introduces none.
    private static func introduction(by word: UnsafeBufferPointer<UInt8>) -> Introduction? {
        guard let base = word.baseAddress else { return nil }
        return introductions.first { known in
            known.word.utf8CodeUnitCount == word.count && known.word.utf8Start[0] == base[0]
                && memcmp(base, known.word.utf8Start, word.count) == 0
        }
    }

    /// Whether a statement that assigns to the name begins with it: `name =`, `name :=`.
    private func isAssigned(
        _ range: Range<Int>, after wordEnd: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let previous = wordEnd > 0 ? bytes[wordEnd - 1] : 0x0A
        // Elsewhere it is an argument's label, a member, a comparison.
        guard [0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "{")].contains(previous) else { return false }
        var next = range.upperBound
        while next < bytes.count, Self.isBlank(bytes[next]) { next += 1 }
        guard isShell == (next == range.upperBound) else { return false }
        if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return false }
        let following = next + 1 < bytes.count ? bytes[next + 1] : 0
        return following != UInt8(ascii: "=") && following != UInt8(ascii: ">")
    }

    /// Whether a word comes next.
    private static func isFollowed(
        by word: StaticString, _ offset: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var start = offset
        while start < bytes.count, isBlank(bytes[start]) { start += 1 }
        let end = start + word.utf8CodeUnitCount
        guard let base = bytes.baseAddress, start > offset, end < bytes.count else { return false }
        return memcmp(base + start, word.utf8Start, word.utf8CodeUnitCount) == 0 && isBlank(bytes[end])
    }

    private typealias Introduction = (word: StaticString, kind: StaticString, isVariable: Bool, next: StaticString?)

    private static let introductions: [Introduction] = [
        ("def", "function", false, nil), ("func", "function", false, nil), ("function", "function", false, nil),
        ("class", "class", false, nil), ("struct", "structure", false, nil), ("enum", "enumeration", false, nil),
        ("interface", "interface", false, nil), ("protocol", "protocol", false, nil), ("type", "type", false, nil),
        ("actor", "actor", false, nil), ("import", "import", false, nil), ("package", "package", false, nil),
        ("namespace", "namespace", false, nil), ("TABLE", "table", false, nil), ("table", "table", false, nil),
        ("let", "constant or variable", true, nil), ("const", "constant", true, nil), ("var", "variable", true, nil),
        ("as", "alias", true, nil), ("for", "loop variable", true, "in"),
    ]
}
