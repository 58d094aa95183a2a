import JSON
import Models
import Storage
import TestSupport
import Testing

@testable import Engine

/// What a project says of itself, on two machines that share it.
@Suite struct TeamProjectTests {
    private let server: TeamServerSample

    init() async throws { server = try await TeamServerSample() }

    private func pair() async throws -> (LaptopSample, LaptopSample) {
        (try await LaptopSample(server, as: server.owner), try await LaptopSample(server, as: server.friend))
    }

    private func requirements(_ features: [String], pitch: String = "Walks for dogs, planned and paid.") throws
        -> RequirementsDoc
    {
        try RequirementsDoc(validating: [
            "app_name": "Walks", "elevator_pitch": .string(pitch), "target_audience": [],
            "core_features": .array(
                features.map { ["name": .string($0), "description": "d", "priority": "must-have"] }),
            "recommended_stack": ["Swift"],
        ])
    }

    private func features(_ person: LaptopSample) async throws -> [String] {
        let project = try await person.application.project(person.project.text)
        let document: RequirementsDoc? = JSONText.contract(project.requirementsSpec)
        return document?.coreFeatures.map(\.name) ?? []
    }

    @Test func `requirements, title and description come to the other`() async throws {
        var (ada, bob) = try await pair()
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(try await bob.application.project(bob.project.text).title == "Walks", "as it is called there")
        try await ada.application.setRequirements(try requirements(["map"]), of: ada.project)
        _ = try await ada.application.updateProject(ada.project.text, ["title": "Dog walks", "description": "All."])
        _ = try await ada.look()
        _ = try await bob.look()
        #expect(try await features(bob) == ["map"])
        let project = try await bob.application.project(bob.project.text)
        #expect(project.title == "Dog walks" && project.description == "All." && project.techStack == ["Swift"])
        let quiet = try await [ada.look(), bob.look()]
        #expect(quiet.allSatisfy { !$0.isOutdated })
    }

    @Test func `features that two people add offline are all there; of two titles one stays and the other is told`()
        async throws
    {
        var (ada, bob) = try await pair()
        try await ada.application.setRequirements(try requirements(["map"]), of: ada.project)
        _ = try await ada.look()
        _ = try await bob.look()
        try await ada.application.setRequirements(try requirements(["map", "pay"]), of: ada.project)
        try await bob.application.setRequirements(try requirements(["map", "rate"]), of: bob.project)
        _ = try await ada.application.updateProject(ada.project.text, ["title": "Ada's"])
        _ = try await bob.application.updateProject(bob.project.text, ["title": "Bob's"])
        for _ in 0..<2 {
            _ = try await ada.look()
            _ = try await bob.look()
        }
        for person in [ada, bob] {
            #expect(try await Set(features(person)) == ["map", "pay", "rate"])
            #expect(try await person.application.project(person.project.text).title == "Ada's")
        }
        let told = try await bob.application.teamReport(of: bob.project)?["replaced"]?.array
        #expect(told?.map { $0["value"] } == ["Bob's"])
    }

    @Test func `what a roadmap is called comes with it, and later`() async throws {
        var (ada, bob) = try await pair()
        let row = try await ada.application.createRoadmap(
            [RoadmapModule(title: "M", description: "", steps: ["1"], estimatedHours: 1, prerequisites: [])],
            in: ada.project)
        _ = try await ada.look()
        _ = try await bob.look()
        let about: JSONValue = ["title": "Learn", "description": "d", "skill_level": "advanced"]
        try await ada.application.store.setProjectValue(
            JSONText(about), for: "roadmap/\(row.id)", in: ada.project, as: ada.application.caller)
        _ = try await ada.look()
        _ = try await bob.look()
        let roadmap = try await bob.application.roadmap(ofProject: bob.project.text)
        #expect(roadmap.document.title == "Learn" && roadmap.document.skillLevel == "advanced")
    }

    @Test func `credentials among many files are refused by name, and the others are saved`() async throws {
        let application = Application(store: server.store, caller: .user(server.owner))
        let changes = try ChangeFilesRequest(validating: [
            "saves": [
                ["path": "a.py", "content": "a\n"], ["path": ".env", "content": "PASSWORD=x\n"],
                ["path": "b.py", "content": "b\n"],
            ]
        ])
        let outcomes = try await application.changeFiles(changes, in: server.project).map { $0.outcome.json($0.path) }
        #expect(outcomes.map { $0["outcome"] } == ["saved", "refused", "saved"])
        #expect(outcomes[1]["reason"]?.string?.contains(".env") == true)
        #expect(try await server.texts().keys.sorted() == ["a.py", "b.py"])
    }
}
