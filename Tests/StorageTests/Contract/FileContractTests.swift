import Models
import Storage
import TestSupport
import Testing

@Suite struct FileContractTests {
    @Test(arguments: StoreBackend.all)
    func `each saved change makes the next version`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        #expect(try await world.save("a.ts", "1", base: .absent).version == 1)
        #expect(try await world.save("a.ts", "2", base: .version(1)).version == 2)
        #expect(try await world.save("a.ts", "3", base: .any).version == 3)
        let file = try await world.store.file(path("a.ts"), in: world.project, as: world.asOwner)
        #expect(file.content == "3" && file.version == 3)
        #expect(try await world.store.file(file.id, as: world.asOwner) == file)
    }

    @Test(arguments: StoreBackend.all)
    func `the same content is no change, whatever it was written against`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let saved = try await world.save("a.ts", "same")
        for base in [FileSave.Base.absent, .version(1), .version(9), .any] {
            #expect(try await world.save("a.ts", "same", base: base) == saved)
        }
    }

    @Test(arguments: StoreBackend.all)
    func `a write against another version is a conflict and overwrites nothing`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        _ = try await world.save("a.ts", "1")
        _ = try await world.save("a.ts", "2")
        for (base, expected) in [(FileSave.Base.version(1), 1), (.absent, nil), (.version(3), 3)] {
            let error = await error { () async throws(StoreError) in
                try await world.store.saveFile(
                    FileSave(path: path("a.ts"), content: "x", language: nil, base: base), in: world.project,
                    as: world.asOwner)
            }
            #expect(error == .conflict(.version(path: "a.ts", expected: expected, current: 2)))
        }
        let gone = await error { () async throws(StoreError) in
            try await world.store.saveFile(
                FileSave(path: path("b.ts"), content: "x", language: nil, base: .version(1)), in: world.project,
                as: world.asOwner)
        }
        #expect(gone == .conflict(.version(path: "b.ts", expected: 1, current: nil)))
        #expect(
            try await world.store.contents(of: [path("a.ts"), path("b.ts")], in: world.project, as: world.asOwner)
                .map(\.content) == ["2"])
    }

    @Test(arguments: StoreBackend.all)
    func `many files are saved at once, and a conflict holds back none but its own`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let old = try await world.save("old.ts", "old")
        let workspace = try await world.store.local?.linkWorkspace(folder: "/w", to: world.project, as: world.asOwner)
        let stat = FileStat(sizeBytes: 3, modifiedNanoseconds: 5, inode: .max, hash: 1 << 63)
        let saves = [
            FileSave(path: path("new.ts"), content: "new", language: "typescript", base: .absent, stat: stat),
            FileSave(path: path("old.ts"), content: "mine", language: nil, base: .absent, stat: stat),
            FileSave(path: path("old.ts"), content: "old", language: nil, base: .version(1), stat: stat),
        ]
        let outcomes = try await world.store.saveFiles(
            saves, in: world.project, workspace: workspace?.id, as: world.asOwner)
        #expect(outcomes.count == 3)
        guard case .saved(let new) = outcomes[0] else { return #expect(Bool(false), "\(outcomes[0])") }
        #expect(new.version == 1 && new.language == "typescript")
        #expect(outcomes[1] == .conflict(current: old))
        #expect(outcomes[2] == .unchanged(old))
        guard let workspace else { return }
        #expect(
            try await world.local().syncedFiles(in: workspace.id, as: world.asOwner) == [
                SyncedFile(path: new.path, fileID: new.id, version: 1, stat: stat),
                SyncedFile(path: old.path, fileID: old.id, version: 1, stat: stat),
            ])
    }

    @Test(arguments: StoreBackend.all)
    func `many files at once come to what one after the other comes to`(backend: StoreBackend) async throws {
        var random = SeededRandom(seed: 7)
        let (world, slow) = (try await World(backend), try await World(backend))
        let names = (0..<6).map { "f\($0).ts" }
        for round in 0..<40 {
            let saves = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                FileSave(
                    path: path(names.randomElement(using: &random) ?? "f.ts"),
                    content: "\(Int.random(in: 0...3, using: &random))",
                    language: Bool.random(using: &random) ? "typescript" : nil,
                    base: [.any, .absent, .version(Int.random(in: 1...4, using: &random))]
                        .randomElement(using: &random) ?? .any)
            }
            let outcomes = try await world.store.saveFiles(
                saves, in: world.project, workspace: nil, as: world.asOwner)
            var expected: [String] = []
            for save in saves { expected.append(try await slow.outcome(of: save)) }
            #expect(outcomes.map(\.text) == expected, "round \(round)")
            let removals = names.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }.map {
                (path: path($0), version: Int.random(in: 1...4, using: &random))
            }
            let gone = try await world.store.deleteFiles(removals, in: world.project, as: world.asOwner)
            for (removal, row) in zip(removals, gone) {
                let failure = await error { () async throws(StoreError) in
                    try await slow.store.deleteFile(
                        removal.path, expectedVersion: removal.version, in: slow.project, as: slow.asOwner)
                }
                #expect((row == nil) == (failure != nil), "round \(round)")
            }
            #expect(try await world.contents(names) == slow.contents(names), "round \(round)")
        }
    }

    @Test(arguments: StoreBackend.all)
    func `sizes are those of the contents in bytes`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let texts = ["a.ts": "", "b.ts": "é🐕", "c.ts": String(repeating: "x", count: 1 << 18)]
        for (name, text) in texts { _ = try await world.save(name, text) }
        let paths = ["a.ts", "b.ts", "c.ts", "d.ts"].map(path)
        let sizes = try await world.store.sizes(of: paths, in: world.project, as: world.asOwner)
        #expect(sizes == [path("a.ts"): 0, path("b.ts"): 6, path("c.ts"): 1 << 18])
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.store.sizes(of: paths, in: world.project, as: world.asOther)
            } == .noProject(world.project))
    }

    @Test(arguments: StoreBackend.all)
    func `files are listed without content, by the bytes of their paths, and in pages`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let names = ["b.ts", "a/z.ts", "a.ts", "é.ts", "A.ts"]
        for name in names { _ = try await world.save(name, name) }
        let sorted = ["A.ts", "a.ts", "a/z.ts", "b.ts", "é.ts"]
        #expect(try await world.store.files(in: world.project, as: world.asOwner).map(\.path.text) == sorted)
        let page = try await world.store.files(in: world.project, limit: 2, offset: 2, as: world.asOwner)
        #expect(page.items.map(\.path.text) == ["a/z.ts", "b.ts"] && page.total == 5 && page.hasMore)
    }

    @Test(arguments: StoreBackend.all)
    func `a rename keeps the row, its content and its history`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let file = try await world.save("a.ts", "content")
        _ = try await world.save("taken.ts", "")
        let renamed = try await world.store.renameFile(
            path("a.ts"), to: path("src/b.ts"), expectedVersion: 1, in: world.project, as: world.asOwner)
        #expect(renamed.id == file.id && renamed.version == 2 && renamed.createdAt == file.createdAt)
        #expect(try await world.store.file(file.id, as: world.asOwner).content == "content")
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.renameFile(
                    path("src/b.ts"), to: path("taken.ts"), expectedVersion: 2, in: world.project, as: world.asOwner)
            } == .conflict(.version(path: "taken.ts", expected: nil, current: 1)))
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.renameFile(
                    path("src/b.ts"), to: path("c.ts"), expectedVersion: 1, in: world.project, as: world.asOwner)
            } == .conflict(.version(path: "src/b.ts", expected: 1, current: 2)))
    }

    @Test(arguments: StoreBackend.all)
    func `no version of a path comes twice, whatever stood there before`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        _ = try await world.save("a.ts", "1")
        _ = try await world.save("a.ts", "2")
        try await world.store.deleteFile(path("a.ts"), expectedVersion: 2, in: world.project, as: world.asOwner)
        #expect(try await world.save("a.ts", "3", base: .absent).version == 3)
        // Who saw the file of before overwrites none that came after it.
        let error = await error { () async throws(StoreError) in
            try await world.store.saveFile(
                FileSave(path: path("a.ts"), content: "mine", language: nil, base: .version(2)), in: world.project,
                as: world.asOwner)
        }
        #expect(error == .conflict(.version(path: "a.ts", expected: 2, current: 3)))
        _ = try await world.store.renameFile(
            path("a.ts"), to: path("b.ts"), expectedVersion: 3, in: world.project, as: world.asOwner)
        #expect(try await world.save("c.ts", "4").version == 1)
        let back = try await world.store.renameFile(
            path("c.ts"), to: path("a.ts"), expectedVersion: 1, in: world.project, as: world.asOwner)
        #expect(back.version == 4)
    }

    @Test(arguments: StoreBackend.all)
    func `a file is deleted in the version that was seen`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        _ = try await world.save("a.ts", "1")
        _ = try await world.save("a.ts", "2")
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.deleteFile(
                    path("a.ts"), expectedVersion: 1, in: world.project, as: world.asOwner)
            } == .conflict(.version(path: "a.ts", expected: 1, current: 2)))
        try await world.store.deleteFile(path("a.ts"), expectedVersion: 2, in: world.project, as: world.asOwner)
        #expect(try await world.store.files(in: world.project, as: world.asOwner).isEmpty)
    }

    @Test(arguments: StoreBackend.all, ["", "line\r\nline", "🐕\u{301} é", String(repeating: "x", count: 1 << 20)])
    func `any text comes back as it was`(backend: StoreBackend, text: String) async throws {
        let world = try await World(backend)
        let file = try await world.save("a.ts", text)
        #expect(Array(try await world.store.file(file.id, as: world.asOwner).content.utf8) == Array(text.utf8))
    }

    @Test(arguments: StoreBackend.all)
    func `content that a database would cut off is refused`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let error = await error { () async throws(StoreError) in
            try await world.store.saveFile(
                FileSave(path: path("a.ts"), content: "a\u{0}b", language: nil, base: .any), in: world.project,
                as: world.asOwner)
        }
        #expect(error == .invalidInput(field: "content", reason: "holds a NUL character"))
    }
}

extension World {
    /// What comes of one save alone, in words.
    fileprivate func outcome(of save: FileSave) async throws -> String {
        let before = try? await store.file(save.path, in: project, as: asOwner).version
        do throws(StoreError) {
            let info = try await store.saveFile(save, in: project, as: asOwner)
            return "\(info.version == before ? "unchanged" : "saved") \(info.version)"
        } catch {
            guard case .conflict(.version(_, _, let current)) = error else { throw error }
            return "conflict \(current ?? 0)"
        }
    }

    fileprivate func contents(_ names: [String]) async throws -> [String] {
        try await store.contents(of: names.map(path), in: project, as: asOwner).map {
            "\($0.path) \($0.version) \($0.info.language ?? "-") \($0.content)"
        }
    }
}

extension FileSaveOutcome {
    fileprivate var text: String {
        switch self {
        case .saved(let info): "saved \(info.version)"
        case .unchanged(let info): "unchanged \(info.version)"
        case .conflict(let current): "conflict \(current?.version ?? 0)"
        }
    }
}

/// A path that the test knows to be good.
func path(_ text: String) -> ProjectPath {
    do { return try ProjectPath(validating: text) } catch { preconditionFailure("\(error)") }
}
