import JSON
import Review

/// Why a file does not parse: the first place where no reader of its language could go on.
struct SyntaxProblem: Error, Sendable, Hashable {
    /// Counted from 1.
    let line: Int
    let message: String
}

/// Whether a file can be parsed at all, told without a parser: by its brackets, texts, indentation, and by pieces that
/// cannot stand beside each other.
///
/// What it reports no parser takes; a file that it lets pass may still be refused by one.
enum SyntaxCheck {
    enum Verdict: Sendable, Hashable {
        /// Nothing was found that keeps it from being parsed.
        case parses
        case broken(SyntaxProblem)
        /// A language, a size or a template that is not looked into.
        case notChecked
    }

    /// Larger files are made by programs, and cost more than they are worth.
    private static let mostBytes = 4 << 20

    static func verdict(of text: String, language: Language, path: String) -> Verdict {
        let bytes = Array(text.utf8)
        guard bytes.count <= mostBytes else { return .notChecked }
        do throws(SyntaxStop) {
            switch language {
            case .python:
                try PythonSyntax.check(bytes)
            case .javascript, .javascriptReact, .typescriptReact:
                try ScriptSyntax.check(bytes, isTyped: language == .typescriptReact, hasElements: true)
            case .typescript:
                try ScriptSyntax.check(bytes, isTyped: true, hasElements: false)
            case .json:
                guard !path.hasSuffix(".json5") else { return .notChecked }
                try JSONSyntax.check(bytes, path: path)
            case .swift, .go, .css, .scss:
                var scan = BraceScan(bytes, language)
                try scan.check()
            case .yaml:
                return YAMLSyntax.verdict(of: text)
            case .html, .sql, .shell, .dockerfile, .plain, .java, .kotlin, .csharp, .rust, .php, .dart, .terraform,
                .astro, .ruby, .c, .cpp, .powershell:
                return .notChecked
            }
        } catch {
            guard case .problem(let problem) = error else { return .notChecked }
            return .broken(problem)
        }
        return .parses
    }
}

/// What ends the reading of a file.
enum SyntaxStop: Error {
    case problem(SyntaxProblem)
    /// Nested too deep, or something that is not understood well enough to judge.
    case givenUp
}

/// A piece of a program.
struct SyntaxToken: Sendable {
    enum Kind: Sendable { case name, number, text, sign, lineEnd, indent, dedent }

    let kind: Kind
    /// At most its first 15 bytes: enough for every keyword, and nothing to allocate.
    let text: String
    /// Counted from 1.
    let line: Int
    /// Whether it is the first on its line.
    var startsLine = false
    /// The innermost bracket around it; 0 for none.
    var bracket: UInt8 = 0

    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
    func isName(_ name: String) -> Bool { kind == .name && text == name }
    var isValue: Bool { kind == .number || kind == .text }
}

/// Brackets that are open.
struct OpenBrackets {
    private var open: [(byte: UInt8, line: Int)] = []

    var isEmpty: Bool { open.isEmpty }
    var count: Int { open.count }
    var innermost: UInt8 { open.last?.byte ?? 0 }

    mutating func push(_ byte: UInt8, line: Int) throws(SyntaxStop) {
        guard open.count < 1_000 else { throw .givenUp }
        open.append((byte, line))
    }

    mutating func close(_ byte: UInt8, line: Int) throws(SyntaxStop) {
        guard let last = open.popLast() else {
            throw .problem(
                SyntaxProblem(line: line, message: "nothing is open that this “\(Self.text(byte))” could close"))
        }
        guard Self.counterpart(of: last.byte) == byte else {
            throw .problem(
                SyntaxProblem(
                    line: line,
                    message: "“\(Self.text(byte))” cannot close the “\(Self.text(last.byte))” of line \(last.line)"))
        }
    }

    func end() throws(SyntaxStop) {
        guard let last = open.last else { return }
        throw .problem(SyntaxProblem(line: last.line, message: "the “\(Self.text(last.byte))” here is never closed"))
    }

    static func text(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }

    static func counterpart(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: UInt8(ascii: "}")
        }
    }
}

extension UInt8 {
    /// Part of an identifier; every byte outside of ASCII is.
    var isNamePart: Bool { isNameStart || isDigit }
    var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F || self >= 0x80 }
    var isDigit: Bool { self &- 0x30 < 10 }
}
