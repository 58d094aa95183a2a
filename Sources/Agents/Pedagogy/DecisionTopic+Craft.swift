extension DecisionTopic {
    static let testingChoice = DecisionTopic(
        id: "testing", label: "what is tested, and how",
        words: """
            test, testing, unit test, integration test, e2e, end to end, tdd, coverage, jest, vitest, \
            pytest, playwright, mock
            """,
        options: [
            Option(
                "unit", "Unit tests of pure functions", .beginner,
                pros: ["Fast and exact", "Push you to separate logic from input and output"],
                cons: ["Miss mistakes between parts", "Easy to test details that may change"],
                teaches: "Teaches what a function promises"),
            Option(
                "integration", "Tests through the public interface", .intermediate,
                pros: ["Catch wrong wiring", "Survive rewriting the inside"],
                cons: ["Slower, need test data", "A failure says less about the place"],
                teaches: "Teaches boundaries and test doubles"),
            Option(
                "journey", "A few whole journeys in a browser", .advanced,
                pros: ["Prove what users do", "Catch what nobody thought of"],
                cons: ["Slow and sometimes flaky", "Need a whole environment"],
                teaches: "Teaches waiting for conditions, and isolation"),
        ],
        deciding: "Ask which mistake would hurt most, and which test would have caught it.")

    static let errorsChoice = DecisionTopic(
        id: "errors", label: "what happens when something fails",
        words: """
            error, errors, error handling, exception, exceptions, failure, retry, result type, try catch, \
            fallback, crash, logging
            """,
        options: [
            Option(
                "throw", "Throw, and catch at the edge", .beginner,
                pros: ["Little code", "Nothing is silently ignored"],
                cons: ["The signature does not tell", "Catching too early hides causes"],
                teaches: "Teaches where an error can be handled at all"),
            Option(
                "result", "Results as values", .intermediate,
                pros: ["The compiler reminds you", "Failure is part of the contract"],
                cons: ["More words", "Needs a convention for chains"],
                teaches: "Teaches sum types and exhaustive handling"),
            Option(
                "resilient", "Retries, limits and fallbacks", .advanced,
                pros: ["Survives bad days of others", "Degrades rather than breaks"],
                cons: ["Can make overload worse", "Hard to test"],
                teaches: "Teaches idempotence, back-off and circuit breakers"),
        ],
        deciding: "Ask what the person in front of the screen can do about it.")

    static let structureChoice = DecisionTopic(
        id: "structure", label: "how the code is cut",
        words: """
            architecture, structure, folder, folders, modules, monorepo, microservice, microservices, \
            monolith, layers, clean architecture, organise code, separation, component structure, refactor
            """,
        options: [
            Option(
                "feature", "One folder for each feature", .beginner,
                pros: ["What belongs together lies together", "Easy to delete"],
                cons: ["Shared code needs a home", "Boundaries are only a habit"],
                teaches: "Teaches cohesion"),
            Option(
                "layers", "Layers with arrows in one direction", .intermediate,
                pros: ["Logic can be tested without input and output", "Parts can be replaced"],
                cons: ["More files for one change", "Tempts to abstract early"],
                teaches: "Teaches dependency direction"),
            Option(
                "services", "Separate services", .advanced,
                pros: ["Teams release on their own", "Failures stay local"],
                cons: ["The network is now part of every call", "Data is spread"],
                teaches: "Teaches contracts, versioning and partial failure"),
        ],
        deciding: "Ask which two things always change together.")

    static let languageChoice = DecisionTopic(
        id: "language", label: "which language or framework",
        words: """
            language, framework, typescript, javascript, python, swift, rust, go, which framework, \
            react or vue, vue, svelte, django, flask, fastapi, types, tech stack
            """,
        options: [
            Option(
                "known", "What the team knows", .beginner,
                pros: ["Attention goes to the problem", "Help is near"],
                cons: ["May not be the best fit", "You learn less"],
                teaches: "Shows that fluency beats features"),
            Option(
                "typed", "A typed language with a large community", .intermediate,
                pros: ["Mistakes show while typing", "Most questions are answered"],
                cons: ["Set-up takes a day", "Types need practice"],
                teaches: "Teaches to think in contracts"),
            Option(
                "fitting", "The one made for this problem", .advanced,
                pros: ["Less code for the hard part", "Often faster"],
                cons: ["Fewer people can help", "More to learn at once"],
                teaches: "Teaches to weigh fit against cost"),
        ],
        deciding: "Ask what the people who maintain it know already.")
}
