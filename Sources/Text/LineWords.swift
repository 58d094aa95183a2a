/// A 64-bit word for each line of a document, which moves with its line.
///
/// Not generic over what the word means: generic code is not specialised across modules, and reading a line's word is
/// in the path of every keystroke.
package struct LineWords: Sendable {
    private var words: GapArray<UInt64>

    package init(repeating word: UInt64, count: Int) {
        words = GapArray([UInt64](repeating: word, count: count))
    }

    package var count: Int { words.count }

    package subscript(line: Int) -> UInt64 {
        get { words[line] }
        set { words[line] = newValue }
    }

    /// Calls `body` with the words of some lines, side by side.
    package func visit(_ lines: Range<Int>, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
        words.withElements(lines, body)
    }

    /// Replaces the words of some lines.
    ///
    /// - Complexity: O(lines replaced and inserted + distance to the last edit)
    package mutating func replace(_ lines: Range<Int>, with new: [UInt64]) {
        words.replace(lines, with: new)
    }
}
