/// What the mentor says when the reviewer no longer finds a problem that somebody asked about.
package enum SolvedSentence {
    private static let start = "Gone: "

    package static func saying(_ title: String, in file: String) -> String {
        start + "“\(title)” in \(file). The reviewer looked again when you saved, and does not find it any more. "
            + "In one sentence: what made the difference?"
    }

    /// Whether an entry of a conversation is one.
    package static func isOne(_ text: String) -> Bool { text.hasPrefix(start) }

    /// Its first sentence.
    package static func short(_ text: String) -> String {
        text.firstRange(of: ". The reviewer").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }
}
