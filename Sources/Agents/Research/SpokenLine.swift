import Glibc
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
        var phrase = phrase
        return phrase.withUTF8 { phrase in
            bytes.withUnsafeBufferPointer { bytes in
                guard let line = bytes.baseAddress, let sought = phrase.baseAddress else { return bytes.count > 1 }
                var start = 0
                while start + phrase.count + 2 <= bytes.count {
                    if memcmp(line + start + 1, sought, phrase.count) == 0, line[start + 1 + phrase.count] == 0x20 {
                        return true
                    }
                    // The next word begins behind the next space.
                    guard let space = memchr(line + start + 1, 0x20, bytes.count - start - 1) else { return false }
                    start = UnsafeRawPointer(space) - UnsafeRawPointer(line)
                }
                return false
            }
        }
    }
}
