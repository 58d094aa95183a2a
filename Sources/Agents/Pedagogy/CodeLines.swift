import Patterns
import Review

/// A student's code by lines, with comments and the insides of strings blanked out, and its functions.
///
/// Made for short code that may not parse; nothing here fails.
struct CodeLines: Sendable {
    struct Function: Sendable {
        let name: String
        /// Where it begins, counted from 0.
        let line: Int
        let body: Range<Int>

        /// Its head and its body.
        var whole: ClosedRange<Int> { line...max(line, body.upperBound - 1) }
    }

    /// As they were written.
    let written: [String]
    /// With blanks for comments and for what stands in strings.
    private(set) var code: [String]
    let isPython: Bool
    let language: Language
    private(set) var functions: [Function] = []
    /// How many lines there are, as an editor counts them.
    let total: Int

    /// Beyond these, a question is not about one line.
    private static let mostLines = 2_000

    private let unquoted: Set<Int>

    /// Reads code; `unquoted` are lines that are named and not shown.
    init(_ text: String, language: Language, unquoted: Set<Int> = []) {
        self.unquoted = unquoted
        self.language = language
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        total = max(1, all.count - (all.last?.isEmpty == true ? 1 : 0))
        written = all.prefix(all.prefix(while: \.isEmpty).count + Self.mostLines).map(String.init)
        let looksLikePython = written.contains { line in
            let start = line.trimmingSpaces
            return start.hasPrefix("def ") && start.contains("(") || start.hasPrefix("elif ")
        }
        isPython = language == .python || language == .plain && looksLikePython
        let comment: [Character] =
            isPython || language == .shell || language == .yaml ? ["#"] : language == .sql ? ["-", "-"] : ["/", "/"]
        code = Self.blanked(written, lineComment: language == .html || language == .css ? [] : comment)
        functions = code.indices.compactMap { declaration(at: $0) }
    }

    /// The same with blank lines for all others.
    func showing(only lines: ClosedRange<Int>) -> CodeLines {
        var part = self
        for index in code.indices where !lines.contains(index) { part.code[index] = "" }
        part.functions = functions.filter { lines.contains($0.line) }
        return part
    }

    var isEmpty: Bool { code.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    /// "line 3, `return n`".
    func spot(_ line: Int) -> String {
        let isShown = written.indices.contains(line) && !unquoted.contains(line)
        let text = isShown ? Clip.text(IdeaReading.oneLine(written[line]), 160) : ""
        return "line \(line + 1)" + (text.isEmpty ? "" : ", `\(text)`")
    }

    /// Whether what stands on a line may be quoted.
    func isQuotable(_ line: Int) -> Bool { code.indices.contains(line) && !unquoted.contains(line) }

    func indentation(_ line: Int) -> Int { code[line].prefix(while: \.isWhitespace).count }

    /// The function around a line, the innermost.
    func function(around line: Int) -> Function? { functions.last { $0.body.contains(line) } }

    // MARK: The line that matters

    /// Which line a question is about: the one that it numbers, one that it names, or that has most to do with its subject,
    /// else the one that decides most; never a blank line, a comment or an import where there is another.
    ///
    /// `part` are the lines that are meant; nil for all.
    func line(for question: String, about words: String, in part: ClosedRange<Int>? = nil, named: AskedPlace? = nil)
        -> Int?
    {
        if let numbered = numberedLine(in: question) { return numbered }
        if let line = named?.lines.first(where: { part?.contains($0) ?? true }) { return deciding(from: line) }
        let meant = code.indices.filter { part?.contains($0) ?? true }
        let inside = named?.function.map { function in meant.filter(function.whole.contains) } ?? meant
        let indices = inside.contains { weight(of: $0) > 0 } ? inside : meant
        let asked = Set(
            Words.split(question, limit: 200).filter { $0.count > 2 && !Self.everyday.contains($0) }
                .map(Words.stem))
        let subject = Set(words.split(separator: ",").flatMap { Words.split($0).map(Words.stem) })
        let scored = indices.map { index -> (line: Int, score: Int) in
            let stems = Set(Self.parts(of: code[index]).map(Words.stem))
            let own = weight(of: index)
            // What is said in passing does not make a package or a brace the place.
            let said = own < 0 ? 0 : 2 * stems.intersection(asked).count + stems.intersection(subject).count
            return (index, 2 * said + 2 * own)
        }
        let best =
            scored.filter { $0.score > 0 }.max { ($0.score, -$0.line) < ($1.score, -$1.line) }?.line
            ?? indices.filter { weight(of: $0) > -100 }.max { (weight(of: $0), -$0) < (weight(of: $1), -$1) }
            ?? indices.first { !code[$0].allSatisfy(\.isWhitespace) }
        return best.map { deciding(from: $0) }
    }

    /// A line, or where it only names a function, the line of the function that decides most.
    private func deciding(from line: Int) -> Int {
        guard let function = functions.first(where: { $0.line == line }), function.body.lowerBound > line else {
            return line
        }
        return function.body.filter { weight(of: $0) > 0 }.max { (weight(of: $0), -$0) < (weight(of: $1), -$1) } ?? line
    }

    /// What a line decides, whatever the question: most for a result that is worked out and for a condition, then for a
    /// loop, least for what only names things; below zero for what decides nothing.
    func weight(of index: Int) -> Int {
        let line = code[index].trimmingSpaces
        guard line.contains(where: { $0.isLetter || $0.isNumber }) else { return -100 }
        switch language {
        case .sql: return Self.statementWeight(line.lowercased())
        case .css, .scss: return line.hasSuffix("{") ? -2 : Self.styleWeight(line)
        case .html: return Self.pageWeight(line)
        case .shell:
            if line.contains(kept(#/^(?:set\s+[-+]|done\b|fi\b|esac\b|then\b|do\b)/#)) { return -5 }
            if line.contains(kept(#/^(?:if|while|for|until|case)\b/#)) { return 5 }
            if line.contains("$"), !line.contains(kept(#/^\w+=/#)), !line.contains(kept(#/^(?:echo|printf)\b/#)) {
                return 4
            }
            return line.contains("$") ? 2 : 1
        default: break
        }
        if line.contains(
            kept(
                #/^(?:import|from|package|using|#include|#!|@\w|export\s+default\s+\w+;?$|(?:export\s+)?(?:public\s+|final\s+|abstract\s+)*(?:class|struct|enum|interface|protocol|extension|type|namespace|module)\b)/#
            )
        )
            || line.contains(kept(#/^(?:const|let|var)\s+\{?[\w, {}]+=\s*require\(/#)) || isInImports(index)
        {
            return -20
        }
        if functions.contains(where: { $0.line == index }) {
            if functions.contains(where: { $0.body == index..<index + 1 }) { return 4 }
            return line.contains(kept(#/\(.*=\s*(?:\[|\{|\w+\()/#)) && isPython ? 4 : -1
        }
        if line.contains(kept(#/^(?:else|try|finally|do|default|case|\}\s*else)\b[^(]*$/#)) { return -2 }
        if line.contains(kept(#/^(?:print|console\.log|fmt\.Print\w*|System\.out|println|NSLog|log\.)\b/#)) { return 0 }
        if line.contains(kept(#/^(?:raise|throw|panic|fatalError)\b/#)) { return 1 }
        if line.hasPrefix("return") {
            let result = String(line.dropFirst(6))
            // A piece of a page with a handler is where something happens.
            if result.contains(kept(#/<\w.*=\{/#)) { return 4 }
            guard Self.isWorkedOut(result) else { return 1 }
            return result.contains(kept(#/[-+*\/%<>=]|\b\w+\(/#)) ? 6 : 2
        }
        if line.contains(kept(#/^(?:\}\s*)?(?:if|elif|else\s+if|guard|unless)\b/#)) {
            // Two values of the program against each other tell more than a look at nothing.
            return line.contains(kept(#/[A-Za-z_][\w.]*\s*(?:[<>]=?)\s*[A-Za-z_]/#)) ? 6 : 5
        }
        if line.contains(kept(#/^(?:while|for|switch|async\s+for)\b/#)) { return 4 }
        if line.contains(
            kept(#/\bon[A-Z]\w+=\{|useEffect\(|addEventListener\(|\.(?:map|filter|reduce|forEach|then|sort)\(/#))
        {
            return 4
        }
        if line.contains(
            kept(#/[-+*\/]=|\bawait\b|\bgo\s+func|\bdefer\b|<-|\bset[A-Z]\w*\(|\.(?:append|push|remove|insert)\(/#))
        {
            return 3
        }
        return line.contains("=") || line.contains("(") ? 1 : 0
    }

    /// Whether a line stands in Go's list of imports.
    private func isInImports(_ index: Int) -> Bool {
        guard language == .go, written[index].trimmingSpaces.contains(kept(#/^(?:\w+\s+)?"[^"]*"$/#)) else {
            return false
        }
        return code[..<index].last { !$0.trimmingSpaces.isEmpty && !$0.contains("\"") }?.contains(
            kept(#/^import\s*\(/#))
            ?? false
    }

    private static func styleWeight(_ line: String) -> Int {
        line.contains(
            kept(
                #/^(?:position|display|float|justify-content|align-items|z-index|width|height|overflow|margin|flex|grid)\b/#
            )
        )
            ? 4 : line.contains(":") ? 2 : 1
    }

    private static func pageWeight(_ line: String) -> Int {
        if line.hasPrefix("</") || line.contains(kept(#/(?i)^<(?:!doctype|html|head|body|meta|title|link|style)\b/#)) {
            return -20
        }
        if line.contains(kept(#/^<(?:label|input|a|img|button|select|textarea|script)\b/#)) { return 4 }
        if line.contains(kept(#/^<form\b|^<\w+[^>]*\b(?:on\w+|href|action)=/#)) { return 3 }
        return line.contains(kept(#/:\s*[^;]+;/#)) ? 3 : line.contains("=") ? 2 : 1
    }

    /// Whether a result is more than a value that stands there, and no piece of a page.
    static func isWorkedOut(_ result: some StringProtocol) -> Bool {
        let result = String(result).trimmingSpaces
        guard let first = result.first, first != "<", result != "(", result != "[", result != "{" else { return false }
        if result.contains(kept(/^(?:-?[\d.]+;?|(?:nil|None|null|undefined|true|false|True|False)\b.*)$/)) {
            return false
        }
        return result.contains { "+-*/%<>=([".contains($0) }
    }

    private static func statementWeight(_ line: String) -> Int {
        for word in ["where", "having", "join", "left", "inner", "on ", "and ", "or "] where line.hasPrefix(word) {
            return 5
        }
        for word in ["group", "update", "delete", "insert"] where line.hasPrefix(word) { return 4 }
        if line.contains(kept(#/\b(?:primary key|unique|not null|references|check)\b/#)) { return 3 }
        if line.contains(kept(#/^select\b.*\b(?:count|sum|avg|min|max)\(|^select\b.*\bwhere\b/#)) { return 3 }
        return line.hasPrefix("set") ? 0 : line.hasPrefix("from") ? 2 : 1
    }

    /// The line that a question names by its number, where there is one, counted from 0.
    func numberedLine(in question: String) -> Int? {
        Self.lineNumbers(in: question).first.flatMap {
            code.indices.contains($0.number - 1) && $0.number <= total ? $0.number - 1 : nil
        }
    }

    /// The number of a line that a question names and that there is not, as it was written.
    func missingLine(in question: String) -> String? {
        guard !isEmpty, let named = Self.lineNumbers(in: question).first else { return nil }
        return (1...total).contains(named.number) ? nil : named.written
    }

    private static let lineNames: Set<String> = [
        "line", "lines", "row", "zeile", "zeilen", "ligne", "lignes", "linea", "lineas", "riga", "righe", "linha",
        "linhas", "regel", "regels", "строка", "строке", "строки", "строку", "строкой",
    ]
    private static let numberNames: Set<String> = ["number", "no", "nr", "num", "nummer", "numero", "n", "номер"]
    /// What stands between the numbers of several lines.
    private static let joints: Set<String> = [
        "to", "and", "or", "through", "until", "bis", "und", "oder", "a", "et", "ou", "y", "o", "e", "tot", "en", "of",
        "до", "и", "или",
    ]

    /// The numbers in "line 40", "lines 3 to 7", "the 40th line", "la 40e ligne", "L40"; one that is too large to be
    /// that of any line is the largest there is.
    static func lineNumbers(in text: String) -> [(number: Int, written: String)] {
        func number(_ digits: some StringProtocol) -> (number: Int, written: String)? {
            guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            let isLong = digits.count > 24
            return (Int(digits) ?? .max, isLong ? digits.prefix(24) + "…" : String(digits))
        }
        let words = Words.split(text, limit: 2_000)
        var found: [(number: Int, written: String)] = []
        for (index, word) in words.enumerated() {
            if word.first == "l", let short = number(word.dropFirst()), text.contains("L\(word.dropFirst())") {
                found.append(short)
            }
            if word == "行", index > 1, words[index - 2] == "第", let one = number(words[index - 1]) { found.append(one) }
            guard lineNames.contains(word) else { continue }
            if let next = words.dropFirst(index + 1).first, let one = counting.firstIndex(of: next),
                index > 0 || one > 0
            {
                found.append((one + 1, next))
                continue
            }
            if index > 0, word == "line", let one = counted.firstIndex(of: words[index - 1]) {
                found.append((one + 1, words[index - 1]))
                continue
            }
            let rest = words.dropFirst(index + 1).drop { numberNames.contains($0) }
            let numbers = rest.prefix { number($0) != nil || joints.contains($0) }.compactMap { number($0) }
            if !numbers.isEmpty, number(rest.first ?? "") != nil {
                found += numbers
                continue
            }
            guard index > 0, !word.hasSuffix("s") else { continue }
            let before = words[index - 1].prefix { $0.isASCII && $0.isNumber }
            let ending = String(words[index - 1].dropFirst(before.count))
            let isGermanOrdinal = word == "zeile" && ending.isEmpty && text.contains("\(before). ")
            if ordinals.contains(ending) || isGermanOrdinal, let one = number(before) { found.append(one) }
        }
        return found
    }

    /// "line six", "the sixth line".
    private static let counting = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let counted = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]
    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "e", "eme", "er", "re", "a", "ª", "º"]

    /// "isEven", "is_even" → is, even.
    static func parts(of line: String, limit: Int = 200) -> [String] {
        var spaced = ""
        var last: Character = " "
        for character in line {
            if character.isUppercase, last.isLowercase { spaced.append(" ") }
            spaced.append(character)
            last = character
        }
        return Words.split(spaced, limit: limit)
    }

    private static let everyday: Set<String> = [
        "this", "the", "what", "why", "how", "does", "doesnt", "not", "right", "wrong", "correct", "code", "line",
        "and",
        "work", "works", "should", "would", "can", "you", "there", "here", "that", "with", "have", "has", "get", "gets",
        "want", "when", "where", "which", "for", "from", "understand", "about", "way", "done", "fine", "good",
    ]

    // MARK: Reading

    private static func blanked(_ lines: [String], lineComment: [Character]) -> [String] {
        var quote: [Character] = []
        var inBlock = false
        return lines.map { line in
            let text = Array(line)
            var result = ""
            var index = 0
            while index < text.count {
                let character = text[index]
                let two = index + 1 < text.count ? [character, text[index + 1]] : [character]
                let three = index + 2 < text.count ? two + [text[index + 2]] : two
                if inBlock {
                    inBlock = two != ["*", "/"]
                    result += "  ".prefix(inBlock ? 1 : 2)
                    index += inBlock ? 1 : 2
                } else if !quote.isEmpty {
                    let ends = quote.count == 3 ? three == quote : character == quote[0]
                    if character == "\\" { index += 1 }
                    result += ends ? String(quote) : " "
                    index += ends ? quote.count : 1
                    if ends { quote = [] }
                } else if three.count == 3, three == ["\"", "\"", "\""] || three == ["'", "'", "'"] {
                    quote = three
                    result += String(three)
                    index += 3
                } else if character == "\"" || character == "'" || character == "`" {
                    quote = [character]
                    result.append(character)
                    index += 1
                } else if lineComment == [character] || lineComment == two {
                    break
                } else {
                    inBlock = lineComment != ["#"] && two == ["/", "*"]
                    result.append(inBlock ? " " : character)
                    index += 1
                }
            }
            // Only templates and triple quotes go on over lines.
            if quote.count == 1, quote[0] != "`" { quote = [] }
            return result
        }
    }

    private func declaration(at index: Int) -> Function? {
        let line = code[index].trimmingSpaces
        guard let name = Self.declaredName(in: line, isPython: isPython) else { return nil }
        return Function(name: name, line: index, body: isPython ? indentedBody(after: index) : bracedBody(from: index))
    }

    private static func declaredName(in line: String, isPython: Bool) -> String? {
        for form in isPython ? pythonDeclarations : declarations {
            if let match = line.firstMatch(of: form) { return String(match.1) }
        }
        return nil
    }

    private typealias Declaration = Regex<(Substring, Substring)>

    // Made once, for every line asks; a literal's regular expression is never written to.
    nonisolated(unsafe) private static let pythonDeclarations: [Declaration] = [/^(?:async\s+)?def\s+([A-Za-z_]\w*)/]
    nonisolated(unsafe) private static let declarations: [Declaration] = [
        /\b(?:function\s*\*?|func|fn|fun)\s+([A-Za-z_$][\w$]*)/,
        /\b(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::[^=]+)?=\s*(?:async\s*)?(?:function\b|\([^)]*\)[^=]*=>|[A-Za-z_$][\w$]*\s*=>)/,
        /^(?:(?:public|private|protected|static|async|final|int|long|double|float|bool|boolean|void|char|String)\s+)+\*?([A-Za-z_$][\w$]*)\s*\([^;]*\)\s*(?:->\s*\w+\s*)?\{?$/,
    ]

    private func indentedBody(after index: Int) -> Range<Int> {
        // `def f(n): return n`
        if let colon = code[index].lastIndex(of: ":"),
            code[index][code[index].index(after: colon)...].contains(where: { !$0.isWhitespace })
        {
            return index..<index + 1
        }
        let own = indentation(index)
        var end = index + 1
        for next in code.indices.dropFirst(index + 1) where !code[next].allSatisfy(\.isWhitespace) {
            guard indentation(next) > own else { break }
            end = next + 1
        }
        return index + 1..<max(end, index + 1)
    }

    private func bracedBody(from index: Int) -> Range<Int> {
        var depth = 0
        for next in index..<code.count {
            for character in code[next] {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
            }
            let opened = next > index || code[next].contains("{")
            if depth <= 0, opened { return next == index ? index..<index + 1 : index + 1..<next + 1 }
            if next == index, depth == 0, !code[next].contains("{"), code[next].contains("=>") {
                return index..<index + 1
            }
        }
        return min(index + 1, code.count)..<code.count
    }
}

extension CodeLines {
    /// A call of the function around a line with values that are written out, such as `total([1, 2, 3])`; nil where the
    /// code has none.
    func exampleCall(around line: Int) -> String? {
        guard let function = function(around: line) ?? functions.first(where: { $0.line == line }),
            let call = try? Regex("(?:^|[^\\w.])(\(function.name)\\(((?:[^()]|\\([^()]*\\))*)\\))")
        else { return nil }
        for index in code.indices where !function.whole.contains(index) && isQuotable(index) {
            let text = written[index]
            guard code[index].contains(function.name + "("), let found = text.firstMatch(of: call),
                let given = found.output[2].substring, let whole = found.output[1].substring,
                given.utf8.count <= 60,
                given.contains(where: { $0.isNumber || "\"'".contains($0) }),
                !String(given).replacing(kept(#/"[^"]*"|'[^']*'/#), with: "").contains(kept(#/[A-Za-z_]\w*(?!\s*:)/#))
            else { continue }
            return String(whole)
        }
        return nil
    }
}
