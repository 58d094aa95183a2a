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
}
