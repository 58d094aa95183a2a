import Text

/// One replacement in a text: from a place to a place in the old text, by bytes of a line.
package struct TextChange: Hashable, Sendable {
    package struct Place: Hashable, Comparable, Sendable {
        package var line: Int
        /// Bytes before the place in its line.
        package var byteColumn: Int

        package static func < (a: Self, b: Self) -> Bool { (a.line, a.byteColumn) < (b.line, b.byteColumn) }
    }

    package var start: Place
    package var end: Place
    package var replacement: [UInt8]
}

/// The fewest words that must change to make one text of another, so that a person sees what an agent wants to
/// change and nothing else, and marks and cursors elsewhere stay where they are.
package struct MinimalEdits: Sendable {
    /// In order, none touching the next.
    package let changes: [TextChange]
    private let lines: [ArraySlice<UInt8>]

    /// Past this many bytes a changed place is replaced by whole lines.
    static let maxWordBytes = 16 * 1_024

    package init(from old: [UInt8], to new: [UInt8]) {
        let (before, after) = (TextPieces.lines(old), TextPieces.lines(new))
        lines = before
        changes = SequenceDiff.hunks(before, after).flatMap { hunk in
            let (removed, added) = (before[hunk.old], after[hunk.new])
            let bytes = removed.reduce(0) { $0 + $1.count } + added.reduce(0) { $0 + $1.count }
            let byWords = !removed.isEmpty && !added.isEmpty && bytes <= Self.maxWordBytes
            return Self.changes(
                from: byWords ? TextPieces.words(removed.joined()) : removed.map { $0 },
                to: byWords ? TextPieces.words(added.joined()) : added.map { $0 },
                startingAtLine: hunk.old.lowerBound)
        }
    }

    /// The change's range in the units of `encoding`.
    package func range(of change: TextChange, encoding: PositionEncoding) -> Range<TextPosition> {
        position(of: change.start, encoding: encoding)..<position(of: change.end, encoding: encoding)
    }

    private func position(of place: TextChange.Place, encoding: PositionEncoding) -> TextPosition {
        guard lines.indices.contains(place.line) else { return TextPosition(line: place.line, character: 0) }
        let before = lines[place.line].prefix(place.byteColumn)
        return TextPosition(line: place.line, character: encoding.units(in: before))
    }

    /// Differences between two lists of pieces, the first of which begins at the start of a line.
    private static func changes(
        from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>], startingAtLine line: Int
    ) -> [TextChange] {
        var place = TextChange.Place(line: line, byteColumn: 0)
        var next = 0
        return SequenceDiff.hunks(old, new).map { hunk in
            advance(&place, over: old[next..<hunk.old.lowerBound])
            let start = place
            advance(&place, over: old[hunk.old])
            next = hunk.old.upperBound
            return TextChange(start: start, end: place, replacement: Array(new[hunk.new].joined()))
        }
    }

    private static func advance(_ place: inout TextChange.Place, over pieces: ArraySlice<ArraySlice<UInt8>>) {
        let bytes = Array(pieces.joined())
        for (index, byte) in bytes.enumerated() {
            place.byteColumn += 1
            let isLineEnd = byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
            if isLineEnd { place = TextChange.Place(line: place.line + 1, byteColumn: 0) }
        }
    }
}

extension PositionEncoding {
    /// How many units of this encoding the UTF-8 bytes take.
    func units(in utf8: some Sequence<UInt8>) -> Int {
        utf8.reduce(0) { units, byte in
            let startsScalar = byte & 0xC0 != 0x80
            switch self {
            case .utf8: return units + 1
            case .utf16: return units + (startsScalar ? (byte >= 0xF0 ? 2 : 1) : 0)
            case .utf32: return units + (startsScalar ? 1 : 0)
            }
        }
    }
}
