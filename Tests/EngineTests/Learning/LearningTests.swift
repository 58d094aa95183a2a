import JSON
import Models
import Storage
import Testing

@testable import Engine

@Suite struct LearningTests {
    private let roadmap = LearningRoadmap(
        title: "Walkbook", description: "Learn.", skillLevel: .beginner, modules: DocumentSamples.modules,
        totalEstimatedHours: 3.5)

    @Test func `a roadmap is stored once, with its first module alone unlocked`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await work.storeRoadmap(roadmap)
        try await work.storeRoadmap(roadmap)
        #expect(try await sample.application.store.roadmaps(of: sample.project, as: .service).count == 1)
        let stored = try await sample.application.roadmap(ofProject: sample.project.text)
        #expect(stored.document.title == "Walkbook")
        #expect(stored.modules.array?.map { $0["is_locked"] } == [false, true])
    }

    @Test func `the steps go forward, unlock modules, and end`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(roadmap)
        let (application, project) = (sample.application, sample.project)
        #expect(try await application.advanceRoadmap(of: project).row.currentStepIndex == 1)
        let third = try await application.advanceRoadmap(of: project)
        #expect(third.modules.array?.map { $0["is_locked"] } == [false, false])
        await #expect(throws: RequestFailure.self) { try await application.advanceRoadmap(of: project, to: 5) }
        #expect(try await application.advanceRoadmap(of: project, to: 4).row.currentStepIndex == 4)
        let error = await #expect(throws: RequestFailure.self) { try await application.advanceRoadmap(of: project) }
        #expect(error?.code == "conflict")
    }

    @Test func `a picked option is kept, and a later pick replaces it`() async throws {
        let sample = try await JobSample()
        let application = sample.application
        let id = try await sample.submit(.pedagogy, ["decision_context": "Where?"])
        let work = try #require(try await JobQueue(application, worker: "w", lease: .seconds(9)).claim())
        let framework = DocumentSamples.choices().choices[0].framework
        try await work.complete(framework.json)
        #expect(try await application.choices(ofProject: sample.project.text).map(\.selected) == [nil])
        for option in ["a", "b"] { _ = try await application.select(option: option, ofChoice: id) }
        #expect(try await application.choices(ofProject: sample.project.text).map(\.selected) == ["b"])
        let error = await #expect(throws: RequestFailure.self) {
            try await application.select(option: "z", ofChoice: id)
        }
        #expect(error?.location == ["option_id"])
    }

    // MARK: Decisions

    /// A project in student mode with a roadmap whose second step is a decision, and the options laid out for it.
    private func deciding() async throws -> (sample: JobSample, choice: String) {
        let sample = try await JobSample()
        _ = try await sample.application.updateProject(sample.project.text, ["mode": "student"])
        let modules = [
            RoadmapModule(
                title: "Model", description: "", steps: ["Draw", "DECIDE: where records live", "Test it"],
                estimatedHours: 3, prerequisites: [])
        ]
        let roadmap = LearningRoadmap(
            title: "R", description: "", skillLevel: .beginner, modules: modules, totalEstimatedHours: 3)
        try await sample.claimed().storeRoadmap(roadmap)
        let id = try await sample.submit(.pedagogy, ["decision_context": "where  records live"])
        let work = try #require(try await JobQueue(sample.application, worker: "w", lease: .seconds(9)).claim())
        try await work.complete(DocumentSamples.choices().choices[0].framework.json)
        return (sample, id)
    }

    @Test func `a decision's step is followed by what was picked, and by another pick instead`() async throws {
        let (sample, choice) = try await deciding()
        let (application, project) = (sample.application, sample.project)
        func roadmap() async throws -> RoadmapDocument {
            try #require(try await application.documents(of: project).roadmap)
        }
        #expect(try await roadmap().notes[1] == ["The options are laid out in choices.md: tick one there."])
        _ = try await application.markStep(2, done: true, of: project)
        _ = try await application.select(option: "a", ofChoice: choice)
        var now = try await roadmap()
        #expect(now.steps.count == 4 && now.steps[2].contains("“Option a”") && now.steps[2].contains("fast"))
        #expect(now.steps[3] == "Test it" && now.done == [3])
        #expect(now.notes[1] == ["You decided: Option a. For: fast. Against: hard."])
        #expect(now.render().contains("  - You decided: Option a."))
        _ = try await application.markStep(2, done: true, of: project)
        _ = try await application.select(option: "a", ofChoice: choice)
        #expect(try await roadmap().done == [2, 3])
        _ = try await application.select(option: "b", ofChoice: choice)
        now = try await roadmap()
        #expect(now.steps.count == 4 && now.steps[2].contains("“Option b”") && now.done == [3])
        #expect(try await application.roadmap(ofProject: project.text).row.currentStepIndex == 0)
    }

    @Test func `a step that the folder's files show is offered, and not ticked`() async throws {
        let (sample, _) = try await deciding()
        let (application, project) = (sample.application, sample.project)
        let modules = [
            RoadmapModule(
                title: "M", description: "",
                steps: ["Write the types and five believable cards", "Turn each into a test"],
                estimatedHours: 1, prerequisites: [])
        ]
        _ = try await application.store.createRoadmap(
            modules: JSONText(.array(modules.map(\.json))), in: project, as: .service)
        let path = try ProjectPath(validating: "src/card.ts")
        try await application.store.saveFile(
            FileSave(path: path, content: "export type Card = {}", language: nil, base: .absent), in: project,
            as: .service)
        let roadmap = try #require(try await application.documents(of: project).roadmap)
        #expect(roadmap.done.isEmpty)
        #expect(roadmap.notes == [0: ["Seen: `src/card.ts` declares it, which may be all that the step asks for."]])
        _ = try await application.updateProject(project.text, ["mode": "builder"])
        #expect(try await application.documents(of: project).roadmap?.notes == [:])
    }

    // MARK: What was learned

    @Test func `the week's summary counts what happened, and hints follow it`() async throws {
        let (sample, choice) = try await deciding()
        let (application, project) = (sample.application, sample.project)
        for (subject, times) in [("concept/js/await/1", 3), ("concept/js/await/2", 3), ("concept/js/map/1", 1)] {
            for _ in 0..<times {
                _ = try await application.giveHint(
                    about: subject, asked: "What is it about await?", concepts: ["js/await"], in: project,
                    isSeen: false, text: { "Hint \($0)" })
            }
        }
        try await application.noteSolved(
            "finding/a.py/eval/yaml-load:1", "Gone: “YAML” in a.py. The reviewer looked again.",
            concept: "eval/yaml-load",
            in: project)
        _ = try await application.select(option: "b", ofChoice: choice)
        let text = try #require(try await application.documents(of: project).render()[.learning])
        #expect(text.contains("## Week of \(Timestamp.now().monday)\n\n1 day · "))
        #expect(text.contains("· 7 questions") && text.contains("Concepts: await, "))
        #expect(text.contains("- Gone: “YAML” in a.py.\n"))
        #expect(text.contains("Roadmap: 0 of 4 steps done.") && text.contains(": Option b"))
        #expect(text.contains("until the example\n\n- await\n"))
        let learner = try await application.learner(in: project)
        #expect(learner.level(of: "js/await", beside: "concept/js/await/9") == .beginner)
        let advanced = Learner(level: .advanced, asked: learner.asked)
        #expect(advanced.level(of: "js/await", beside: "concept/js/await/9") == .intermediate)
        #expect(advanced.level(of: "js/await", beside: "concept/js/await/1") == .advanced)
        let easy = Learner(level: .beginner, asked: ["concept/js/map/1": 1, "concept/js/map/2": 1])
        #expect(easy.level(of: "js/map", beside: "concept/js/map/3") == .intermediate)
    }

    @Test(arguments: [
        ("2026-11-23T00:00:00Z", "2026-11-23"), ("2026-11-29T23:59:59Z", "2026-11-23"),
        ("2026-11-30T00:00:00Z", "2026-11-30"), ("1970-01-01T00:00:00Z", "1969-12-29"),
        ("2024-02-29T12:00:00Z", "2024-02-26"),
    ])
    func `a week begins on its Monday`(moment: String, monday: String) throws {
        #expect(try #require(Timestamp(moment)).monday == monday)
    }
}
