import Models

@testable import Engine

/// Contract values for the tests of the documents.
enum DocumentSamples {
    static let requirements = RequirementsDoc(
        appName: "Walkbook", elevatorPitch: "Dog walkers plan, do and bill their walks in one place.",
        targetAudience: [UserPersona(role: "Walker", goal: "plan a day", painPoint: "paper")],
        coreFeatures: [
            Feature(name: "Walk schedule", description: "A calendar of walks.", priority: .mustHave),
            Feature(name: "<Invoices> & [links]", description: "Bill *walks*\n# now.", priority: .shouldHave),
        ],
        recommendedStack: ["Next.js", "TypeScript"], technicalConstraints: nil)

    static let project = Project(
        id: .random(), userID: .random(), title: "Walkbook", mode: .builder, createdAt: .now(), updatedAt: .now())

    static let architecture = WireframeSpec(
        siteMap: [
            PageRoute(
                path: "/", description: "Start",
                components: [Component(name: "Home", props: ["title"], children: ["Hero"])]),
            PageRoute(path: "/walks", description: "All walks", components: []),
            PageRoute(path: "/walks/[id]", description: "A \"walk\"", components: []),
        ],
        globalStateNeeds: ["session"], themeColors: ["#112233"])

    static let modules = [
        RoadmapModule(
            title: "Basics", description: "Start.", steps: ["Read", "Write"], estimatedHours: 2, prerequisites: []),
        RoadmapModule(
            title: "More", description: "Go on.", steps: ["Read", "Test"], estimatedHours: 1.5,
            prerequisites: ["Basics"]),
    ]

    static func roadmap(done: Int) -> RoadmapDocument {
        RoadmapDocument(
            title: "Walkbook", description: "Learn it.", skillLevel: "beginner", modules: modules,
            done: Set(0..<done))
    }

    static func questions(answers: [ClarificationResponse] = []) -> QuestionsDocument {
        QuestionsDocument(sections: [
            QuestionsDocument.Section(
                job: "j1", title: "research", isWaiting: answers.isEmpty,
                questions: [
                    ClarificationQuestion(id: "q1", question: "What first?", options: ["Scheduling", "Payments"]),
                    ClarificationQuestion(id: "q2", question: "For whom?", options: nil),
                ], answers: answers)
        ])
    }

    static func choices(selected: String? = nil) -> ChoicesDocument {
        let options = ["a", "b"].map {
            ImplementationOption(
                id: $0, title: "Option \($0)", pros: ["fast"], cons: ["hard"], difficulty: .beginner,
                educationalValue: "much")
        }
        return ChoicesDocument(choices: [
            ChoicesDocument.Choice(
                id: "c1",
                framework: ChoiceFramework(context: "How to keep data?", options: options, recommendation: "a"),
                selected: selected)
        ])
    }
}
