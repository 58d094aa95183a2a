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
