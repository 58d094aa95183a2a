import Models
import Storage
import Testing

@Suite struct DismissalContractTests {
    @Test(arguments: StoreBackend.all)
    func `a dismissed finding stays so until it is restored`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        for _ in 0..<2 {
            try await world.store.dismissFinding(
                identity: "f1", ruleID: "sql-string-built", path: path("a.ts"), in: world.project, as: world.asOwner)
        }
        let dismissed = try await world.store.dismissedFindings(in: world.project, as: world.asOwner)
        #expect(dismissed.map(\.identity) == ["f1"] && dismissed[0].path == path("a.ts"))
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.store.dismissedFindings(in: world.project, as: world.asOther)
            } == .notFound(.init(kind: "project", id: world.project.text)))
        for _ in 0..<2 {
            try await world.store.restoreFinding(
                identity: "f1", path: path("a.ts"), in: world.project, as: world.asOwner)
        }
        #expect(try await world.store.dismissedFindings(in: world.project, as: world.asOwner).isEmpty)
    }

    @Test(arguments: StoreBackend.all)
    func `the same finding of two files is dismissed and restored in each`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        for file in [path("a.ts"), path("b.ts"), nil] {
            try await world.store.dismissFinding(
                identity: "f1", ruleID: "r", path: file, in: world.project, as: world.asOwner)
        }
        func paths() async throws -> Set<ProjectPath?> {
            Set(try await world.store.dismissedFindings(in: world.project, as: world.asOwner).map(\.path))
        }
        #expect(try await paths() == [path("a.ts"), path("b.ts"), nil])
        try await world.store.restoreFinding(
            identity: "f1", path: path("a.ts"), in: world.project, as: world.asOwner)
        try await world.store.restoreFinding(identity: "f1", path: nil, in: world.project, as: world.asOwner)
        #expect(try await paths() == [path("b.ts")])
    }
}
