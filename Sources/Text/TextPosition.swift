/// What a position's `character` counts, as negotiated in `initialize`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#positionEncodingKind
package enum PositionEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf32 = "utf-32"
}

/// A zero-based line and the offset in it, counted in the units of some `PositionEncoding`.
package struct TextPosition: Hashable, Comparable, Sendable {
    package var line: Int
    package var character: Int

    package init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    package static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.character) < (right.line, right.character)
    }
}

/// What an edit did to the lines: `removedLines` old lines from `firstLine` on became `insertedLines` new ones.
///
/// Lines outside of these kept their text and their terminator.
package struct LineChange: Hashable, Sendable {
    package var firstLine: Int
    package var removedLines: Int
    package var insertedLines: Int

    package init(firstLine: Int, removedLines: Int, insertedLines: Int) {
        self.firstLine = firstLine
        self.removedLines = removedLines
        self.insertedLines = insertedLines
    }
}
