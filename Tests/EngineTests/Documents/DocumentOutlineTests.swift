import Engine
import Testing

@Suite struct DocumentOutlineTests {
    @Test func `headings hold what is below them, however their levels jump`() {
        let outline = DocumentOutline("### A\n\n- [x] one\n\n# B\n\n##### C\ntext\n\n## D\n\n\n")
        func shape(_ sections: [DocumentOutline.Section]) -> String {
            sections.map { "\($0.title)\($0.lines.lowerBound)-\($0.lines.upperBound)(\(shape($0.sections)))" }
                .joined(separator: " ")
        }
        #expect(shape(outline.sections) == "A0-2() B4-9(C6-7() D9-9())")
        let boxes = outline.sections[0].boxes
        #expect(boxes.map(\.text) == ["one"])
        #expect(boxes.map(\.isTicked) == [true])
        #expect(boxes.map(\.line) == [2])
    }

    @Test func `code holds no headings, and a block that nobody closed hides the rest`() {
        let outline = DocumentOutline("# A\r\n```\r\n# B\r\n- [ ] no\r\n```\r\n~~~\n# C")
        #expect(outline.sections.map(\.title) == ["A"])
        #expect(outline.sections[0].boxes.isEmpty)
        #expect(outline.blocks == [1...4])
    }

    @Test func `files and their lines are read from code and links, not from blocks of code`() {
        let references = DocumentReference.all(in: "see `b c.ts:7`, `x:y` and [t](d.md)\n```\n`f`\n```\n\\`no\\`")
        #expect(references.map(\.name) == ["b c.ts", "x:y", "d.md"])
        #expect(references.map(\.fileLine) == [7, nil, nil])
        #expect(references.map(\.columns) == [5..<13, 17..<20, 30..<34])
    }
}
