import Models
import Patterns

/// The modules of a roadmap, each after all of its prerequisites.
///
/// Hours are multiples of a quarter, so that their sum is exact in binary.
struct RoadmapPlan {
    private(set) var modules: [RoadmapModule] = []

    private let blueprint: Blueprint
    private let level: SkillLevel
    private static let mostFeatures = 10
    private static let mostFocusAreas = 4

    init(_ blueprint: Blueprint, level: SkillLevel, focus: [String], stack: [String]) {
        self.blueprint = blueprint
        self.level = level
        if let text = RoadmapText(blueprint.requirements.elevatorPitch) {
            planOwn(text, focus: focus)
            return
        }
        let technologies = (stack.isEmpty ? blueprint.requirements.recommendedStack : stack)
            .filter { !OwnWords.noStacks.contains($0) }
        let hasPages = OwnWords.shape(of: blueprint.requirements).map { $0 == .pages } ?? true
        let tools =
            technologies.isEmpty ? "the chosen tools" : English.list(technologies.prefix(3).map { Clip.text($0, 40) })
        let setUp = add(
            "Set up the workshop",
            hasPages
                ? "A project that starts, and a first page of its own." : "A project that starts, and says its name.",
            hours: 3, after: [], steps: setUpSteps(tools, count: technologies.count, hasPages: hasPages))
        let model =
            blueprint.isOwnWords
            ? add(
                "Find the parts", "What \(appName) takes in, what it gives out, and what it must remember in between.",
                hours: 4,
                after: [setUp], steps: partSteps)
            : add(
                "Model \(entityList)", "The records of \(appName), their fields and the rules that they must keep.",
                hours: 4, after: [setUp], steps: modelSteps)
        var built: [String] = []
        let ordered = blueprint.features.sorted { $0.priority.rank < $1.priority.rank }
        for feature in ordered.prefix(Self.mostFeatures) {
            let needs = [model] + (built.last.map { [$0] } ?? [])
            let title = uniqueTitle("Build: \(Clip.text(feature.name, 120))")
            built.append(
                add(
                    title, feature.description, hours: Self.hours[feature.view] ?? 5, after: needs,
                    steps: blueprint.isOwnWords
                        ? FeatureSteps.ownSteps(for: feature, level: level)
                        : FeatureSteps.steps(for: feature, level: level)))
        }
        for area in focus.prefix(Self.mostFocusAreas) {
            let title = uniqueTitle("Go deeper: \(Clip.text(area, 120))")
            built.append(
                add(
                    title, "A closer look at \(Clip.text(area, 200)), tried out on \(appName).", hours: 4,
                    after: [built.last ?? model], steps: focusSteps(Clip.text(area, 120))))
        }
        let tested = add(
            "Prove that it works", "Tests that would have caught yesterday's mistakes.", hours: 4,
            after: [built.last ?? model],
            steps: testSteps)
        let polished =
            hasPages
            ? add(
                "Make it usable for everyone", "Keyboard, screen reader, small screens and plain words.", hours: 3,
                after: [tested], steps: accessSteps) : tested
        _ = add(
            "Put it in front of people", "A running \(appName), and five people who tried it.", hours: 3,
            after: [polished], steps: launchSteps)
    }

    /// In another language than English: the idea's own sentences, each built and tried.
    private mutating func planOwn(_ text: RoadmapText, focus: [String]) {
        let setUp = add(text.setUp, hours: 3, after: [])
        let parts = add(text.parts, hours: 4, after: [setUp])
        var last = parts
        let ordered = blueprint.features.sorted { $0.priority.rank < $1.priority.rank }
        for feature in ordered.prefix(Self.mostFeatures) {
            let title = uniqueTitle(text.build(Clip.text(feature.name, 120)))
            last = add(title, feature.description, hours: 5, after: [last], steps: text.buildSteps)
        }
        for area in focus.prefix(Self.mostFocusAreas) {
            last = add(
                uniqueTitle(Clip.text(area, 120)), Clip.text(area, 200), hours: 4, after: [last], steps: text.buildSteps
            )
        }
        let tested = add(text.test, hours: 4, after: [last])
        _ = add(text.launch, hours: 3, after: [tested])
    }

    private mutating func add(_ part: (String, String, [String]), hours: Double, after: [String]) -> String {
        add(part.0, part.1, hours: hours, after: after, steps: part.2)
    }

    private var appName: String { Clip.text(blueprint.requirements.appName, 80) }
    private var entityList: String { English.list(blueprint.entities.prefix(3).map(\.plural)) }

    private mutating func add(
        _ title: String, _ description: String, hours: Double, after: [String], steps: [String]
    ) -> String {
        let factor: Double =
            switch level {
            case .beginner: 1.5
            case .intermediate: 1
            case .advanced: 0.75
            }
        let rounded = (hours * factor * 4).rounded() / 4
        modules.append(
            RoadmapModule(
                title: title, description: description, steps: steps, estimatedHours: rounded, prerequisites: after))
        return title
    }

    private func uniqueTitle(_ title: String) -> String {
        let taken = Set(modules.map(\.title))
        guard taken.contains(title) else { return title }
        return (2...99).map { "\(title) (\($0))" }.first { !taken.contains($0) } ?? title
    }

    private static let hours: [ProjectPattern.View: Double] = [
        .table: 6, .cards: 5, .board: 7, .calendar: 8, .summary: 5, .thread: 6, .signIn: 7, .settings: 4, .checkout: 8,
    ]

    // MARK: Steps

    private func setUpSteps(_ tools: String, count: Int, hasPages: Bool) -> [String] {
        switch level {
        case .beginner:
            [
                count == 0
                    ? "Choose what to write it in, install that, and run its sample"
                    : "Install \(tools) and run the sample that comes with \(count == 1 ? "it" : "each")",
                "Create the project and put it under version control",
                hasPages
                    ? "Change the first page so that it says what \(appName) is for"
                    : "Let the empty program start, and say in its README what \(appName) is for",
                "Explain to yourself what happens between saving a file and seeing the change",
            ]
        case .intermediate:
            [
                "Create the project with \(tools), a formatter and a test runner", "Make one command start everything",
                "Write down in ten lines what the first version will not do",
            ]
        case .advanced:
            [
                "Set up \(tools) with tests and checks on every push",
                "Write down the three largest risks and how each would show itself",
            ]
        }
    }

    private var modelSteps: [String] {
        let main = blueprint.mainEntity
        let fields = English.list(main.fields.prefix(4).map(\.name))
        var steps = [
            "Describe \(English.article(for: main.name)) \(main.name) on paper: \(fields), and what must never happen to it",
            "DECIDE: where the records live (memory, a file, a database), and what each choice costs later",
            "Write the types and five believable \(main.plural)",
        ]
        if level != .beginner { steps.append("Let the storage refuse what must never happen, and show that it does") }
        if level == .advanced { steps.append("Say what becomes of old records when a field is added") }
        return steps
    }

    private var partSteps: [String] {
        let name = Clip.text(blueprint.features.first?.name ?? appName, 100)
        var steps = [
            "Write down one example of what goes in and what shall come out for “\(name)”",
            "DECIDE: what must be remembered between two runs, and where",
            "Draw the parts as boxes, and name what travels along each arrow",
        ]
        if level != .beginner {
            steps.append("Mark the part that is hardest to test, and say how you would test it anyway")
        }
        return steps
    }

    private var testSteps: [String] {
        [
            "Write down three things that went wrong while building",
            "Turn each into a test that fails without its repair",
            "Test one whole journey: \(Clip.text(blueprint.features.first?.name ?? "the main page", 100))",
            "DECIDE: which parts need no test, and why",
        ]
    }

    private var accessSteps: [String] {
        [
            "Use \(appName) without a mouse for ten minutes, and note where it hurts",
            "Give every field a label and every error a sentence",
            "Check the contrast of all texts", "Try it on the smallest phone that you can find",
        ]
    }

    private var launchSteps: [String] {
        let who = Clip.text(blueprint.requirements.targetAudience.first?.role ?? "a future user", 100)
        return [
            "DECIDE: where it runs, and what that costs a month", "Publish it, with a way back to the version before",
            "Watch somebody use it who is, or could be: \(who)",
            "Write down what you would build next, and what you would leave out",
        ]
    }

    private func focusSteps(_ area: String) -> [String] {
        [
            "Write down what you know of \(area), and two questions that you have",
            "Find the place in the project where it matters most",
            "Change that place, and measure or show the difference", "Explain \(area) to somebody in five sentences",
        ]
    }
}
