import JSON
import Models
import Storage
import Testing

@testable import Engine

@Suite struct RoadmapProgressTests {
    private func stored(
        _ titles: [String] = ["Basics", "More"], steps: [[String]] = [["Read", "Write"], ["Read", "Test"]]
    ) -> LearningRoadmap {
        let modules = zip(titles, steps).enumerated().map { index, module in
            RoadmapModule(
                title: module.0, description: "", steps: module.1, estimatedHours: 1,
                prerequisites: index == 0 ? [] : [titles[index - 1]])
        }
        return LearningRoadmap(
            title: "Walkbook", description: "Learn.", skillLevel: .beginner, modules: modules, totalEstimatedHours: 2)
    }

    @Test func `opening one of four done steps opens that one alone`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        _ = try await application.advanceRoadmap(of: project, to: 4)
        let roadmap = try await application.markStep(1, done: false, of: project)
        #expect(roadmap.document.done == [0, 2, 3])
        #expect(roadmap.row.currentStepIndex == 1)
        // The next step is the open one; with it everything is done again.
        #expect(try await application.advanceRoadmap(of: project).row.currentStepIndex == 4)
    }

    @Test(arguments: [1e300, -1e300, 1e19, 0.5])
    func `hours of another program are bounded, and shown`(hours: Double) {
        let module = RoadmapModule(stored: ["title": "A", "steps": ["b"], "estimated_hours": .double(hours)])
        #expect((0...100).contains(module.estimatedHours))
        var asked = module
        asked.estimatedHours = hours
        let document = RoadmapDocument(title: "T", description: "", skillLevel: "beginner", modules: [asked], done: [])
        #expect(document.render().contains("] b"))
    }

    @Test func `a price that nobody asks for is none, and costs have a bound`() {
        #expect(TokenPrice(json: ["input": 1e300, "output": 1]) == nil)
        #expect(TokenPrice(json: ["input": 1e6, "output": 0])?.microdollars(input: .max, output: 0) == .max)
        #expect(TokenPrice(json: ["input": 3, "output": 15])?.microdollars(input: 1_000, output: 100) == 4_500)
    }

    @Test func `a module opens with what it waits for, and stays open once begun`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        func locks() async throws -> [JSONValue?] {
            try await application.roadmap(ofProject: project.text).modules.array?.map { $0["is_locked"] } ?? []
        }
        #expect(try await locks() == [false, true])
        _ = try await application.advanceRoadmap(of: project, to: 3)
        _ = try await application.markStep(0, done: false, of: project)
        #expect(try await locks() == [false, false])
    }

    @Test func `a step of a locked module is refused, as a tick in the document is`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        await #expect(throws: RequestFailure.self) {
            _ = try await application.markStep(3, done: true, of: project)
        }
        #expect(try await application.roadmap(ofProject: project.text).document.done.isEmpty)
        _ = try await application.advanceRoadmap(of: project, to: 2)
        #expect(try await application.markStep(3, done: true, of: project).document.done == [0, 1, 3])
    }

    @Test func `going back and on again leaves alone what was done out of turn`() {
        var progress = RoadmapProgress(of: stored().modules, done: [0, 3])
        #expect(progress.currentStep == 1)
        progress.advance(to: 0)
        #expect(progress.done == [3])
        progress.advance(to: 2)
        #expect(progress.done == [0, 1, 3])
        progress.advance(to: 4)
        #expect(progress.done == [0, 1, 2, 3])
    }

    @Test func `an index that another program moved counts`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        let row = try await application.markStep(0, done: true, of: project).row
        try await application.store.updateRoadmap(row.id, modules: nil, currentStepIndex: 3, as: .service)
        #expect(try await application.roadmap(ofProject: project.text).document.done == [0, 1, 2])
    }

    @Test func `a new roadmap keeps what was done of the same steps`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        for step in [0, 1, 3] { _ = try await application.markStep(step, done: true, of: project) }
        // “Test” is the only step of its text; “Read” is not, and its module is another one.
        let next = stored(["Basics", "Deeper"], steps: [["Read", "Draw"], ["Read", "Test"]])
        try await sample.claimed(worker: "second").storeRoadmap(next)
        let roadmap = try await application.roadmap(ofProject: project.text)
        #expect(roadmap.document.steps == ["Read", "Draw", "Read", "Test"])
        #expect(roadmap.document.done == [0, 3])
        #expect(roadmap.row.currentStepIndex == 1)
    }

    @Test func `the same roadmap again keeps everything`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        _ = try await sample.application.advanceRoadmap(of: sample.project, to: 3)
        try await sample.claimed(worker: "second").storeRoadmap(stored())
        #expect(try await sample.application.roadmap(ofProject: sample.project.text).document.done == [0, 1, 2])
    }

    @Test func `steps that two programs mark at once both count`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRoadmap(stored())
        let (application, project) = (sample.application, sample.project)
        try await withThrowingTaskGroup { group in
            for step in 0..<2 { group.addTask { _ = try await application.markStep(step, done: true, of: project) } }
            try await group.waitForAll()
            for step in 2..<4 { group.addTask { _ = try await application.markStep(step, done: true, of: project) } }
            try await group.waitForAll()
        }
        #expect(try await application.roadmap(ofProject: project.text).row.currentStepIndex == 4)
    }
}
