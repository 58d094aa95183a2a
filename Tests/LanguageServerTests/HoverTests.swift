import JSON
import TestSupport
import Testing

/// What hover says about words, and that it says nothing where there is nothing worth reading.
@Suite struct HoverTests {
    private static let python = """
        import os
        limit = 3


        def read(path, size=1):
            # open the path for more than limit
            for line in open(path):
                if len(line) > limit:
                    return line
            return os.stat(path), read(path, size=2)


        def other(line):
            text = 'class limit try'
            return line, text

        """

    private func hovers(_ text: String, _ languageID: String, at words: [(line: Int, word: String)]) throws -> [String?]
    {
        let server = try ServerProcess()
        try server.initialize(capabilities: ["textDocument": ["hover": ["contentFormat": ["markdown"]]]])
        try server.open("file:///w/a", languageID, text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let found = try words.enumerated().map { id, place -> String? in
            let line = lines[place.line - 1]
            let start = try #require(line.firstRange(of: place.word)?.lowerBound)
            let column = line.utf16.distance(from: line.startIndex, to: start)
            let answer = try server.request(
                id, "textDocument/hover",
                [
                    "textDocument": ["uri": "file:///w/a"],
                    "position": ["line": .integer(place.line - 1), "character": .integer(column)],
                ])
            return answer["result"]?["contents"]?["value"]?.string?.split(separator: "\n").first.map(String.init)
        }
        #expect(try server.shutDown() == 0)
        return found
    }

    @Test func `a name is explained by its definition, which holds at the place`() throws {
        let words = [(8, "limit"), (8, "line"), (9, "line"), (10, "os"), (10, "read"), (5, "read"), (15, "text")]
        #expect(
            try hovers(Self.python, "python", at: words) == [
                "`limit`: variable, defined on line 2; 4 mentions in this file.",
                "`line`: loop variable, defined on line 7; 5 mentions in this file.",
                "`line`: loop variable, defined on line 7; 5 mentions in this file.",
                "`os`: import, defined on line 1; 2 mentions in this file.",
                "`read`: function, defined on line 5; 2 mentions in this file.",
                "`read`: function, defined here; 2 mentions in this file.",
                "`text`: variable, defined on line 14; 2 mentions in this file.",
            ])
    }

    @Test func `nothing is said of what is not defined in the file, of members, and of prose`() throws {
        let words = [
            (7, "open"), (8, "len"), (10, "stat"), (10, "size"), (10, "path"), (15, "line"), (6, "limit"), (6, "for"),
            (14, "limit"), (14, "try"), (15, "return"),
        ]
        #expect(try hovers(Self.python, "python", at: words) == words.map { _ in nil })
    }

    @Test func `nothing is said of the words of a text`() throws {
        let text = "The class of customers, type of table and import of lists.\nCustomers = people; let lists be.\n"
        for languageID in ["markdown", "plaintext", "latex"] {
            let words = [(1, "customers"), (1, "table"), (1, "lists"), (2, "lists"), (2, "Customers")]
            #expect(try hovers(text, languageID, at: words) == words.map { _ in nil })
        }
    }

    @Test func `keywords of code are explained, the same words in comments are not`() throws {
        let text = "async function load() { await get() } // await the try\n"
        #expect(try hovers(text, "javascript", at: [(1, "await")]).first??.hasPrefix("**await**") == true)
        let comment = "// await the try\n"
        #expect(try hovers(comment, "javascript", at: [(1, "await"), (1, "try")]) == [nil, nil])
    }
}
