import LanguageServerProtocol
import Review
import Text

/// Says what a name of code is in this document: where and as what it is defined, and how often it appears.
///
/// Of a name whose definition is not found here there is nothing to say that the reader does not see.
/// The text is searched anew each time, which needs no index to be kept current; for long documents only the
/// surroundings, so that the answer never takes long.
struct IdentifierHover: HoverProvider {
    /// How much of a document is searched before and after the name, in bytes.
    private static let reach = 128 << 10

    /// Languages whose definitions `NameSearch` knows.
    private static let languages: Set<Language> = [
        .python, .javascript, .javascriptReact, .typescript, .typescriptReact, .swift, .go, .shell, .sql,
    ]

    func hover(at place: HoverPlace) -> Hover? {
        guard Self.languages.contains(place.document.reviewed.language), let (name, bytes) = place.wordOfCode,
            !Self.isMember(bytes, at: place)
        else { return nil }
        let buffer = place.document.buffer
        let offset = buffer.startOffset(ofLine: place.line) + bytes.lowerBound
        let window = max(0, offset - Self.reach)..<min(buffer.byteCount, offset + Self.reach)
        let isShell = place.document.reviewed.language == .shell
        let search = buffer.withBytes(window) { text in
            NameSearch(name, in: text, askedAt: offset - window.lowerBound, isShell: isShell)
        }
        // One that is mentioned nowhere else is read in full where it stands.
        guard search.count > 1, let (kind, line, byte) = Self.definition(search, window.lowerBound, at: place) else {
            return nil
        }
        let isHere = line == place.line && byte == bytes.lowerBound
        let scope = window.count == buffer.byteCount ? "in this file" : "around here"
        return place.hover(
            "`\(name)`: \(kind), defined \(isHere ? "here" : "on line \(line + 1)"); "
                + "\(search.count) mentions \(scope).\(isHere ? "" : Self.source(ofLine: line, at: place))",
            covering: bytes)
    }

    /// Whether the word is a member of something else than the object whose code this is: nobody knows here whose.
    private static func isMember(_ bytes: Range<Int>, at place: HoverPlace) -> Bool {
        place.document.buffer.withLine(place.line) { line in
            guard bytes.lowerBound > 0, line[bytes.lowerBound - 1] == UInt8(ascii: ".") else { return false }
            let before = line[..<(bytes.lowerBound - 1)]
            return !before.reversed().starts(with: "self".utf8.reversed())
                && !before.reversed().starts(with: "this".utf8.reversed())
        }
    }

    /// The variable that holds at the place, else the first declaration; each only where code stands.
    private static func definition(
        _ search: NameSearch, _ start: Int, at place: HoverPlace
    ) -> (kind: StaticString, line: Int, byte: Int)? {
        let buffer = place.document.buffer
        func found(_ candidate: NameSearch.Candidate) -> (kind: StaticString, line: Int, byte: Int)? {
            let line = buffer.line(atOffset: start + candidate.offset)
            let byte = start + candidate.offset - buffer.startOffset(ofLine: line)
            return place.document.reviewed.isCode(line: line, byte: byte) ? (candidate.kind, line, byte) : nil
        }
        let variable = search.variables.reversed().lazy.compactMap(found).first {
            isBlockOpen(from: $0.line, to: place.line, in: buffer)
        }
        return variable ?? search.declarations.lazy.compactMap(found).first
    }

    /// Whether what is defined on a line still holds on a later one, going by what they are indented by.
    private static func isBlockOpen(from first: Int, to last: Int, in buffer: TextBuffer) -> Bool {
        let own = buffer.withLine(first, indentation) ?? 0
        guard own > 0, last > first else { return true }
        return (first + 1...last).allSatisfy { line in buffer.withLine(line, indentation).map { $0 >= own } ?? true }
    }

    /// How many blanks a line starts with; nil for one of blanks alone.
    private static func indentation(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
        line.firstIndex { $0 != 0x20 && $0 != 0x09 }
    }

    /// The definition's line of source, for a client that shows code.
    private static func source(ofLine line: Int, at place: HoverPlace) -> String {
        guard place.snapshot.client.hoverMarkdown else { return "" }
        let text = String(decoding: place.document.buffer.lineBytes(line).prefix(longestSource), as: UTF8.self)
        let code = text.drop { $0 == " " || $0 == "\t" }
        guard !code.contains("```") else { return "" }
        return "\n\n```\(place.document.reviewed.language.id)\n\(code)\n```"
    }

    /// What is shown of a definition's line, in bytes.
    private static let longestSource = 200
}
