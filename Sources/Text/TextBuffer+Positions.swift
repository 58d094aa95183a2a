/// Positions of the protocol ↔ bytes of the text.
extension TextBuffer {
    /// The line and the byte in it that `position` means, after clamping.
    package func byteOffset(
        of position: TextPosition, encoding: PositionEncoding
    ) -> (line: Int, byteColumn: Int) {
        if position.line < 0 { return (0, 0) }
        guard position.line < lineCount else {
            return (lineCount - 1, contentRange(ofLine: lineCount - 1).count)
        }
        let column = withLine(position.line) { UnitCounting.byteColumn(of: position.character, in: $0, encoding) }
        return (position.line, column)
    }

    /// The offset from the text's start that `position` means, after clamping.
    package func offset(of position: TextPosition, encoding: PositionEncoding) -> Int {
        let (line, column) = byteOffset(of: position, encoding: encoding)
        return startOffset(ofLine: line) + column
    }

    /// The position of a byte of `line`; of the line's end for one past it.
    package func position(ofByte byteColumn: Int, inLine line: Int, encoding: PositionEncoding) -> TextPosition {
        let character = withLine(line) { UnitCounting.units(in: $0, upTo: byteColumn, encoding) }
        return TextPosition(line: line, character: character)
    }

    /// The position of the byte at `offset` of the text.
    package func position(ofOffset offset: Int, encoding: PositionEncoding) -> TextPosition {
        let line = line(atOffset: offset)
        return position(ofByte: offset - startOffset(ofLine: line), inLine: line, encoding: encoding)
    }
}
