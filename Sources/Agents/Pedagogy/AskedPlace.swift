import Patterns
import Review

/// Which part of the code a question names: functions and names of its own, words of the language, signs, and values.
struct AskedPlace {
    /// The lines that are named, the likeliest first.
    let lines: [Int]
    /// The function that is named, where one is.
    let function: CodeLines.Function?

    /// Whether something is named that nobody says in passing.
    let isSure: Bool

    var isNone: Bool { lines.isEmpty && function == nil }

    /// Whether a line is one of those that are named, or in the function that is.
    func holds(_ line: Int) -> Bool { lines.contains(line) || function?.whole.contains(line) ?? false }

    init(_ question: String, in code: CodeLines) {
        let small = question.lowercased()
        let asked = Set(question.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.map(String.init))
        let quoted = Self.quoted(in: question)
        // Somebody who writes a name as the code writes it means that one.
        let named = code.functions.filter { function in
            asked.contains(function.name)
                && (Self.isTelling(function.name, in: question) || quoted.contains(function.name))
                || asked.contains { $0.lowercased() == function.name.lowercased() } && function.name.utf8.count > 3
        }
        let function = named.max { $0.body.count < $1.body.count }
        self.function = function
        let words = Self.words.filter { word in
            word.said.contains { small.contains($0) && Self.isWord($0, in: small) }
        }
        let signs = Self.signs(in: question)
        var scored: [(line: Int, score: Int)] = []
        for index in code.code.indices where code.isQuotable(index) {
            let line = code.code[index]
            guard line.contains(where: { !$0.isWhitespace }), code.weight(of: index) > -20 else { continue }
            var score = 0
            let names = Set(line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.map(String.init))
            for name in names
            where asked.contains(name) && name != function?.name && name.first?.isNumber == false
                && !Self.everyday.contains(name.lowercased())
            {
                if Self.isTelling(name, in: question) || quoted.contains(name) {
                    score += 4
                } else if name.utf8.count > 2, name.contains(where: \.isLetter) {
                    score += 2
                }
            }
            for word in words where code.written[index].contains(word.sign) { score += 5 }
            for sign in signs where line.contains(sign) { score += 4 }
            for value in quoted where value.utf8.count > 1 && code.written[index].contains(value) { score += 4 }
            // What only shows a value, or calls what is asked about, is seldom what is meant.
            if score > 0, line.contains(kept(#/^\s*(?:print|console\.log|fmt\.Print\w*|echo)\b/#)) { score -= 3 }
            if score > 1 { scored.append((index, score * 4 + code.weight(of: index))) }
        }
        let best = scored.map(\.score).max() ?? 0
        isSure = function != nil || best >= 16
        lines = scored.filter { $0.score * 2 > best }.sorted { ($1.score, $0.line) < ($0.score, $1.line) }.map(\.line)
    }

    /// Whether a word is one that nobody writes in a sentence: `add_item`, `setTodos`, `i2`, or one before a bracket.
    private static func isTelling(_ name: String, in question: String) -> Bool {
        name.contains("_") || name.dropFirst().contains(where: \.isUppercase) || name.contains(where: \.isNumber)
            || question.contains(name + "(") || question.contains("." + name) || question.contains("#" + name)
    }

    private static func isWord(_ word: String, in text: String) -> Bool {
        text.ranges(of: word).contains { found in
            func isEdge(_ character: Character?) -> Bool { !(character?.isLetter ?? false) }
            let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
            let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
            return isEdge(before) && isEdge(after)
        }
    }

    /// What stands between quotation marks or backticks.
    private static func quoted(in question: String) -> Set<String> {
        Set(
            question.matches(of: kept(#/[`"“']([^`"”']{1,60})[`"”']/#)).map { String($0.1).trimmingSpaces })
    }

    /// Signs of the language that stand by themselves in the question, or between backticks.
    private static func signs(in question: String) -> [String] {
        let known = [
            "===", "!==", "==", "!=", "<=", ">=", "+=", "-=", "*=", "=>", "->", "<-", ":=", "??", "?.", "**", "//",
            "&&", "||", "%", "&", "<", ">", "++", "--", "[]", "{}", "...",
        ]
        let pieces = question.split { " ,;\t\n`\"“”?()".contains($0) }.map(String.init)
        return known.filter { pieces.contains($0) } + (question.contains("`?`") ? ["?"] : [])
            + (question.contains("`!`") || question.contains(" ! ") ? ["!"] : [])
    }

    private struct Word: @unchecked Sendable {
        let said: [String]
        let sign: Regex<Substring>
    }

    /// What people say, and what stands on the line that they mean.
    private static let words: [Word] = [
        Word(
            said: ["cleanup", "clean up", "unmount", "aufräumen"],
            sign: #/return\s*(?:\(\)|function)|clearInterval|clearTimeout|removeEventListener|unsubscribe|\.close\(/#),
        Word(said: ["join", "joins", "inner join", "left join"], sign: #/(?i)\bjoin\b/#),
        Word(said: ["group by", "grouping", "gruppieren"], sign: #/(?i)\bgroup\s+by\b/#),
        Word(
            said: ["order by", "sorted", "sort", "sortiert", "trier", "ordenar"],
            sign: #/(?i)\border\s+by\b|\bsort(?:ed)?\(/#),
        Word(said: ["where"], sign: #/(?i)^\s*where\b/#), Word(said: ["having"], sign: #/(?i)\bhaving\b/#),
        Word(said: ["count"], sign: #/(?i)\bcount\(/#), Word(said: ["limit"], sign: #/(?i)\blimit\b/#),
        Word(said: ["null", "missing", "not returned"], sign: #/(?i)\bnull\b/#),
        Word(
            said: ["average", "avg", "mean", "durchschnitt", "moyenne", "promedio", "media"],
            sign: #/(?i)\bavg\(|\/\s*(?:len\(|\w+\.(?:length|count))/#),
        Word(
            said: ["loop", "for loop", "while loop", "schleife", "boucle", "bucle", "ciclo", "laço", "lus", "循环"],
            sign: #/^\s*(?:for|while)\b|\.forEach\(/#),
        Word(
            said: ["condition", "if", "bedingung", "condición", "condizione", "condição", "条件"],
            sign: #/^\s*\}?\s*(?:if|elif|else if|guard)\b/#),
        Word(said: ["else", "else branch"], sign: #/\b(?:if|elif|else)\b/#),
        Word(said: ["default", "default argument", "default value"], sign: #/\bdef\s.*=|\bfunction\b.*=|\bdefault\b/#),
        Word(said: ["label"], sign: #/<label\b/#), Word(said: ["button"], sign: #/<button\b|[Bb]utton\./#),
        Word(said: ["image", "picture", "img"], sign: #/<img\b/#), Word(said: ["link"], sign: #/<a\b/#),
        Word(said: ["form"], sign: #/<form\b/#), Word(said: ["input", "field"], sign: #/<input\b|\binput\(/#),
        Word(said: ["await"], sign: #/\bawait\b/#), Word(said: ["async"], sign: #/\basync\b/#),
        Word(said: ["promise"], sign: #/\bPromise\b|\basync\b|\.then\(/#),
        Word(said: ["waitgroup"], sign: #/\bwg\.|WaitGroup/#),
        Word(said: ["goroutine", "goroutines"], sign: #/\bgo\s+\w/#),
        Word(said: ["channel", "channels"], sign: #/<-|\bchan\b/#), Word(said: ["defer"], sign: #/\bdefer\b/#),
        Word(said: ["guard let", "guard"], sign: #/\bguard\b/#),
        Word(said: ["optional", "optionals", "unwrap", "unwrapping"], sign: #/\w\?|\w!|\bif let\b|\bguard let\b/#),
        Word(said: ["closure"], sign: #/\{\s*(?:\[|\$0|\w+ in\b|\()/#),
        Word(said: ["recursion", "recursive", "rekursion", "base case"], sign: #/\breturn\b.*\(/#),
        Word(
            said: ["return", "returns", "returned", "gibt zurück", "renvoie", "devuelve"],
            sign: #/^\s*return\b/#),
        Word(said: ["useeffect", "effect", "dependency array", "dependencies"], sign: #/useEffect\(|^\s*\}\s*,\s*\[/#),
        Word(said: ["usestate"], sign: #/useState\b/#),
        Word(said: ["state"], sign: #/\bset[A-Z]\w*\(|\$?@State\b/#),
        Word(said: ["key", "keys"], sign: #/\bkey=|\[\s*["'\w]+\s*\]/#),
        Word(said: ["cursor", "click", "onclick"], sign: #/onClick|addEventListener|<label\b|<button\b/#),
        Word(
            said: ["centre", "center", "middle", "centered", "centred", "zentriert", "mitte"],
            sign: #/justify-content|align-items|\bauto\b|text-align|place-items/#),
        Word(said: ["colour", "color", "blue", "red", "green", "farbe", "couleur"], sign: #/\bcolor\s*:/#),
        Word(said: ["wide", "width", "breit"], sign: #/\bwidth\s*:/#),
        Word(
            said: ["wrap", "second row", "next row", "overflow", "sticks out", "umbrechen", "umbruch"],
            sign: #/\b(?:flex-wrap|flex-flow|overflow|white-space|display)\s*:/#),
        Word(said: ["foreign key", "references", "fremdschlüssel"], sign: #/(?i)\breferences\b|\bforeign\s+key\b/#),
        Word(
            said: ["next to each other", "side by side", "nebeneinander"], sign: #/\bwidth\s*:|float\s*:|display\s*:/#),
        Word(said: ["try", "except", "catch", "exception"], sign: #/\b(?:except|catch|raise|throw)\b/#),
        Word(said: ["spaces", "blanks", "space in", "quotes", "leerzeichen"], sign: #/\$\{?\w/#),
        Word(
            said: ["empty", "leer", "vide", "vacía", "vacío"],
            sign: #/==\s*0|\.isEmpty|\blen\(|\.length\b|\bif not\b|\[\]/#),
        Word(said: ["slice", "slicing"], sign: #/\[[^\]]*:[^\]]*\]|\bappend\(/#),
        Word(said: ["map"], sign: #/\bmap\b/#), Word(said: ["range"], sign: #/\brange\b/#),
        Word(said: ["modulo", "remainder", "rest", "even", "odd", "gerade", "pair"], sign: #/%/#),
        Word(said: ["pipe", "grep"], sign: #/\|/#), Word(said: ["self"], sign: #/\bself\./#),
    ]

    private static let everyday: Set<String> = [
        "a", "i", "is", "in", "it", "the", "of", "to", "for", "and", "or", "not", "if", "else", "this", "that", "my",
        "with", "from", "as", "on", "by", "do", "does", "you", "can", "all", "so", "be", "new", "let", "var", "list",
        "right", "wrong", "code", "line", "what", "why", "how", "when", "where", "which", "get", "gets", "set", "only",
        "first", "second", "name", "names", "number", "numbers", "value", "values", "it", "me", "function", "print",
        "y", "e", "o", "no", "un", "la", "le", "de", "en", "es", "che", "per", "return", "true", "false", "want",
    ]
}
