/// Boxes that a person ticked or cleared in a document, of things that its new rendering does not have any more.
///
/// A mark belongs to the words behind it: joined word by word it would go to whatever stands in that place now, or be
/// left alone without a word.
struct StrayTicks {
    /// What the person has, without these marks.
    private(set) var mine: [UInt8]
    /// The lines that were ticked, as they were.
    private var ticked: [[UInt8]] = []

    private static let heading = Array("## Ticked before, not part of this any more".utf8)

    init(base: [UInt8], mine: [UInt8], theirs: [UInt8]) {
        self.mine = mine
        let now = Set(TextPieces.lines(theirs).compactMap { Box($0)?.words })
        // The same words may stand in several places: the first are those of the first.
        var before: [ArraySlice<UInt8>: ArraySlice<Bool>] = [:]
        for line in TextPieces.lines(base) {
            if let box = Box(line) { before[box.words, default: []].append(box.isTicked) }
        }
        guard !before.isEmpty else { return }
        self.mine = TextPieces.lines(mine).flatMap { line -> [UInt8] in
            guard let box = Box(line), let wasTicked = before[box.words]?.popFirst(), wasTicked != box.isTicked else {
                return Array(line)
            }
            // However it was ticked, a rendering that ticks it as well says the same.
            guard !now.contains(box.words) else { return box.line(isTicked: box.isTicked) }
            if box.isTicked { ticked.append(Array(line)) }
            return box.line(isTicked: wasTicked)
        }
    }

    /// A text with what was ticked, below a heading of its own at the end.
    func added(to text: [UInt8]) -> [UInt8] {
        let lines = TextPieces.lines(text)
        let new = ticked.filter { line in !lines.contains { $0.elementsEqual(line) } }
        guard !new.isEmpty else { return text }
        let end: [UInt8] = ticked[0].suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
        var text = text
        if text.last.map({ $0 != 0x0A && $0 != 0x0D }) == true { text += end }
        let last = lines.last { $0.starts(with: Array("## ".utf8)) }
        if last?.starts(with: Self.heading) != true { text += end + Self.heading + end + end }
        return text + new.joined()
    }

    /// A line such as `- [x] words`; people also write `[X]` and `[✓]`.
    private struct Box {
        let isTicked: Bool
        let words: ArraySlice<UInt8>
        private let before: ArraySlice<UInt8>
        private static let ticks = ["x", "X", "✓", "✔"].map { Array($0.utf8) }

        init?(_ line: ArraySlice<UInt8>) {
            let content = line.drop { $0 == 0x20 || $0 == 0x09 }
            let mark = content.dropFirst(3).prefix { $0 != UInt8(ascii: "]") }
            guard content.starts(with: Array("- [".utf8)), mark.endIndex + 1 < content.endIndex, !mark.isEmpty,
                mark.elementsEqual([0x20]) || Self.ticks.contains(where: mark.elementsEqual)
            else { return nil }
            isTicked = !mark.elementsEqual([0x20])
            before = line[..<mark.startIndex]
            words = content[(mark.endIndex + 1)...]
        }

        /// The line with the usual mark.
        func line(isTicked: Bool) -> [UInt8] {
            before + [isTicked ? UInt8(ascii: "x") : 0x20, UInt8(ascii: "]")] + words
        }
    }
}
