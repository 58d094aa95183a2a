import Models
import Storage
import Testing

@Suite struct WorkspaceContractTests {
    @Test(arguments: StoreBackend.local)
    func `editors that open one folder at once get one project`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let links = try await withThrowingTaskGroup(of: Workspace.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await world.local().openWorkspace(
                        folder: "/home/w", identity: nil, title: "w", mode: .student, as: world.asOwner)
                }
            }
            return try await group.reduce(into: Set<Workspace>()) { $0.insert($1) }
        }
        #expect(links.count == 1)
        let projects = try await world.store.projects(as: world.asOwner)
        #expect(projects.count == 2 && projects[0].title == "w" && projects[0].mode == .student)
    }

    @Test(arguments: StoreBackend.local)
    func `users have their own links, and others' are hidden`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let mine = try await world.local().linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        #expect(try await world.local().workspace(folder: "/w", as: world.asOwner) == mine)
        #expect(try await world.local().workspace(folder: "/w", as: world.asOther) == nil)
        #expect(try await world.local().workspace(folder: "/w", as: .anonymous) == nil)
        let missing = StoreError.notFound(.init(kind: "workspace", id: mine.id.text))
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.local().syncedFiles(in: mine.id, as: world.asOther)
            } == missing)
        #expect(
            await error { () async throws(StoreError) in
                try await world.local().recordSynced([], forgetting: [], in: mine.id, as: world.asOther)
            } == missing)
        #expect(
            await error { () async throws(StoreError) in
                try await world.local().linkWorkspace(folder: "/x", to: world.project, as: world.asOther)
            } == .notFound(.init(kind: "project", id: world.project.text)))
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.local().openWorkspace(
                    folder: "/w", identity: nil, title: "", mode: .builder, as: .anonymous)
            } == .forbidden(action: .insert, table: .projects))
    }

    @Test(arguments: StoreBackend.local)
    func `a folder moves to another project without what was synchronised`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let old = try await world.local().openWorkspace(
            folder: "/w", identity: nil, title: "w", mode: .builder, as: world.asOwner)
        try await world.local().recordSynced([synced("a.ts")], forgetting: [], in: old.id, as: world.asOwner)
        let new = try await world.local().linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        #expect(new.projectID == world.project)
        #expect(try await world.local().syncedFiles(in: new.id, as: world.asOwner).isEmpty)
        #expect(try await world.local().workspaces(of: world.project, as: world.asOwner) == [new])
        #expect(try await world.store.project(world.project, as: world.asOwner).id == world.project)
    }

    @Test(arguments: StoreBackend.local)
    func `what was synchronised is remembered, replaced and forgotten`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let link = try await world.local().linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        try await world.local().recordSynced(
            [synced("a.ts"), synced("b.ts")], forgetting: [], in: link.id, as: world.asOwner)
        try await world.local().recordSynced(
            [synced("b.ts", version: 2)], forgetting: [path("a.ts")], in: link.id, as: world.asOwner)
        #expect(
            try await world.local().syncedFiles(in: link.id, as: world.asOwner) == [synced("b.ts", version: 2)])
    }

    @Test(arguments: StoreBackend.local)
    func `what one editor found out late takes nothing back that another has agreed since`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let (store, me, project) = (try world.local(), world.asOwner, world.project)
        let link = try await store.linkWorkspace(folder: "/w", to: project, as: me)
        let stat = synced("a.ts").stat
        func save(_ content: String, _ base: FileSave.Base) async throws {
            let save = FileSave(path: path("a.ts"), content: content, language: nil, base: base, stat: stat)
            _ = try await store.saveFiles([save], in: project, workspace: link.id, as: me)
        }
        try await save("one", .absent)
        let late = try await store.syncedFiles(in: link.id, as: me)
        try await save("two", .version(1))
        let agreed = try await store.syncedFiles(in: link.id, as: me)
        #expect(agreed.map(\.version) == [2])

        try await store.recordSynced(late, forgetting: [], in: link.id, as: me)
        #expect(try await store.syncedFiles(in: link.id, as: me) == agreed)
        try await store.recordSynced([], forgetting: [path("a.ts")], in: link.id, as: me)
        #expect(try await store.syncedFiles(in: link.id, as: me) == agreed)

        // The row was made anew: what is known of the old one is late, too.
        try await store.deleteFile(path("a.ts"), expectedVersion: nil, in: project, as: me)
        try await save("three", .absent)
        let anew = try await store.syncedFiles(in: link.id, as: me)
        try await store.recordSynced(agreed, forgetting: [], in: link.id, as: me)
        #expect(try await store.syncedFiles(in: link.id, as: me) == anew)
    }

    @Test(arguments: StoreBackend.local)
    func `a file that another writer deleted is still known to the folder, without its row`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let link = try await world.local().linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        let stat = synced("a.ts").stat
        _ = try await world.store.saveFiles(
            [FileSave(path: path("a.ts"), content: "a", language: nil, base: .absent, stat: stat)],
            in: world.project, workspace: link.id, as: world.asOwner)
        try await world.store.deleteFile(path("a.ts"), expectedVersion: nil, in: world.project, as: world.asOwner)
        #expect(try await world.local().syncedFiles(in: link.id, as: world.asOwner) == [synced("a.ts")])
    }

    @Test(arguments: StoreBackend.local)
    func `rows that are not as a folder agreed are told: new, changed, moved and deleted ones`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let (store, me, project) = (try world.local(), world.asOwner, world.project)
        let link = try await store.linkWorkspace(folder: "/w", to: project, as: me)
        let stat = synced("a.ts").stat
        let saves = ["same.ts", "changed.ts", "moved.ts", "deleted.ts", "new.ts", "remade.ts"].map {
            FileSave(
                path: path($0), content: $0, language: nil, base: .absent, stat: $0 == "new.ts" ? nil : stat)
        }
        _ = try await store.saveFiles(saves, in: project, workspace: link.id, as: me)
        let agreed = Dictionary(
            uniqueKeysWithValues: try await store.syncedFiles(in: link.id, as: me).map { ($0.path, $0) })
        #expect(try await store.unsyncedRows(in: link.id, as: me).map(\.row?.path) == [path("new.ts")])

        let changed = try await world.save("changed.ts", "changed again")
        let moved = try await store.renameFile(
            path("moved.ts"), to: path("to/here.ts"), expectedVersion: 1, in: project, as: me)
        try await store.deleteFile(path("deleted.ts"), expectedVersion: nil, in: project, as: me)
        try await store.deleteFile(path("remade.ts"), expectedVersion: nil, in: project, as: me)
        let remade = try await world.save("remade.ts", "remade.ts")

        var expected: Set = [
            UnsyncedRow(agreed: agreed[path("changed.ts")], row: changed),
            UnsyncedRow(agreed: nil, row: moved),
            UnsyncedRow(agreed: agreed[path("moved.ts")], row: nil),
            UnsyncedRow(agreed: agreed[path("deleted.ts")], row: nil),
            UnsyncedRow(agreed: agreed[path("remade.ts")], row: remade),
        ]
        let new = try await store.file(path("new.ts"), in: project, as: me).info
        expected.insert(UnsyncedRow(agreed: nil, row: new))
        #expect(try await Set(store.unsyncedRows(in: link.id, as: me)) == expected)
        #expect(
            await error { () async throws(StoreError) in
                _ = try await store.unsyncedRows(in: link.id, as: world.asOther)
            } == .notFound(.init(kind: "workspace", id: link.id.text)))
    }

    /// A file that a folder held, with no row.
    private func synced(_ name: String, version: Int = 1) -> SyncedFile {
        SyncedFile(
            path: path(name), fileID: nil, version: version,
            stat: FileStat(sizeBytes: 1, modifiedNanoseconds: 1_790_000_000_000_000_001, inode: 7, hash: 9))
    }
}
