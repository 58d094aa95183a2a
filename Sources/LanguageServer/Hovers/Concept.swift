import Review

/// What is worth knowing about a keyword, and a question that leads to using it well.
struct Concept: Sendable {
    let explanation: String
    let question: String

    /// The concept behind a word of a language.
    static func named(_ word: String, in language: Language) -> Concept? {
        guard let concept = all[word], concept.languages.contains(language) else { return nil }
        return concept.concept
    }

    private static let scripts: Set<Language> = [.javascript, .javascriptReact, .typescript, .typescriptReact]
    private static let withExceptions: Set<Language> = scripts.union([.python, .swift])
    private static let everyCode: Set<Language> = scripts.union([.python, .swift, .go])

    private static let all: [String: (languages: Set<Language>, concept: Concept)] = [
        "async": (
            withExceptions,
            Concept(
                explanation: "the function may pause at each `await` while others run.",
                question: "What else may change between two awaits, and does the code after them still hold?")
        ),
        "await": (
            withExceptions,
            Concept(
                explanation: "pauses here until the result is there; other code runs meanwhile.",
                question: "Could several of these waits run at the same time?")
        ),
        "try": (
            withExceptions,
            Concept(
                explanation: "runs code that can fail and hands the failure to whoever handles it.",
                question: "Which failures do you expect here, and what should the user see of each?")
        ),
        "catch": (
            scripts.union([.swift]),
            Concept(
                explanation: "handles a failure of the code before it.",
                question: "Does it handle the failure, or only hide it?")
        ),
        "except": (
            [.python],
            Concept(
                explanation: "handles exceptions of the classes that it names; without a name, all of them.",
                question: "Which exceptions can you really deal with here?")
        ),
        "finally": (
            scripts.union([.python]),
            Concept(
                explanation: "runs however the code before it ends.",
                question: "What must be released even after a failure?")
        ),
        "lambda": (
            [.python],
            Concept(
                explanation: "a function of one expression, without a name.",
                question: "Would a name tell the reader more?")
        ),
        "yield": (
            scripts.union([.python]),
            Concept(
                explanation: "hands out one value and pauses the function until the next one is wanted.",
                question: "Who asks for the next value, and what if nobody does?")
        ),
        "defer": (
            [.swift, .go],
            Concept(
                explanation: "runs when the function or block is left, however that happens.",
                question: "In which order do several of these run?")
        ),
        "goroutine": (
            [.go], Concept(explanation: "a function that runs beside its caller.", question: "How does it end?")
        ),
        "guard": (
            [.swift],
            Concept(
                explanation: "leaves early unless a condition holds, so that the rest can rely on it.",
                question: "What does the rest of the function now know for sure?")
        ),
        "global": (
            [.python],
            Concept(
                explanation: "assigns to the module's variable instead of a local one.",
                question: "Who else changes it, and could it be a parameter instead?")
        ),
        "any": (
            [.typescript, .typescriptReact],
            Concept(
                explanation: "turns type checking off for the value.",
                question: "What do you know about the value? Could `unknown` or a type of its own say it?")
        ),
        "var": (
            scripts,
            Concept(
                explanation: "declares a variable for the whole function, wherever it stands in it.",
                question: "Would `let` or `const` limit it to where it is needed?")
        ),
        "while": (
            everyCode,
            Concept(
                explanation: "repeats as long as its condition holds.",
                question: "What makes the condition false in the end, on every path?")
        ),
        "recursion": (
            everyCode, Concept(explanation: "a function that calls itself.", question: "Which case ends it?")
        ),
    ]
}
