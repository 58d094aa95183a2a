import Testing

@testable import Agents

/// Quotes and numbers as models write them, and the lines that they mean.
@Suite struct QuotePlacingTests {
    private static let text = """
        import os

        def load(path):
            with open(path) as file:
                return file.read()

        def save(path, text):
            with open(path, "w") as file:
                file.write(text)
            return None

        def both(path):
            save(path, load(path))
            return None
        """

    struct Case: Sendable {
        let quote: String
        let number: Int?
        /// From 0; nil where the evidence is too weak.
        let line: Int?
    }

    @Test(arguments: [
        Case(quote: "    with open(path) as file:", number: 4, line: 3),
        // The number is wrong, the quote is not.
        Case(quote: "with open(path) as file:", number: 11, line: 3),
        Case(quote: "with open( path ) as file :", number: nil, line: 3),
        Case(quote: "open(path, \"w\")", number: 2, line: 7),
        // Two lines are alike: the number decides, or nothing does.
        Case(quote: "return None", number: 14, line: 13),
        Case(quote: "return None", number: 9, line: 9),
        Case(quote: "return None", number: nil, line: nil),
        // The line after it tells them apart.
        Case(quote: "file.write(text)\nreturn None", number: nil, line: 8),
        Case(quote: "os.remove(path)", number: 4, line: nil),
        Case(quote: "path", number: 3, line: nil),
        Case(quote: "", number: 3, line: nil),
        Case(quote: "}", number: 1, line: nil),
    ])
    func `a quote is found, and never on a line that was made up`(item: Case) {
        #expect(QuotePlacing(Self.text).place(item.quote, number: item.number)?.line == item.line, "\(item)")
    }
}
