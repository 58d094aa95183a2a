import Models
import Review
import Testing

@testable import Mentoring

/// Which concepts are recognised in code, and what is said of them.
@Suite struct ConceptTests {
    private func document(_ text: String, _ language: Language) -> ReviewedDocument {
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: nil)
        document.review()
        return document
    }

    /// The concept on which the first mention of a word in the text stands.
    private func concept(at word: String, in text: String, _ language: Language) -> FoundConcept? {
        let document = document(text, language)
        for (line, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let found = content.utf8.firstRange(of: word.utf8) else { continue }
            let byte = content.utf8.distance(from: content.utf8.startIndex, to: found.lowerBound)
            let place = CodePlace(line: line, of: document, isQuotable: true)
            return FoundConcept(at: byte, in: place, language: language)
        }
        return nil
    }

    @Test func `there are at least 150 concepts, each with words of its own`() {
        #expect(Concept.all.count >= 150)
        #expect(Set(Concept.all.map(\.id)).count == Concept.all.count)
        #expect(Set(Concept.all.map(\.question)).count > 140)
        for concept in Concept.all {
            #expect(!concept.patterns.isEmpty && concept.patterns.allSatisfy { !$0.hot.isEmpty }, "\(concept.id)")
            #expect(concept.documentation.hasPrefix("https://"), "\(concept.id)")
            #expect(concept.topic.id != "general", "\(concept.id)")
            #expect(concept.question.hasSuffix("?") || concept.question.contains("? "), "\(concept.id)")
        }
    }

    @Test func `every name in a question is one that each pattern takes in`() {
        for concept in Concept.all {
            let asked = concept.question.split { !($0.isLetter || $0 == "$") }.filter {
                $0.hasPrefix("$") && $0 != "$word"
            }
            for name in asked {
                let isTaken = concept.patterns.allSatisfy { pattern in
                    pattern.elements.contains { element in
                        if case .any(let own) = element { own == name } else { false }
                    }
                }
                #expect(isTaken, "\(concept.id) asks about \(name), which one of its patterns does not take in")
            }
        }
    }

    @Test(arguments: [
        ("useEffect", "useEffect(() => { load(id) }, [])", Language.typescriptReact, "react/use-effect"),
        ("await", "const user = await fetchUser(id)", .javascript, "js/await"),
        ("==", "if (count == limit) stop()", .javascript, "js/loose-equality"),
        ("map", "const names = people.map(p => p.name)", .typescript, "js/map"),
        ("any", "function read(data: any) {}", .typescript, "ts/any"),
        ("except", "try:\n    run()\nexcept ValueError:\n    pass", .python, "py/except"),
        ("append", "rows.append(row)", .python, "py/append"),
        ("range", "for i in range(len(rows)):", .python, "py/range"),
        ("SELECT", "SELECT * FROM people WHERE id = 1", .sql, "sql/select-star"),
        ("JOIN", "SELECT p.name FROM people p JOIN jobs ON jobs.id = p.job", .sql, "sql/join"),
        ("form", "<form action=\"/send\"></form>", .html, "html/form"),
        ("z-index", ".menu { z-index: 10; }", .css, "css/z-index"),
        ("rebase", "git rebase main", .shell, "git/rebase"),
        ("defer", "func run() {\n    defer file.Close()\n}", .go, "go/defer"),
        ("guard", "func run() {\n    guard let user else { return }\n}", .swift, "swift/guard"),
    ])
    func `a concept is recognised where it stands in code`(
        word: String, text: String, language: Language, id: String
    ) {
        #expect(concept(at: word, in: text, language)?.concept.id == id)
    }

    @Test(arguments: [
        ("await", "// await the answer of useEffect ( here", Language.javascript),
        ("useEffect", "const text = \"call useEffect ( first\"", .javascriptReact),
        ("except", "# try : and except ValueError :", .python),
        ("append", "text = 'rows.append(row)'", .python),
        ("JOIN", "-- JOIN people", .sql),
        ("z-index", "/* z-index: 10 */", .css),
        ("map", "const map = new Map(); show(map)", .javascript),
        ("any", "const any = 3", .typescript),
        ("form", "form = load()", .python),
    ])
    func `nothing is recognised in comments and texts, and in words of another meaning`(
        word: String, text: String, language: Language
    ) {
        #expect(concept(at: word, in: text, language) == nil)
    }

    @Test func `a hint names what stands in the code, and other code gets another sentence`() throws {
        let one = try #require(
            concept(at: "await", in: "async function load(id) {\n  const user = await fetchUser(id)\n}", .javascript))
        let other = try #require(
            concept(at: "await", in: "async function save(row) {\n  const done = await store(row)\n}", .javascript))
        for rung in HintRung.allCases {
            for level in SkillLevel.allCases {
                let hint = one.hint(rung, level: level)
                #expect(hint.contains("`const user = await fetchUser(id)`") && hint.contains("`load`"))
                #expect(hint != other.hint(rung, level: level))
            }
        }
        let questions = Set(SkillLevel.allCases.map { one.hint(.question, level: $0) })
        #expect(questions.count == 3)
    }

    @Test func `a line that may not be quoted is named and not shown`() throws {
        let document = document("const token = await fetchToken(\"sk-1\")", .javascript)
        let place = CodePlace(line: 0, of: document, isQuotable: false)
        let found = try #require(FoundConcept(at: 14, in: place, language: .javascript))
        for rung in HintRung.allCases {
            let hint = found.hint(rung, level: .beginner)
            #expect(hint.contains("line 1") && !hint.contains("sk-1") && !hint.contains("fetchToken(\""))
        }
    }
}
