import Engine
import Mentoring
import Models
import Patterns
import Review

/// The mentor's next words about a question and the code that it is about: never the solution, and never a verdict.
///
/// Nothing is run here, so that code is called neither right nor done: the mentor asks for what was run and what came
/// out, and points at the line that decides.
struct Mentor {
    let question: String
    let code: String
    let level: SkillLevel
    let intent: MentorIntent
    let observation: Observation
    let lines: CodeLines
    let advice: MentorAdvice
    /// The language of the question, where it is not English and the mentor writes in it.
    let tongue: MentorTongue?
    private let document: ReviewedDocument
    /// The file that the question was asked in, where that is no program.
    private let prose: ProseFile?
    private var findings: [Finding] { document.findings }

    /// `focus` says where in the code the person is, `firstLine` with which line of its file the code begins behind the
    /// blank lines that stand for the others.
    init(
        question: String, code: String, language: String?, level: SkillLevel, at focus: MentorFocus = MentorFocus(),
        firstLine: Int = 1
    ) {
        self.question = question
        self.level = level
        let tongue = MentorTongue(of: question)
        let intent = MentorIntent(question, in: tongue)
        (self.tongue, self.intent) = (tongue, intent)
        let prose = ProseFile(code, languageID: language)
        self.prose = prose
        let given = CodeLines(code, language: .plain)
        // Code that a text quotes is code where the question is about it.
        let quoted = prose.flatMap { file in
            (given.numberedLine(in: question) ?? focus.selection?.lowerBound ?? focus.cursor).flatMap(file.fence)
        }
        let code = prose.map { file in quoted.map(file.code) ?? "" } ?? code
        let language = prose == nil ? language : quoted?.language
        self.code = code
        let detected = Language.detect(languageID: language, path: nil, firstLine: Self.firstLine(of: code))
        var reviewed = ReviewedDocument(text: Array(code.utf8), language: detected, path: nil)
        reviewed.review()
        document = reviewed
        // The conversation is kept: a line that holds a secret is named there, and not quoted.
        let secret = reviewed.findings.filter(\.holdsSecret).flatMap { $0.range.startLine...$0.range.endLine }
        lines = CodeLines(code, language: detected, unquoted: Set(secret))
        // Who begs speaks of the code that is wanted, not of the code that is there.
        let meant = focus.lines(of: question, in: lines)
        let observation = Observation(question)
        self.observation = observation
        // One line that is selected is as good as one that is numbered.
        let line = meant.flatMap { $0.count == 1 ? "line \($0.lowerBound + 1)" : nil } ?? ""
        let subject = [question, tongue?.english(of: question) ?? "", line].filter { !$0.isEmpty }.joined(
            separator: " ")
        if let missing = given.missingLine(in: question) {
            advice = MentorAdvice(missingLine: missing, in: given, from: firstLine)
        } else if let prose, quoted == nil, !Self.isAboutPrograms(question) {
            advice = MentorAdvice(prose)
        } else if let line = Self.unreadableLine(
            of: code, lines, reviewed, isWhole: firstLine <= 1 || quoted != nil)
        {
            advice = MentorAdvice(unreadableFrom: line, in: lines)
        } else {
            advice = Self.advice(subject, code, intent, lines, reviewed, level, focus, meant)
        }
    }

    /// What to say on a rung of the ladder: 0 asks, 1 points, 2 and above shows a worked example of a similar problem.
    func hint(rung: Int) -> String {
        if let words = Distress.answer(to: question) { return words }
        return inTongue(plainHint(rung: rung), rung: rung)
    }

    private func plainHint(rung: Int) -> String {
        if intent == .thanks { return Self.farewell }
        let opening = opening(rung: rung)
        if advice.isWhole {
            let text = rung <= 0 ? advice.question : rung == 1 ? advice.pointer : advice.example
            return opening.isEmpty ? text : opening + "\n\n" + text
        }
        let place = advice.line.map { "Look at \(lines.spot($0)). " } ?? ""
        switch rung {
        case ...0: return opening + place + advice.question + " " + prompt
        case 1: return opening + place + advice.pointer
        default: return opening + place + advice.pointer + "\n\nA similar problem, solved:\n\n" + advice.example
        }
    }

    /// The hint, once it was looked whether it holds what a rule's fix would write.
    ///
    /// It shows no changed line of the student's code either; what they wrote themselves may be quoted to them.
    func safeHint(rung: Int) -> String {
        let text = FindingHint.withheld(hint(rung: rung), about: findings, in: document)
        let own = question.isEmpty ? text : text.replacing(Clip.text(question, 200), with: "")
        return OwnCodeCheck(code).isCorrected(in: own) ? MentorConcept.judging.question : text
    }

    /// What the hint is about, as `concepts_covered` names it: at most three.
    var concepts: [String] {
        if Distress.answer(to: question) != nil { return [] }
        if !advice.concepts.isEmpty { return advice.concepts }
        guard let line = advice.line else { return [] }
        let place = CodePlace(line: line, of: document, isQuotable: false)
        return Array(FoundConcept.all(in: place, language: document.language).map(\.concept.id).prefix(3))
    }

    /// Whether a question can be talked about without the file that it was asked in.
    private static func isAboutPrograms(_ question: String) -> Bool {
        guard !question.isEmpty, MentorIntent(question) == .question else { return false }
        return MentorConcept.named(in: question, code: "") != nil
    }

    static func firstLine(of code: String) -> String {
        let line = code.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
        return line.map { Clip.text(IdeaReading.oneLine(String($0)), 160) } ?? ""
    }

    private static let farewell =
        "Gladly. Before you go on: say in one sentence what you changed, and what you ran to see that it does what it "
        + "should. If you cannot name a run yet, that is the next step."

    // MARK: Before the advice

    private func opening(rung: Int) -> String {
        let asked = question.isEmpty ? "" : "You ask: “\(Clip.text(question, 200))” "
        if advice.isFirst { return asked }
        let isText = lines.isEmpty ? prose.map { "(\($0.kind.capitalisedFirst) is open here, and no program.) " } : nil
        let quoted = asked + (isText ?? "") + (Feeling.sentence(for: question) ?? "")
        let told = rung <= 0 && !lines.isEmpty ? observation.sentence : nil
        switch intent {
        case .approval where lines.isEmpty:
            return quoted + "I see no code, so there is nothing that I could look at. Select it and ask again. "
        case .approval:
            if let told { return quoted + told }
            return quoted + "I only read the code; nothing was run here, so I cannot say whether it is right. "
                + (rung <= 0
                    ? "What did you run, with which input, and what came out? "
                    : "Bring me a run that would come out differently if it were wrong. ")
        case .begging:
            return quoted + (lines.isEmpty ? "" : "The code stays yours to write; I help you to see what it needs. ")
        case .symptom:
            if let told, observation.seen != nil, observation.isTrouble { return quoted + told }
            return quoted + (rung <= 0 && observation.isTold ? "That is an observation to work with. " : "")
        case .question where Feeling.sentence(for: question) != nil || isOpen: return quoted
        case .question where isUnknown:
            return quoted + "I cannot tell which part of this code that is about, so let us begin with this one. "
        case .question where isBesideTheCode:
            return quoted
                + (lines.isEmpty
                    ? "That is not about code, and I would only guess; code is what I can help with. "
                    : "I find nothing of this code in that, so let us go on with the code. ")
        case .question, .thanks: return quoted
        }
    }

    /// Whether a question is about whatever there is: "help", "what now?".
    var isOpen: Bool {
        let asked = Words.split(question, limit: 8)
        return asked.count <= 3 && asked.allSatisfy { Self.openWords.contains($0) }
    }

    private static let openWords: Set<String> = [
        "help", "me", "please", "what", "now", "next", "and", "how", "why", "hi", "hello", "hey", "hilfe", "ayuda",
        "aide", "aiuto", "ajuda", "hulp", "pomocy", "so", "is", "this", "it", "huh", "stuck", "im", "i", "am", "do",
        "a", "hint", "go",
        "on",
    ]

    /// Whether nothing of a question in another language than English is known.
    private var isUnknown: Bool {
        let asked = Words.split(question, limit: 200)
        return !lines.isEmpty && asked.count > 1 && !MentorIntent.isEnglish(asked)
            && !MentorIntent.isAboutPrograms(asked)
            && !isInCode(asked) && !advice.isSeen
    }

    func isInCode(_ asked: [String]) -> Bool {
        let written = Set(lines.written.flatMap { CodeLines.parts(of: $0) }.map(Words.stem))
        return asked.contains { $0.utf8.count > 2 && written.contains(Words.stem($0)) }
    }

    /// Whether an English question shares no word with the code, and has none of programming.
    ///
    /// Of other languages too few words are known for that to be said.
    private var isBesideTheCode: Bool {
        let asked = Words.split(question, limit: 200)
        guard asked.count > 1, MentorIntent.isEnglish(asked), MentorConcept.named(in: question, code: code) == nil,
            !MentorIntent.isAboutPrograms(asked)
        else { return false }
        if lines.isEmpty { return true }
        return !advice.isSeen && !isInCode(asked)
    }

    private var prompt: String {
        switch level {
        case .beginner: "Say it in your own words first; one sentence is enough."
        case .intermediate: "What would you try to find out?"
        case .advanced: "Which observation would prove you wrong?"
        }
    }
}

extension Finding {
    /// Whether its rule tells mistakes of many kinds in the same words.
    fileprivate var isOfManyMistakes: Bool {
        ruleID.hasPrefix("correctness/")
            && ["-mistake", "-flow", "-call", "-class", "-style", "-slip"].contains(where: ruleID.hasSuffix)
    }
}

extension Mentor {
    // MARK: The advice

    /// The first that has something to say: what is dangerous, a message that is quoted, a kind of mistake that shows,
    /// what the reviewer warns of, what the question and the code have in common, else the line that decides most.
    private static func advice(
        _ question: String, _ code: String, _ intent: MentorIntent, _ lines: CodeLines, _ document: ReviewedDocument,
        _ level: SkillLevel, _ focus: MentorFocus, _ meant: ClosedRange<Int>?
    ) -> MentorAdvice {
        let named = AskedPlace(intent == .begging ? "" : question, in: lines)
        let finding = focus.finding(in: document, lines, meaning: meant, named: named, asked: question)
        if let finding, !finding.isOfManyMistakes { return MentorAdvice(finding, in: document, level: level) }
        let numbered = lines.numberedLine(in: question)
        let single = meant.flatMap { $0.count == 1 ? $0.lowerBound : nil } ?? numbered
        let scope = single.map { lines.function(around: $0)?.whole ?? $0...$0 } ?? meant
        let part = scope.map { lines.showing(only: $0) } ?? lines
        let error = ErrorQuestion(question, in: lines)
        let suspicions = MentorSuspicion.all(in: part, asked: question, withSlips: error == nil)
        if let finding {
            // What asks about this kind of mistake says more than a rule that knows many.
            let own = suspicions.first { $0.line == finding.range.startLine }
            return own.map { MentorAdvice($0) } ?? MentorAdvice(finding, in: document, level: level)
        }
        if let suspicion = Self.best(suspicions, named, intent, on: numbered) { return MentorAdvice(suspicion) }
        let choice = ConceptChoice(question, in: document, lines)
        if let error {
            let topic = topic(on: error.line, question, code, choice)
            return MentorAdvice(
                line: error.line, question: error.question, pointer: topic.pointer, example: topic.example,
                isSeen: true,
                topic: topic.topic)
        }
        if numbered == nil,
            let finding = document.findings.first(where: {
                $0.severity == .warning && (named.isNone || named.holds($0.range.startLine))
            })
        {
            return MentorAdvice(finding, in: document, level: level)
        }
        if intent == .approval { return judging(question, lines, choice, scope, named) }
        if intent == .question, let found = choice.best(where: { named.isNone || named.holds($0) }, in: meant) {
            return MentorAdvice(found, level: level)
        }
        // Who begs speaks of the code that is wanted, not of the code that is there.
        let subject = intent == .begging ? numbered.map { "line \($0 + 1)" } ?? "" : question
        return general(subject, code, lines, choice, scope, named)
    }

    /// The first suspicion at what the question names, in the function around it, or, where it asks after a fault or
    /// names nothing, anywhere.
    private static func best(
        _ suspicions: [MentorSuspicion], _ named: AskedPlace, _ intent: MentorIntent, on line: Int?
    ) -> MentorSuspicion? {
        if let line {
            // What a numbered line does is asked of that line, unless something is wrong with what it takes part in.
            if let own = suspicions.first(where: { $0.line == line }) { return own }
            return intent == .question ? nil : suspicions.first
        }
        if let function = named.function, let own = suspicions.first(where: { function.whole.contains($0.line) }) {
            return own
        }
        if let own = suspicions.first(where: { named.lines.contains($0.line) }) { return own }
        if intent == .question, named.isSure { return nil }
        return suspicions.first
    }

    /// What leads somebody to a judgement of their own.
    private static func judging(
        _ question: String, _ lines: CodeLines, _ choice: ConceptChoice, _ scope: ClosedRange<Int>?, _ named: AskedPlace
    ) -> MentorAdvice {
        let line = lines.line(for: question, about: "", in: scope, named: named)
        let trial = line.map { TrialInputs(line: $0, in: lines) }
        let own = line.flatMap { line in
            LineQuestion(line, in: lines)?.boundary
        }
        let example = line.flatMap { choice.topic(on: $0)?.example } ?? MentorConcept.judging.example
        return MentorAdvice(
            line: line, question: own ?? trial?.question ?? MentorConcept.judging.question,
            pointer: trial?.pointer ?? MentorConcept.judging.pointer, example: example)
    }

    private static func general(
        _ question: String, _ code: String, _ lines: CodeLines, _ choice: ConceptChoice, _ scope: ClosedRange<Int>?,
        _ place: AskedPlace
    ) -> MentorAdvice {
        let named = MentorConcept.named(in: question, code: code)
        guard let line = lines.line(for: question, about: named?.words ?? "", in: scope, named: place) else {
            let isAboutCode = MentorIntent.isAboutPrograms(Words.split(question, limit: 200))
            if named == nil, !isAboutCode { return Self.start }
            let concept = named ?? MentorConcept.nearest(to: question, code: code)
            return MentorAdvice(
                line: nil, question: named?.question ?? (lines.isEmpty ? Self.beginning : concept.question),
                pointer: concept.pointer, example: concept.example, topic: named?.topic)
        }
        let topic = named ?? topic(on: line, question, code, choice)
        return MentorAdvice(
            line: line,
            question: LineQuestion(line, in: lines)?.question ?? named?.question ?? MentorConcept.general.question,
            pointer: topic.pointer, example: topic.example)
    }

    /// For a line: of the concept that stands on it, else of the nearest that the question names.
    private static func topic(
        on line: Int, _ question: String, _ code: String, _ choice: ConceptChoice
    ) -> MentorConcept {
        choice.topic(on: line).map { MentorConcept(question: "", topic: $0.id) }
            ?? MentorConcept.nearest(to: question, code: code)
    }

    private static let start = MentorAdvice(
        line: nil, question: beginning,
        pointer:
            "Write down one input and what should come out for it, in words; then only the lines that this one needs.",
        example: MentorConcept.judging.example)

    private static let beginning =
        "What is the smallest piece that you could write and run now, and what should come out of it? Write that one, "
        + "select it, and ask again."
}
