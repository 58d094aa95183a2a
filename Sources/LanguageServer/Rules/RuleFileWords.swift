import Engine
import LanguageServerProtocol
import Review

/// Completion in files of a team's own rules: keys where a line starts, values behind a key that has only some.
struct RuleFileCompletion {
    static func items(
        in document: OpenDocument, _ place: (line: Int, byteColumn: Int), _ snapshot: Snapshot
    ) -> [CompletionItem] {
        let line = document.buffer.lineBytes(place.line).prefix(place.byteColumn)
        let typed = line.suffix(while: isWordByte)
        let text = String(decoding: typed, as: UTF8.self)
        let before = String(decoding: line[..<typed.startIndex], as: UTF8.self)
        let range = snapshot.range(
            ByteRange(
                startLine: place.line, startByte: typed.startIndex, endLine: place.line, endByte: typed.endIndex),
            in: document)
        func item(_ name: String, _ kind: CompletionItem.Kind, _ sentence: String?, _ suffix: String) -> CompletionItem?
        {
            guard name.lowercased().hasPrefix(text.lowercased()) else { return nil }
            return CompletionItem(
                label: name, kind: kind, documentation: sentence, edit: TextEdit(range: range, newText: name + suffix))
        }
        if before.allSatisfy({ $0 == " " || $0 == "-" }) {
            return RuleVocabulary.keys.compactMap { item($0.name, .property, $0.sentence, ":") }
        }
        let key = before.prefix { $0 != ":" }.drop { $0 == "-" || $0 == " " }
        return RuleVocabulary.values(of: String(key)).compactMap { item($0, .value, nil, "") }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// Explains a key of a rule file.
struct RuleFileHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        guard place.document.isRuleFile else { return nil }
        let line = place.document.buffer.lineBytes(place.line)
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), place.byte <= colon else { return nil }
        let start = line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") } ?? colon
        guard start < colon else { return nil }
        let key = String(decoding: line[start..<colon], as: UTF8.self)
        guard let word = RuleVocabulary.keys.first(where: { $0.name == key }) else { return nil }
        return place.hover("**\(word.name)**: \(word.sentence)", covering: start..<colon)
    }
}
