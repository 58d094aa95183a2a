import JSON
import Models
import Storage
import Testing

@testable import Engine

@Suite struct RequirementsKeepingTests {
    private let first = DocumentSamples.requirements

    @Test func `what a person changed stays when the agent writes the same application again`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRequirements(first)
        var edited = first
        edited.coreFeatures[0].priority = .niceToHave
        edited.coreFeatures.remove(at: 1)
        edited.coreFeatures.append(Feature(name: "Weather", description: "Rain or not.", priority: .mustHave))
        edited.recommendedStack = ["Flask"]
        try await sample.application.setRequirements(edited, of: sample.project)

        var again = first
        again.elevatorPitch = "Dog walkers have their whole day in one place."
        again.coreFeatures.append(Feature(name: "Maps", description: "Where to walk.", priority: .shouldHave))
        try await sample.claimed(worker: "second").storeRequirements(again)
        let kept = try await requirements(of: sample)
        #expect(kept.coreFeatures.map(\.name) == ["Walk schedule", "Weather", "Maps"])
        #expect(kept.coreFeatures[0].priority == .niceToHave)
        #expect(kept.recommendedStack == ["Flask"])
        #expect(kept.elevatorPitch == again.elevatorPitch)
    }

    @Test func `another application's requirements replace what was there`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRequirements(first)
        var edited = first
        edited.recommendedStack = ["Flask"]
        try await sample.application.setRequirements(edited, of: sample.project)
        var other = first
        other.appName = "Teapot"
        try await sample.claimed(worker: "second").storeRequirements(other)
        #expect(try await requirements(of: sample) == other)
    }

    @Test func `the title follows the application's name until a person gives one`() async throws {
        let sample = try await JobSample()
        let (application, store) = (sample.application, sample.application.store)
        let place = try TemporaryFolder()
        defer { withExtendedLifetime(place) {} }
        let folder = try ProjectFolder(path: place.path)
        let project = try await application.workspace(of: folder).projectID
        func keep(_ document: RequirementsDoc, byAgent: Bool) async throws -> String {
            let row = try await store.project(project, as: application.caller)
            try await RequirementsKeeping(project: row, store: store, caller: application.caller)
                .store(document, byAgent: byAgent)
            return try await store.project(project, as: application.caller).title
        }
        #expect(try await keep(first, byAgent: true) == "Walkbook")
        var renamed = first
        renamed.appName = "Leash"
        #expect(try await keep(renamed, byAgent: false) == "Leash")
        _ = try await application.updateProject(project.text, ["title": "Leash"])
        #expect(try await keep(first, byAgent: false) == "Leash")
    }

    @Test func `a title that is neither the folder's nor the application's stays`() async throws {
        let sample = try await JobSample()
        try await sample.claimed().storeRequirements(first)
        #expect(try await sample.application.project(sample.project.text).title == "Sample")
    }

    @Test func `a project that was put away stays away`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await work.setProjectStatus(.building)
        #expect(try await sample.application.project(sample.project.text).status == .building)
        _ = try await sample.application.updateProject(sample.project.text, ["status": "archived"])
        for status in [Project.Status.building, .completed] { try await work.setProjectStatus(status) }
        #expect(try await sample.application.project(sample.project.text).status == .archived)
    }

    private func requirements(of sample: JobSample) async throws -> RequirementsDoc {
        let row = try await sample.application.project(sample.project.text)
        return try #require(JSONText.contract(row.requirementsSpec))
    }
}
