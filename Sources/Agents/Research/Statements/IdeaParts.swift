/// An idea parted where whoever wrote it parted it: at ends of sentences, bullets, line breaks and semicolons.
///
/// What stands in brackets, in an address or behind an abbreviation is never cut.
enum IdeaParts {
    /// At most two hundred parts, without the marks that open or end them.
    static func all(in idea: String) -> [String] {
        lines(of: idea).flatMap(sentences).map(cleaned).filter { !$0.isEmpty }.prefix(200).map { $0 }
    }

    /// Lines as they were meant: one that was only wrapped belongs to the line before.
    private static func lines(of idea: String) -> [String] {
        var lines: [String] = []
        for raw in IdeaReading.lines(idea).split(separator: "\n").map(String.init) {
            let isWrapped = raw.first?.isLowercase == true
            if isWrapped, let last = lines.last, last.count > 50, let end = last.last, !".!?:;".contains(end) {
                lines[lines.count - 1] = last + " " + raw
            } else {
                lines.append(withoutNumber(raw))
            }
        }
        return lines
    }

    /// "Login" of a line that is numbered.
    private static func withoutNumber(_ line: String) -> String {
        let digits = line.prefix(while: \.isNumber)
        let rest = line.dropFirst(digits.count)
        guard (1...2).contains(digits.count), let mark = rest.first, ".)".contains(mark), rest.dropFirst().first == " "
        else { return line }
        return rest.dropFirst(2).description
    }

    private static func sentences(in line: String) -> [String] {
        var parts: [String] = []
        var current = ""
        let characters = Array(line)
        let inBrackets = bracketed(characters)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if !inBrackets[index], ends(character, before: next, after: current, rest: characters[(index + 1)...]) {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        return parts + [current]
    }

    private static func ends(
        _ character: Character, before next: Character, after text: String, rest: ArraySlice<Character>
    ) -> Bool {
        switch character {
        case "。", "！", "？": return true
        case "!", "?", ";": return next == " " || "!?)\"”".contains(next)
        case ".":
            guard next == " " || "\"”".contains(next) else { return false }
            // "ladders, drills... and all that" goes on.
            if text.hasSuffix("."), rest.first(where: { $0 != " " })?.isLowercase ?? false { return false }
            let word = text.split(whereSeparator: { " (,".contains($0) }).last.map { $0.lowercased() } ?? ""
            let isEnd = rest.allSatisfy(\.isWhitespace)
            // "am 30. Juni", "do 5. klasy"
            if !isEnd, (1...2).contains(word.count), word.allSatisfy(\.isNumber), isOrdinal(before: rest) {
                return false
            }
            return isEnd || !(abbreviations.contains(word) || word.count == 1 && word.allSatisfy(\.isLetter))
        default: return false
        }
    }

    /// Whether a number with a dot counts a month, or goes on in lower case.
    private static func isOrdinal(before rest: ArraySlice<Character>) -> Bool {
        let next = String(rest.drop { $0 == " " }.prefix { $0.isLetter })
        return next.first?.isLowercase == true || months.contains(next.lowercased())
    }

    private static let months: Set<String> = [
        "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "dezember",
    ]

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "eg", "approx", "etc", "ca", "vs", "incl", "inkl", "z.b", "bzw", "d.h", "u.a", "usw", "evtl",
        "ggf",
        "zzgl", "mind", "nr", "p.ex", "p.ej", "ej", "ex", "env", "aprox", "es", "ecc", "bijv", "max", "min", "tel",
        "std",
        "mr", "mrs", "dr", "prof", "st",
    ]

    /// Which characters stand in brackets that are closed on their line.
    static func bracketed(_ characters: [Character]) -> [Bool] {
        var result = [Bool](repeating: false, count: characters.count)
        var opened: [Int] = []
        for (index, character) in characters.enumerated() {
            if "([".contains(character) {
                opened.append(index)
            } else if ")]".contains(character), let start = opened.popLast() {
                for place in start...index { result[place] = true }
            }
        }
        return result
    }

    /// A text without what stands in brackets.
    static func withoutBrackets(_ text: String) -> String {
        let characters = Array(text)
        let inBrackets = bracketed(characters)
        let kept = characters.indices.filter { !inBrackets[$0] }.map { characters[$0] }
        return String(kept).split(separator: " ").joined(separator: " ").replacing(" ,", with: ",")
    }

    /// What stands in each bracket of a text.
    static func brackets(in text: String) -> [String] {
        let characters = Array(text)
        let inBrackets = bracketed(characters)
        let parts = characters.indices.split { !inBrackets[$0] }
        return parts.map { part in String(part.map { characters[$0] }).trimmingCharacters("()[] ") }
    }

    /// The items between the commas of a text, those in brackets and in numbers apart.
    static func items(of text: String) -> [String] {
        let characters = Array(text)
        let inBrackets = bracketed(characters)
        var items: [String] = []
        var current = ""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character == ",", next == " ", !inBrackets[index] {
                items.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        return (items + [current]).map(\.trimmingSpaces).filter { !$0.isEmpty }
    }

    /// What stands before and behind the first colon that is followed by a space; nil without one.
    static func colon(in text: String) -> (head: String, rest: String)? {
        let characters = Array(text)
        let inBrackets = bracketed(characters)
        for (index, character) in characters.enumerated() where character == ":" && !inBrackets[index] {
            guard index + 1 < characters.count, characters[index + 1] == " " else { continue }
            let head = String(characters[..<index]).trimmingSpaces
            let rest = String(characters[(index + 1)...]).trimmingSpaces
            return head.isEmpty || rest.isEmpty ? nil : (head, rest)
        }
        return nil
    }

    static func cleaned(_ part: String) -> String {
        var text = part.trimmingSpaces
        while let first = text.first, "-*•–—,.…:·)".contains(first) {
            // "--dry-run" and ".mzML" begin with what belongs to them.
            if "-.".contains(first), let next = text.dropFirst().first, next != " ", next != "." { break }
            text = String(text.dropFirst()).trimmingSpaces
        }
        while let last = text.last, ".,:…!?;".contains(last) { text = String(text.dropLast()).trimmingSpaces }
        let says = text.contains {
            $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isEmojiPresentation }
        }
        return says ? text : ""
    }
}
