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
            guard let box = Box(line), !now.contains(box.words) else { continue }
            before[box.words, default: []].append(box.isTicked)
        }
        guard !before.isEmpty else { return }
        self.mine = TextPieces.lines(mine).flatMap { line -> [UInt8] in
            guard let box = Box(line), let wasTicked = before[box.words]?.popFirst(), wasTicked != box.isTicked else {
                return Array(line)
            }
            if box.isTicked { ticked.append(Array(line)) }
            var line = Array(line)
            line[box.mark - box.start] = wasTicked ? UInt8(ascii: "x") : 0x20
            return line
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

    /// A line such as `- [x] words`.
    private struct Box {
        let isTicked: Bool
        let words: ArraySlice<UInt8>
        let start: Int
        let mark: Int

        init?(_ line: ArraySlice<UInt8>) {
            let content = line.drop { $0 == 0x20 || $0 == 0x09 }
            let place = content.startIndex
            guard content.count > 5, content[place..<place + 3].elementsEqual(Array("- [".utf8)),
                content[place + 4] == UInt8(ascii: "]"), [0x20, 0x58, 0x78].contains(content[place + 3])
            else { return nil }
            isTicked = content[place + 3] != 0x20
            start = line.startIndex
            mark = place + 3
            words = content[(place + 5)...]
        }
    }
}
