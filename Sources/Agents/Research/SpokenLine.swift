import Patterns

/// A text's words in a row, in which phrases are looked for.
struct SpokenLine: Sendable {
    /// The words in lower case, a space before and after each.
    private let bytes: [UInt8]

    init(_ text: String) { self.init(words: Words.split(text, limit: IdeaReading.longestRead)) }

    init(words: [String]) {
        bytes = Array((" " + words.joined(separator: " ") + " ").utf8)
    }

    /// Whether the words of a phrase, which are parted by single spaces, follow each other in the line.
    func says(_ phrase: String) -> Bool {
        let phrase = Array(phrase.utf8)
        let space = UInt8(ascii: " ")
        var start = 0
        while start + phrase.count + 2 <= bytes.count {
            let end = start + 1 + phrase.count
            if bytes[start] == space, bytes[end] == space, bytes[start + 1..<end].elementsEqual(phrase) { return true }
            start += 1
        }
        return false
    }
}
