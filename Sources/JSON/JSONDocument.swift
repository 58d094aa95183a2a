/// A parsed text: a tape over its bytes, from which values are read when they are asked for.
///
/// Parsing checks the whole text (grammar, UTF-8, limits) and copies nothing; a value that nobody reads costs nothing.
package struct JSONDocument: Sendable {
    let tape: Tape

    /// Parses `bytes`.
    /// - Throws: `JSONError` for anything that is not one JSON value in `dialect`, and beyond `limits`.
    /// - Complexity: O(*n*), no recursion.
    package init(
        parsing bytes: [UInt8], limits: JSONLimits = .message, dialect: JSONDialect = .rfc8259
    ) throws(JSONError) {
        let entries = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            guard buffer.count <= limits.maxBytes else {
                throw JSONError(
                    JSONFailure(kind: .tooLarge, offset: limits.maxBytes),
                    in: UnsafeBufferPointer(rebasing: buffer[..<0]))
            }
            var parser = TapeParser(buffer, maxDepth: limits.maxDepth, dialect: dialect)
            do throws(JSONFailure) {
                try parser.parse()
            } catch {
                throw JSONError(error, in: buffer)
            }
            return parser.entries
        }
        tape = Tape(bytes: bytes, entries: entries, dialect: dialect)
    }

    /// The text's one value.
    package var root: JSONNode { JSONNode(tape: tape, index: 0) }
}
