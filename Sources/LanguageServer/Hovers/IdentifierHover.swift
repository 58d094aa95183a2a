import Glibc
import LanguageServerProtocol
import Text

/// Says what a name is in this document: where it is defined, as what, and how often it appears.
///
/// The text is searched anew each time, which needs no index to be kept current; for long documents only the
/// surroundings, so that the answer never takes long.
struct IdentifierHover: HoverProvider {
    /// How much of a document is searched before and after the name, in bytes.
    private static let reach = 128 << 10

    func hover(at place: HoverPlace) -> Hover? {
        guard let (name, bytes) = place.word else { return nil }
        let buffer = place.document.buffer
        let offset = buffer.startOffset(ofLine: place.line) + bytes.lowerBound
        let window = max(0, offset - Self.reach)..<min(buffer.byteCount, offset + Self.reach)
        let search = buffer.withBytes(window) { NameSearch(name, in: $0) }
        let scope = window.count == buffer.byteCount ? "in this file" : "around here"
        let count = "\(search.count) \(search.count == 1 ? "mention" : "mentions") \(scope)"
        guard let definition = search.definition else { return place.hover("`\(name)`: \(count).", covering: bytes) }
        let line = buffer.line(atOffset: window.lowerBound + definition.offset)
        let whereabouts = line == place.line ? "defined here" : "defined on line \(line + 1)"
        return place.hover("`\(name)`: \(definition.kind), \(whereabouts); \(count).", covering: bytes)
    }
}

/// The mentions of a name in some bytes.
private struct NameSearch {
    private(set) var count = 0
    /// The first place that looks like the name's definition.
    private(set) var definition: (kind: String, offset: Int)?
    /// Whether `definition` stands behind a word that can only introduce one.
    private var isCertain = false

    init(_ name: String, in bytes: UnsafeBufferPointer<UInt8>) {
        let name = Array(name.utf8)
        let skips = Self.skips(for: name)
        var offset = 0
        while let start = Self.find(name, skips, in: bytes, from: offset) {
            let end = start + name.count
            if (start == 0 || !HoverPlace.isWordByte(bytes[start - 1]))
                && (end == bytes.count || !HoverPlace.isWordByte(bytes[end]))
            {
                count += 1
                if !isCertain { lookForDefinition(start..<end, in: bytes) }
            }
            offset = end
        }
    }

    /// How far the name may move on when some byte stands where its last one should be (Horspool 1980).
    private static func skips(for name: [UInt8]) -> [UInt8] {
        var skips = [UInt8](repeating: UInt8(clamping: name.count), count: 256)
        for (index, byte) in name.dropLast().enumerated() { skips[Int(byte)] = UInt8(clamping: name.count - 1 - index) }
        return skips
    }

    private static func find(
        _ name: [UInt8], _ skips: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        var offset = start
        let last = name.count - 1
        while offset + last < bytes.count {
            let byte = bytes[offset + last]
            if byte == name[last], let base = bytes.baseAddress, memcmp(base + offset, name, last) == 0 {
                return offset
            }
            offset += Int(skips[Int(byte)])
        }
        return nil
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
        introductions.first { $0.word.utf8CodeUnitCount == word.count && $0.word.withUTF8Buffer(word.elementsEqual) }?
            .kind
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
