/// A kind of file that holds code of other languages, told by the file's name.
enum CodeHost: Sendable {
    /// Blocks between fences, each in the language that its fence names.
    case markdown
    /// Recipes, which a shell runs.
    case makefile
    /// Cells of a Jupyter notebook, a line of JSON for each of theirs.
    case notebook

    /// What a line starts in, in a meaning of each kind's own.
    typealias State = UInt32

    /// A line's code.
    struct Code {
        var language: Language
        var text: [UInt8]
    }

    static let initial: State = 0

    init?(path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) }
        switch ending {
        case "md", "markdown", "mdx", "mkd", "mdc": self = .markdown
        case "ipynb": self = .notebook
        case "mk", "mak", "make": self = .makefile
        default:
            guard ["makefile", "gnumakefile", "bsdmakefile"].contains(name) || name.hasPrefix("makefile.") else {
                return nil
            }
            self = .makefile
        }
    }

    /// Whether the text of code is not the file's own, so that an edit of it would be none of the file.
    var changesText: Bool { self != .markdown }

    /// The code on a line, and what the next line starts in.
    func code(in line: UnsafeBufferPointer<UInt8>, _ state: State) -> (Code?, State) {
        guard line.count <= LineLexer.longestLine else { return (nil, state) }
        return switch self {
        case .markdown: MarkdownFence.code(in: line, state)
        case .makefile: MakeRecipe.code(in: line, state)
        case .notebook: NotebookLine.code(in: line, state)
        }
    }

    /// The column in the file's line of a byte of the code that it holds.
    func column(ofCodeByte byte: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
        switch self {
        case .markdown: byte
        case .makefile: MakeRecipe.column(ofCodeByte: byte, in: line)
        case .notebook: NotebookLine.column(ofCodeByte: byte, in: line)
        }
    }
}

/// Fenced blocks of Markdown.
///
/// Spec: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
private enum MarkdownFence {
    /// A state in a block: this, the fence's sign, how deep in quotes it stands, its length, and the language's number
    /// and one, 0 for none that is known.
    private static let inside: CodeHost.State = 1 << 30
    private static let tilde: CodeHost.State = 1 << 29

    static func code(
        in line: UnsafeBufferPointer<UInt8>, _ state: CodeHost.State
    ) -> (CodeHost.Code?, CodeHost.State) {
        guard state & inside != 0 else {
            let quote = quote(of: line, deepest: deepestQuote)
            guard let fence = fence(at: line, from: quote.end) else { return (nil, state) }
            return (nil, opening(fence, line) | CodeHost.State(quote.depth) << 24)
        }
        let depth = Int(state >> 24) & deepestQuote
        let quote = quote(of: line, deepest: depth)
        // A block ends with the quote that it is in.
        guard quote.depth == depth else { return code(in: line, CodeHost.initial) }
        let length = Int(state >> 16 & 0xFF)
        if let fence = fence(at: line, from: quote.end),
            fence.sign == (state & tilde != 0 ? UInt8(ascii: "~") : UInt8(ascii: "`")),
            fence.length >= length,
            line[fence.end...].allSatisfy({ $0.isSpace })
        {
            return (nil, CodeHost.initial)
        }
        let number = Int(state & 0xFFFF)
        guard number > 0, quote.end < line.count else { return (nil, state) }
        var text = Array(line)
        for index in 0..<quote.end { text[index] = UInt8(ascii: " ") }
        return (CodeHost.Code(language: Language.allCases[number - 1], text: text), state)
    }

    private static let deepestQuote = 15

    /// How many signs of a quote a line starts with, and where they end.
    private static func quote(
        of line: UnsafeBufferPointer<UInt8>, deepest: Int
    ) -> (depth: Int, end: Int) {
        var quote = (depth: 0, end: 0)
        while quote.depth < deepest {
            var at = quote.end
            while at < line.count, line[at] == UInt8(ascii: " ") { at += 1 }
            guard at < line.count, line[at] == UInt8(ascii: ">") else { break }
            quote = (quote.depth + 1, at + 1)
        }
        return quote
    }

    /// The fence that a line starts with: three of its signs or more, after white space.
    private static func fence(
        at line: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (sign: UInt8, length: Int, end: Int)? {
        var at = start
        while at < line.count, line[at].isSpace { at += 1 }
        guard at < line.count, line[at] == UInt8(ascii: "`") || line[at] == UInt8(ascii: "~") else { return nil }
        let (sign, first) = (line[at], at)
        while at < line.count, line[at] == sign { at += 1 }
        guard at - first >= 3 else { return nil }
        // Inline code may have as many backticks.
        if sign == UInt8(ascii: "`"), line[at...].contains(sign) { return nil }
        return (sign, min(at - first, 255), at)
    }

    private static func opening(
        _ fence: (sign: UInt8, length: Int, end: Int), _ line: UnsafeBufferPointer<UInt8>
    ) -> CodeHost.State {
        var at = fence.end
        while at < line.count, line[at].isSpace || line[at] == UInt8(ascii: "{") || line[at] == UInt8(ascii: ".") {
            at += 1
        }
        let start = at
        while at < line.count, line[at].isAlphanumeric || "#+-".utf8.contains(line[at]) { at += 1 }
        let language = Language(languageID: String(decoding: line[start..<at], as: UTF8.self))
        let number = language == .plain ? 0 : CodeHost.State(language.number + 1)
        return inside | (fence.sign == UInt8(ascii: "~") ? tilde : 0) | CodeHost.State(fence.length) << 16 | number
    }
}

/// Recipes of a makefile: lines that start with a tab, and what such a line ends in a backslash for.
private enum MakeRecipe {
    private static let goesOn: CodeHost.State = 1

    static func code(
        in line: UnsafeBufferPointer<UInt8>, _ state: CodeHost.State
    ) -> (CodeHost.Code?, CodeHost.State) {
        guard let first = line.first, first == 0x09 || state == goesOn else { return (nil, CodeHost.initial) }
        var text = Array(line)
        var at = 0
        while at < text.count, text[at].isSpace || "@-+".utf8.contains(text[at]) {
            if state == goesOn, !text[at].isSpace { break }
            if !text[at].isSpace { text[at] = 0x20 }
            at += 1
        }
        bracesForBrackets(in: &text)
        let after = text.last == UInt8(ascii: "\\") ? goesOn : CodeHost.initial
        return (CodeHost.Code(language: .shell, text: withoutDoubles(text)), after)
    }

    /// What make hands on of a text: it writes a dollar sign twice.
    private static func withoutDoubles(_ text: [UInt8]) -> [UInt8] {
        var (short, at) = ([UInt8](), 0)
        short.reserveCapacity(text.count)
        while at < text.count {
            short.append(text[at])
            at += isDouble(at, text) ? 2 : 1
        }
        return short
    }

    private static func isDouble(_ at: Int, _ text: some RandomAccessCollection<UInt8>) -> Bool {
        let first = text.index(text.startIndex, offsetBy: at)
        let second = text.index(after: first)
        return text[first] == UInt8(ascii: "$") && second < text.endIndex && text[second] == UInt8(ascii: "$")
    }

    static func column(ofCodeByte byte: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
        var (count, at) = (0, 0)
        while count < byte, at < line.count {
            at += isDouble(at, line) ? 2 : 1
            count += 1
        }
        return at
    }

    /// A variable of make is what `${…}` is to the shell, where `$(…)` would be a command.
    private static func bracesForBrackets(in text: inout [UInt8]) {
        var at = 0
        while at + 2 < text.count {
            defer { at += 1 }
            guard text[at] == UInt8(ascii: "$"), text[at + 1] == UInt8(ascii: "(") else { continue }
            var end = at + 2
            while end < text.count, text[end].isWord || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
            {
                end += 1
            }
            guard end < text.count, end > at + 2, text[end] == UInt8(ascii: ")") else { continue }
            if at > 0, text[at - 1] == UInt8(ascii: "$") { continue }
            (text[at + 1], text[end]) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
            at = end
        }
    }
}

/// The lines of a notebook's code cells, as Jupyter writes them: one JSON string a line of code.
///
/// Spec: https://nbformat.readthedocs.io/en/latest/format_description.html
enum NotebookLine {
    private static let inCodeCell: CodeHost.State = 1
    private static let inOtherCell: CodeHost.State = 2
    static let atSource: CodeHost.State = 3
    private static let inPython: CodeHost.State = 4
    private static let inShell: CodeHost.State = 5
    private static let inUnknown: CodeHost.State = 6

    static func code(
        in line: UnsafeBufferPointer<UInt8>, _ state: CodeHost.State
    ) -> (CodeHost.Code?, CodeHost.State) {
        var at = 0
        while at < line.count, line[at].isSpace { at += 1 }
        let rest = line[at...]
        if state >= atSource {
            if rest.first == UInt8(ascii: "]") { return (nil, inCodeCell) }
            return rest.first == UInt8(ascii: "\"") ? source(line, state) : (nil, state)
        }
        if rest.starts(with: "\"cell_type\"".utf8) {
            return (nil, rest.dropFirst(11).contains(sequence: "\"code\"".utf8) ? inCodeCell : inOtherCell)
        }
        let opensSource = rest.starts(with: "\"source\"".utf8) && line.last { !$0.isSpace } == UInt8(ascii: "[")
        return (nil, state == inCodeCell && opensSource ? atSource : state)
    }

    private static func source(
        _ line: UnsafeBufferPointer<UInt8>, _ state: CodeHost.State
    ) -> (CodeHost.Code?, CodeHost.State) {
        var text: [UInt8] = []
        JSONLine(line).forEach { byte, _ in text.append(byte) }
        return code(text, state)
    }

    /// What a line of a cell is, and what the next one starts in; a cell begins in `atSource`.
    static func code(_ text: [UInt8], _ state: CodeHost.State) -> (CodeHost.Code?, CodeHost.State) {
        var text = text
        var state = state
        if state == atSource {
            if text.starts(with: "%%".utf8) {
                let isShell = ["bash", "sh", "shell", "script bash", "script sh", "system", "!"].contains {
                    text.dropFirst(2).starts(with: $0.utf8)
                }
                let isPython = ["time", "timeit", "capture", "python", "prun"].contains {
                    text.dropFirst(2).starts(with: $0.utf8)
                }
                return (nil, isShell ? inShell : isPython ? inPython : inUnknown)
            }
            state = inPython
        }
        if state == inUnknown || text.isEmpty { return (nil, state) }
        if state == inShell { return (CodeHost.Code(language: .shell, text: text), state) }
        let first = text.firstIndex { !$0.isSpace } ?? 0
        switch text[first] {
        case UInt8(ascii: "%"): return (nil, state)
        case UInt8(ascii: "!"):
            text[first] = 0x20
            return (CodeHost.Code(language: .shell, text: text), state)
        default: return (CodeHost.Code(language: .python, text: text), state)
        }
    }

    static func column(ofCodeByte byte: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
        var (count, column) = (0, line.count)
        let end = JSONLine(line).forEach { _, at in
            if count == byte { column = at }
            count += 1
        }
        return byte < count ? column : end
    }
}

/// The string on a line of JSON, without the line end that it closes with.
struct JSONLine {
    private let line: UnsafeBufferPointer<UInt8>
    private let isInside: Bool

    /// `isInside` says that the line is what stands between the quotes.
    init(_ line: UnsafeBufferPointer<UInt8>, isInside: Bool = false) {
        (self.line, self.isInside) = (line, isInside)
    }

    /// Calls `body` with each byte that the string stands for and the column of what stands for it.
    ///
    /// - Returns: the column after the last of them
    @discardableResult
    func forEach(lineEnd: UInt8 = 0x20, _ body: (UInt8, Int) -> Void) -> Int {
        var at = 0
        if !isInside {
            guard let quote = line.firstIndex(of: UInt8(ascii: "\"")) else { return 0 }
            at = quote + 1
        }
        while at < line.count, line[at] != UInt8(ascii: "\"") {
            let start = at
            guard line[at] == UInt8(ascii: "\\"), at + 1 < line.count else {
                body(line[at], start)
                at += 1
                continue
            }
            at += 2
            switch line[start + 1] {
            case UInt8(ascii: "n"):
                if at < line.count, line[at] == UInt8(ascii: "\"") { return start }
                body(lineEnd, start)
            case UInt8(ascii: "t"): body(0x09, start)
            case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): body(0x20, start)
            case UInt8(ascii: "u"):
                let digits = line[at..<min(line.count, at + 4)]
                let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
                at += digits.count
                for byte in String(scalar ?? "\u{FFFD}").utf8 { body(byte < 0x20 ? 0x20 : byte, start) }
            default: body(line[start + 1], start)
            }
        }
        return at
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate func contains(sequence: some Collection<UInt8>) -> Bool {
        indices.contains { self[$0...].starts(with: sequence) }
    }
}
