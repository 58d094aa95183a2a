/// The headings of a Markdown document as a tree, with the boxes that stand below each, and its blocks of code.
package struct DocumentOutline: Hashable, Sendable {
    /// A heading and all that belongs to it.
    package struct Section: Hashable, Sendable {
        package var title: String
        /// From the heading to the last line with something on it, 0-based.
        package var lines: ClosedRange<Int>
        package var boxes: [Box]
        package var sections: [Section]
    }

    /// A box that a person ticks: `- [ ] text`.
    package struct Box: Hashable, Sendable {
        package var text: String
        package var isTicked: Bool
        /// 0-based.
        package var line: Int
    }

    package private(set) var sections: [Section] = []
    /// Blocks of code with their fences, by their 0-based lines.
    package private(set) var blocks: [ClosedRange<Int>] = []

    /// Reads a text; what stands in a block of code is neither heading nor box.
    package init(_ text: String) {
        let lines = MarkdownLines(text)
        var headings: [(level: Int, title: String, line: Int)] = []
        var boxes: [Box] = []
        var fence: Int?
        for line in lines.lines.indices {
            if lines.isFence(line) {
                if let start = fence { blocks.append(start...line) }
                fence = fence == nil ? line : nil
            } else if fence == nil {
                if let heading = lines.heading(at: line) {
                    headings.append((heading.level, heading.title, line))
                } else if let box = lines.checkbox(at: line) {
                    boxes.append(Box(text: box.text, isTicked: box.isTicked, line: line))
                }
            }
        }
        /// The sections of some headings, of which the first is of the highest level; they end before line `end`.
        func tree(_ headings: ArraySlice<(level: Int, title: String, line: Int)>, until end: Int) -> [Section] {
            var sections: [Section] = []
            var rest = headings
            while let first = rest.popFirst() {
                let inner = rest.prefix { $0.level > first.level }
                rest = rest.dropFirst(inner.count)
                let next = rest.first?.line ?? end
                let ownEnd = inner.first?.line ?? next
                let last = (first.line..<next).last { !lines.trimmed($0).isEmpty } ?? first.line
                sections.append(
                    Section(
                        title: first.title, lines: first.line...last,
                        boxes: boxes.filter { (first.line..<ownEnd).contains($0.line) },
                        sections: tree(inner, until: next)))
            }
            return sections
        }
        sections = tree(headings[...], until: lines.lines.count)
    }
}
