import Mentoring
import Patterns

/// What a mentor's answer may not be, whoever wrote it: a verdict that calls code right, an order that changes it, a word
/// about lines that there are not, or a cruelty.
///
/// It reads words and no meaning; an honest answer that is refused costs little, for the offline mentor speaks then.
struct AnswerCheck: Sendable {
    enum Problem: Hashable, Sendable {
        case verdict, order, call, statement, missingLine, abuse, noHint

        /// What a model is told.
        var reason: String {
            switch self {
            case .verdict:
                "it calls the code right, good or finished. Judge nothing: ask for what shows it."
            case .order:
                "it orders a change of the student's code. Ask or point, and let the student find the change."
            case .call:
                "it names a call that the student's code does not have. Name nothing that could be the solution."
            case .statement: "it tells something that points nowhere. Only ask, and say where to look."
            case .missingLine: "it speaks of a line that the student's code does not have."
            case .abuse: "it is cruel to the student. Be kind."
            case .noHint: "it neither asks anything nor says what to look at."
            }
        }
    }

    private let rung: HintRung
    private let isLine: @Sendable (Int) -> Bool
    /// The code without blanks, and its names as `Words.split` folds them.
    private let squeezed: String
    private let names: Set<String>

    /// `firstLine` is the number that the code's first line has in its file.
    init(code: String, rung: HintRung, firstLine: Int = 1) {
        self.rung = rung
        let count = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        let first = min(max(firstLine, 1), 1_000_000_000)
        // A model counts what it was shown, or repeats the numbers that a question has.
        isLine = { code.isEmpty || (1...count).contains($0) || (first..<first + count).contains($0) }
        squeezed = code.filter { !$0.isWhitespace }
        names = Set(
            Words.split(String(code.map { $0 == "_" ? " " : $0 })).filter {
                $0.contains(where: \.isLetter)
            })
    }

    /// Everything that is wrong with an answer, each kind once.
    func problems(in text: String) -> [Problem] {
        let plain = Self.unmasked(text)
        let blocks = plain.split(separator: "```", omittingEmptySubsequences: false).map(String.init)
        let prose = blocks.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(
            separator: "\n")
        let sentences = AnswerSentence.all(in: prose)
        var problems: [Problem] = []
        if sentences.contains(where: isVerdict) { problems.append(.verdict) }
        if rung != .example, sentences.contains(where: isOrder) { problems.append(.order) }
        if rung != .example, sentences.contains(where: pointsNowhere) { problems.append(.statement) }
        if sentences.contains(where: namesCall) { problems.append(.call) }
        if sentences.contains(where: namesMissingLine) { problems.append(.missingLine) }
        if sentences.contains(where: { Self.holds($0.words, Self.abuses) }) { problems.append(.abuse) }
        if !isHint(sentences) { problems.append(.noHint) }
        return problems
    }

    /// Without letters that look like others; words of Cyrillic letters alone are Russian, and stay.
    private static func unmasked(_ text: String) -> String {
        var result = ""
        var word = ""
        func end() {
            let isRussian =
                word.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
                && !word.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
            result += isRussian ? word : Disguise.unmasked(word)
            word = ""
        }
        for character in text {
            guard character.isWhitespace else {
                word.append(character)
                continue
            }
            end()
            result.append(character)
        }
        end()
        return result
    }

    /// Whether one of the phrases stands in the words.
    private static func holds(_ words: [String], _ phrases: [[String]]) -> Bool {
        phrases.contains { place(of: $0, in: words) != nil }
    }

    private static func place(of phrase: [String], in words: [String]) -> Int? {
        guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
        return (0...words.count - phrase.count).first {
            words[$0..<$0 + phrase.count].elementsEqual(phrase)
        }
    }

    private func isHint(_ sentences: [AnswerSentence]) -> Bool {
        if sentences.contains(where: \.isQuestion) { return true }
        return switch rung {
        case .question: false
        case .pointer:
            sentences.contains { looksAtSomething($0) || !Self.reads.isDisjoint(with: $0.words) }
        case .example: true
        }
    }

    /// Whether a sentence asks nothing, says nothing of what to look at, and names no place of the code.
    ///
    /// That is what a verdict and a riddle look like in any words.
    private func pointsNowhere(_ sentence: AnswerSentence) -> Bool {
        if sentence.isQuestion || sentence.text.contains("`") || looksAtSomething(sentence) {
            return false
        }
        let words = sentence.words
        if words.contains(where: { $0.count > 1 && names.contains($0) }) { return false }
        if !CodeLines.lineNumbers(in: sentence.text).isEmpty { return false }
        if words.contains(where: { Self.things.contains($0) || Self.reads.contains($0) }) {
            return false
        }
        let isOpen = words.contains { Self.openQuestions.contains($0) } && isHedged(words[...])
        return !isOpen && !Self.conditions.contains(words.first ?? "")
    }

    private func looksAtSomething(_ sentence: AnswerSentence) -> Bool {
        sentence.clauses.contains { clause in
            Self.looks.contains(clause.first { !Self.openers.contains($0) } ?? "")
                || clause.first.map(Self.looks.contains) ?? false || isToLookAt(clause)
        }
    }

    /// "Put a print before it", "use your own words".
    private func isToLookAt(_ clause: [String]) -> Bool {
        let words = clause.drop { Self.openers.contains($0) }
        return Self.isChange(words.first ?? "")
            && words.dropFirst().prefix(5).contains { Self.toLookAt.contains($0) }
    }

    private func namesMissingLine(_ sentence: AnswerSentence) -> Bool {
        // "There is no line 40" is true.
        guard Self.denials.isDisjoint(with: sentence.words) else { return false }
        return CodeLines.lineNumbers(in: sentence.text).contains { !isLine($0.number) }
    }
}

// MARK: Verdicts

extension AnswerCheck {
    private func isVerdict(_ sentence: AnswerSentence) -> Bool {
        var clauses = sentence.clauses
        if sentence.isQuestion {
            // What is asked is no verdict; what is told before it is one, as in "It is correct, but why?".
            let asks = clauses.firstIndex { clause in
                clause.drop(while: Self.joints.contains).first.map(Self.askers.contains) ?? true
            }
            let isTold = clauses.count == 1 && clauses[0].first.map(Self.tellers.contains) ?? false
            let given = clauses.filter { clause in Self.givens.contains { Self.place(of: $0, in: clause) == 0 } }
            clauses = isTold ? clauses : given + clauses.prefix(min(asks ?? .max, max(0, clauses.count - 1)))
        }
        // "Good, you noticed that": said to somebody who has told something.
        return clauses.contains { clause in
            !(sentence.clauses.count > 1 && clause.count == 1 && Self.nods.contains(clause[0]))
                && judges(clause)
        }
    }

    private func judges(_ words: [String]) -> Bool {
        for phrase in Self.wholePraises {
            if let place = Self.place(of: phrase, in: words), !isHedged(words[..<place]) { return true }
        }
        if findsNothing(words) { return true }
        for (index, word) in words.enumerated() where Self.praises.contains(word) {
            let next = index + 1 < words.count ? words[index + 1] : ""
            if Self.things.contains(next) || word == "right" && Self.places.contains(next) { continue }
            if Self.endings.contains(word), Self.times.contains(next) { continue }
            if isHedged(words[..<index]) { continue }
            // "is really all correct": nothing but such words between the two.
            let between = words[..<index].reversed().prefix { Self.between.contains($0) }
            let before = words[..<index].dropLast(between.count).last ?? ""
            if Self.copulas.contains(before) { return true }
            if words.allSatisfy(isSaidWithPraise) { return true }
        }
        return false
    }

    /// "I see no further mistakes", "nothing would need changing".
    private func findsNothing(_ words: [String]) -> Bool {
        words.indices.contains { index in
            let (isNothing, isDenied) = (
                Self.nothings.contains(words[index]), Self.denials.contains(words[index])
            )
            guard isNothing || isDenied, !isHedged(words[..<index]) else { return false }
            let next = words[(index + 1)...].prefix(4)
            if let fault = next.prefix(3).firstIndex(where: { Self.faults.contains($0) }) {
                return !["message", "messages"].contains(words[(fault + 1)...].first)
            }
            guard let change = next.firstIndex(where: { Self.bettering.contains($0) }) else {
                return false
            }
            return isNothing || words[index...change].contains { Self.needs.contains($0) }
                || words[change...].contains { Self.needs.contains($0) }
        }
    }

    private func isSaidWithPraise(_ word: String) -> Bool {
        Self.praises.contains(word) || Self.copulas.contains(word) || Self.between.contains(word)
            || Self.subjects.contains(word) || names.contains(word) || word.allSatisfy(\.isNumber)
    }

    /// "Say whether it is right", "I cannot say that it is right".
    private func isHedged(_ before: ArraySlice<String>) -> Bool {
        if before.contains(where: Self.hedges.contains) { return true }
        return before.indices.contains { index in
            Self.denials.contains(before[index])
                && before[index...].dropFirst().prefix(2).contains(where: Self.sayings.contains)
        }
    }
}

// MARK: Orders and calls

extension AnswerCheck {
    private func isOrder(_ sentence: AnswerSentence) -> Bool {
        let isProposal = Self.proposals.contains { Self.place(of: $0, in: sentence.words) == 0 }
        let forms = codeForms(in: sentence.text).filter { !isKnown($0.name) }
        if isProposal || !sentence.isQuestion, !forms.isEmpty { return true }
        guard !sentence.isQuestion || isProposal else { return false }
        let hasForm = !forms.isEmpty || sentence.text.contains("`")
        return sentence.clauses.contains { ordersChange($0, hasForm: hasForm) }
    }

    private func ordersChange(_ clause: [String], hasForm: Bool) -> Bool {
        let words = clause.drop { Self.openers.contains($0) }
        let hasModal = clause.contains { Self.modals.contains($0) }
        let isAtEnd = hasModal && Self.infinitives.contains(words.last ?? "")
        guard let verb = words.first, Self.isChange(verb) || isAtEnd else { return false }
        let next = words.dropFirst()
        if next.prefix(5).contains(where: { Self.toLookAt.contains($0) })
            || Self.questionWords.contains(next.first ?? "")
        {
            return false
        }
        return Self.uses.contains(verb) || isAtEnd && Self.uses.contains(words.last ?? "") || hasForm
            || next.contains { isConcrete($0) }
    }

    private func isConcrete(_ word: String) -> Bool {
        Self.structures.contains(word) || word.allSatisfy(\.isNumber)
            || word.count > 1 && names.contains(word)
    }

    /// A call that the code does not have and that takes what the code has, or that somebody is told to make.
    private func namesCall(_ sentence: AnswerSentence) -> Bool {
        codeForms(in: sentence.text).contains { form in
            guard let arguments = form.arguments, !isKnown(form.name) else { return false }
            let own = Words.split(String(arguments.map { $0 == "_" ? " " : $0 }))
            return own.contains { names.contains($0) && $0.contains(where: \.isLetter) }
        }
    }

    private func isKnown(_ name: String) -> Bool {
        squeezed.contains(name) || Self.properNames.contains(name)
            || Self.lookingCalls.contains(name.lowercased())
    }

    private struct CodeForm {
        let name: String
        /// Nil where nothing is called.
        let arguments: String?
    }

    /// `json.loads(text)`, `json.loads`, `safe_load`, `safeLoad`.
    private func codeForms(in text: String) -> [CodeForm] {
        var forms: [CodeForm] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(where: { $0.isASCII && $0.isLetter || $0 == "_" }) {
            var end =
                rest[start...].firstIndex {
                    !($0.isASCII && ($0.isLetter || $0.isNumber) || "_.".contains($0))
                }
                ?? rest.endIndex
            while end > start, rest[rest.index(before: end)] == "." { end = rest.index(before: end) }
            let name = String(rest[start..<end])
            rest = end > start ? rest[end...] : rest.dropFirst()
            if rest.first == "(" {
                let arguments = rest.dropFirst().prefix { $0 != "\n" }
                let closing = arguments.lastIndex(of: ")") ?? arguments.endIndex
                forms.append(CodeForm(name: name, arguments: String(arguments[..<closing])))
                rest = rest.dropFirst()
                continue
            }
            let pieces = name.split(separator: ".")
            let isPath =
                pieces.count > 1 && pieces.allSatisfy { $0.count > 1 }
                && !Self.fileEndings.contains(pieces[pieces.count - 1])
            let isCamel = zip(name, name.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
            if isPath || isCamel || name.dropFirst().dropLast().contains("_") {
                forms.append(CodeForm(name: name, arguments: nil))
            }
        }
        return forms
    }

    private static let fileEndings: Set<Substring> = [
        "py", "js", "ts", "tsx", "go", "md", "txt", "json", "html", "css", "sql", "swift",
    ]
}

/// A sentence of an answer, with its words as `Words.split` folds them.
struct AnswerSentence: Sendable {
    let text: String
    let isQuestion: Bool
    let words: [String]
    /// What stands between commas, and before an asking word behind "and".
    let clauses: [[String]]

    static func all(in text: String) -> [AnswerSentence] {
        var sentences: [AnswerSentence] = []
        var sentence = ""
        var previous: Character = " "
        func end(_ isQuestion: Bool) {
            if sentence.contains(where: { $0.isLetter || $0.isNumber }) {
                sentences.append(AnswerSentence(sentence, isQuestion: isQuestion))
            }
            sentence = ""
        }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isEnd = !(next.isLetter || next.isNumber || next == "=" || next == "(")
            switch character {
            case "?", "？": if isEnd { end(true) } else { sentence.append(character) }
            // "40. Zeile", "e.g. this"
            case "." where isEnd && !previous.isNumber, "!" where isEnd, "。", "！", "…": end(false)
            case "."
            where isEnd && !(nextLetter(characters, index)?.isLowercase ?? false)
                && !isOrdinal(characters, index):
                end(false)
            case _
            where character.isNewline
                || character.unicodeScalars.contains(where: \.properties.isEmojiPresentation):
                end(false)
            default: sentence.append(character)
            }
            previous = character
        }
        end(false)
        return sentences
    }

    private static func nextLetter(_ text: [Character], _ index: Int) -> Character? {
        text[(index + 1)...].first { !$0.isWhitespace }
    }

    /// "In der 40. Zeile"
    private static func isOrdinal(_ text: [Character], _ index: Int) -> Bool {
        String(text[(index + 1)...].prefix(7)).lowercased() == " zeile "
            || String(text[(index + 1)...].prefix(6)).lowercased() == " zeile"
    }

    private init(_ text: String, isQuestion: Bool) {
        self.text = text
        self.isQuestion = isQuestion
        var clauses: [[String]] = []
        for part in text.split(whereSeparator: { ",;:–—()".contains($0) }) {
            // The Italian and the Portuguese "is" would be taken for "and" without its accent.
            let spoken = part.split(separator: " ").map {
                ["è", "é", "È", "É"].contains($0) ? "est" : $0
            }
            let words = AnswerCheck.withoutPleasantries(Words.split(spoken.joined(separator: " ")))
            var start = 0
            for index in words.indices.dropLast().dropFirst()
            where AnswerCheck.joints.contains(words[index])
                && (AnswerCheck.askers.contains(words[index + 1]) && isQuestion
                    || AnswerCheck.isChange(words[index + 1]))
            {
                if start < index { clauses.append(Array(words[start..<index])) }
                start = index + 1
            }
            if start < words.count { clauses.append(Array(words[start...])) }
        }
        self.clauses = clauses
        words = clauses.flatMap { $0 }
    }
}
