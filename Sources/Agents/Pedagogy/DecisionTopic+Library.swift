extension DecisionTopic {
    static let library: [DecisionTopic] = [
        .stateChoice, .stylingChoice, .formsChoice, .renderingChoice, .searchChoice,
        .databaseChoice, .cachingChoice, .filesChoice, .asyncChoice, .realtimeChoice,
        .authChoice, .hostingChoice, .paymentsChoice, .apiChoice,
        .testingChoice, .errorsChoice, .structureChoice, .languageChoice,
    ]

    /// For a decision that no topic knows: three attitudes that fit any of them.
    static let general = DecisionTopic(
        id: "general", label: "the way forward", words: "",
        options: [
            Option(
                "smallest", "The smallest thing that works", .beginner,
                pros: ["Done today, and easy to throw away", "Shows what the real question is"],
                cons: ["Will be replaced", "Tempts to stay"],
                teaches: "Shows how much can be left out"),
            Option(
                "proven", "What others use for this", .intermediate,
                pros: ["Known mistakes are already made", "Documentation and help exist"],
                cons: ["Brings more than you need", "Its limits become yours"],
                teaches: "Teaches to read other people's designs"),
            Option(
                "own", "A design of your own for exactly this", .advanced,
                pros: ["Fits the problem", "You understand every part"],
                cons: ["You maintain every part", "Takes longest"],
                teaches: "Teaches to find the essence, and to test it"),
        ],
        deciding: "Ask how expensive it is to change your mind in a month.")
}
