import Models

/// What a person means by an answer to a question: words of their own, or options by their numbers.
package enum AnswerReading: Hashable, Sendable {
    /// The answer as the agent gets it; options are separated by `; `.
    case text(String)
    /// It cannot be told what is meant; the sentence says why, and what to write instead.
    case unclear(String)

    /// Reads an answer.
    ///
    /// A number, or several as in `1, 3`, `#2` or `1-3`, means options of a question that has some. One that no option
    /// has is unclear: taken for words it would tell the agent something that nobody said.
    package init(_ answer: String, to question: ClarificationQuestion) {
        let options = question.options ?? []
        let words = answer.trimmed
        if words.isEmpty {
            self = .unclear(
                options.isEmpty ? "is empty. Write an answer." : "is empty. Write an answer or pick an option.")
        } else if let option = options.first(where: { $0.trimmed.lowercased() == words.lowercased() }) {
            self = .text(option)
        } else if words.split(separator: "; ").allSatisfy({ options.contains(String($0)) }) {
            // Several options as this reading itself joins them; they may look like numbers.
            self = .text(words)
        } else if !options.isEmpty, let numbers = Self.numbers(in: words) {
            self = Self.options(of: numbers, among: options)
        } else if let option = Self.onlyOption(of: options, beginningWith: words) {
            self = .text(option)
        } else if !options.isEmpty, Self.saysNothing(words) {
            self = .unclear(
                "says neither which option is meant nor what else. Pick one by its number, 1 to \(options.count), or "
                    + "write what you want.")
        } else if answer.count > QuestionsDocument.maxAnswerLength {
            self = .unclear(
                "has \(answer.count) characters; \(QuestionsDocument.maxAnswerLength) are allowed. Shorten it.")
        } else {
            self = .text(answer)
        }
    }

    /// The one option that an answer is the beginning of, up to a word's end: `yes` for `Yes, with payments`.
    private static func onlyOption(of options: [String], beginningWith answer: String) -> String? {
        let answer = answer.lowercased().trimming([".", "!", ",", " "])
        let meant = options.filter { option in
            let option = option.lowercased()
            guard !answer.isEmpty, option.hasPrefix(answer) else { return false }
            return option.dropFirst(answer.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
        }
        return meant.count == 1 ? meant[0] : nil
    }

    /// What people answer who do not choose, in the words of a few languages.
    private static let noChoices: Set<String> = [
        "i do not know", "i don't know", "i dont know", "dont know", "don't know", "no idea", "not sure",
        "i am not sure", "i'm not sure", "idk", "skip", "pass", "whatever", "you decide", "you choose", "decide for me",
        "yes", "no", "y", "n", "ok", "okay", "sure", "none", "none of these", "none of them", "nothing", "next",
        "weiß nicht", "weiss nicht", "ich weiß nicht", "keine ahnung", "egal", "ja", "nein", "keine", "je ne sais pas",
        "aucune", "aucun", "oui", "non", "no sé", "no se", "ni idea", "sí", "si", "ninguno", "ninguna", "non lo so",
        "nessuno", "nessuna", "não sei", "sim", "não", "weet ik niet", "nee", "geen", "nie wiem", "tak", "nie",
    ]

    /// Whether an answer chooses nothing: a shrug, or digits and signs that are no list of options.
    private static func saysNothing(_ words: String) -> Bool {
        let plain = words.lowercased().replacing("’", with: "'").trimming([".", "!", ",", " "])
        let isWord: (Character) -> Bool = { !$0.isNumber && !$0.isPunctuation && !$0.isSymbol && $0 != " " }
        return noChoices.contains(plain) || !words.contains(where: isWord)
    }

    /// The numbers that words name: `the second`, `2nd`, `two`.
    private static let numberWords: [String: Int] = {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        let cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        var words: [String: Int] = ["1st": 1, "2nd": 2, "3rd": 3]
        for (index, ordinal) in ordinals.enumerated() {
            words[ordinal] = index + 1
            words[cardinals[index]] = index + 1
            if index > 2 { words["\(index + 1)th"] = index + 1 }
        }
        return words
    }()

    private static func options(of numbers: [Int], among options: [String]) -> AnswerReading {
        if let wrong = numbers.first(where: { !options.indices.contains($0 - 1) }) {
            let known = options.count == 1 ? "There is option 1" : "There are options 1 to \(options.count)"
            let option =
                wrong == Int.max || wrong == Int.min
                ? "an option that there is not" : "option \(wrong), which there is not"
            return .unclear("names \(option). \(known); or answer in words.")
        }
        var seen: Set<Int> = []
        return .text(numbers.filter { seen.insert($0).inserted }.map { options[$0 - 1] }.joined(separator: "; "))
    }

    /// The numbers that an answer consists of; nil where it has anything else.
    private static func numbers(in words: String) -> [Int]? {
        let separators: Set<Character> = [",", ";", "&", "+", "/"]
        let fillers: Set<String> = ["and", "option", "options", "number", "numbers", "no", "nr", "answer", "the"]
        var parts = words.lowercased().split { $0.isWhitespace || separators.contains($0) }
            .map { $0.trimming(["(", ")", "[", "]", ".", ":", "#"]) }
            .filter { !$0.isEmpty && !fillers.contains($0) }
        // "The second one" is one option.
        if parts.count > 1, parts.last == "one" || parts.last == "ones", parts.first != "one" { parts.removeLast() }
        var numbers: [Int] = []
        for part in parts {
            guard let meant = (number(part) ?? numberWords[part]).map({ [$0] }) ?? range(part) else { return nil }
            numbers += meant
        }
        return numbers.isEmpty ? nil : numbers
    }

    private static func number(_ text: String) -> Int? {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        // The digits of any script: people type those of theirs.
        let values = digits.compactMap { $0.isNumber ? $0.wholeNumberValue.flatMap { 0...9 ~= $0 ? $0 : nil } : nil }
        guard !digits.isEmpty, text.count - digits.count <= 1, values.count == digits.count else { return nil }
        let number = text.prefix(text.count - digits.count) + values.map(String.init).joined()
        return Int(number) ?? (text.hasPrefix("-") ? Int.min : Int.max)
    }

    /// `2-4`; of a range that is longer than any list of options only the ends.
    private static func range(_ text: String) -> [Int]? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let first = number(ends[0]), let last = number(ends[1]), first <= last else {
            return nil
        }
        return last - first < 20 ? Array(first...last) : [first, last]
    }
}

extension String {
    /// The text without blanks and line breaks around it.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension StringProtocol {
    fileprivate func trimming(_ characters: Set<Character>) -> String {
        String(drop(while: characters.contains).reversed().drop(while: characters.contains).reversed())
    }
}
