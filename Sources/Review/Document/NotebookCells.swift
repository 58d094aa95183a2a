internal import Text

/// The code cells of a notebook, read as the JSON that it is: for one that is not laid out as Jupyter does it, such as one
/// on a single line.
///
/// Spec: https://nbformat.readthedocs.io/en/latest/format_description.html
struct NotebookCells: Sendable {
    /// The lines of all cells, one below the other.
    private(set) var lines: [Line] = []
    /// Where each line of the file begins.
    private let starts: [Int]

    /// A line of code: what it says, and where in the file each of its bytes stands, and its end.
    struct Line: Sendable {
        var text: [UInt8] = []
        var places: [Int] = []
        /// Whether a cell begins with it.
        var opensCell = false
    }

    init(_ bytes: [UInt8]) {
        var starts = [0]
        for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
        self.starts = starts
        var scan = JSONCellScan(bytes)
        for sources in scan.cells() { add(sources, bytes) }
    }

    /// Where a range of the code stands in the file.
    func place(of range: ByteRange) -> ByteRange {
        let (start, end) = (place(range.startLine, range.startByte), place(range.endLine, range.endByte))
        return ByteRange(startLine: start.line, startByte: start.byte, endLine: end.line, endByte: end.byte)
    }

    private func place(_ line: Int, _ byte: Int) -> (line: Int, byte: Int) {
        guard lines.indices.contains(line), let last = lines[line].places.last else { return (0, 0) }
        let offset = lines[line].places.indices.contains(byte) ? lines[line].places[byte] : last
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low, offset - starts[low])
    }

    private mutating func add(_ sources: [Range<Int>], _ bytes: [UInt8]) {
        lines.append(Line(opensCell: true))
        for source in sources {
            _ = bytes[source].withUnsafeBufferPointer { text in
                JSONLine(text, isInside: true).forEach(lineEnd: 0x0A) { byte, place in
                    if byte == 0x0A {
                        lines[lines.count - 1].places.append(source.lowerBound + place)
                        lines.append(Line())
                    } else {
                        lines[lines.count - 1].text.append(byte)
                        lines[lines.count - 1].places.append(source.lowerBound + place)
                    }
                }
            }
            // Each of several texts is a line, whether its end is written or not.
            if sources.count > 1, lines[lines.count - 1].text.isEmpty == false {
                lines[lines.count - 1].places.append(source.upperBound)
                lines.append(Line())
            }
        }
        if let end = sources.last?.upperBound { lines[lines.count - 1].places.append(end) }
    }
}

/// Finds the code cells in JSON, of whatever layout, without building anything of the rest.
private struct JSONCellScan {
    private let bytes: [UInt8]
    private var at = 0

    /// An object or a list that is open.
    private struct Frame {
        let isObject: Bool
        /// The member whose value comes.
        var key: [UInt8]?
        var isCode = false
        var sources: [Range<Int>] = []
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The strings of the source of each code cell.
    mutating func cells() -> [[Range<Int>]] {
        var (open, cells): ([Frame], [[Range<Int>]]) = ([], [])
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(Frame(isObject: bytes[at] == UInt8(ascii: "{")))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if let last = open.popLast(), last.isCode, !last.sources.isEmpty { cells.append(last.sources) }
                if let top = open.indices.last, open[top].isObject { open[top].key = nil }
            case UInt8(ascii: ","):
                if let top = open.indices.last, open[top].isObject { open[top].key = nil }
            case UInt8(ascii: "\""): take(string(), &open)
            default: break
            }
            at += 1
        }
        return cells
    }

    /// The inside of the string that begins here; its closing quote is where the scan stands then.
    private mutating func string() -> Range<Int> {
        let start = at + 1
        at = start
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        at = min(at, bytes.count)
        return start..<max(start, at)
    }

    private func take(_ text: Range<Int>, _ open: inout [Frame]) {
        guard let top = open.indices.last else { return }
        if open[top].isObject {
            guard let key = open[top].key else { return open[top].key = Array(bytes[text]) }
            if key == Array("cell_type".utf8) { open[top].isCode = bytes[text].elementsEqual("code".utf8) }
            if key == Array("source".utf8) { open[top].sources = [text] }
        } else if top > 0, open[top - 1].isObject, open[top - 1].key == Array("source".utf8) {
            open[top - 1].sources.append(text)
        }
    }
}
