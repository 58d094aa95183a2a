import SQLiteStorage
import Storage
import Testing

/// Several programs start at the same moment on a machine that has no database yet, as two editors do.
@Suite(.serialized) struct OpeningProcessTests {
    @Test func `processes that make one new database together all get it`() async throws {
        for _ in 0..<20 {
            let database = try TemporaryFolder().path("store.db")
            let openers = try (0..<3).map { _ in try StoreWriterProcess("feed", database, "0", "0") }
            for opener in openers { await opener.waitUntilReady() }
            for opener in openers {
                opener.kill()
                #expect(await opener.lines() == ["ready"])
            }
            #expect(try await SQLiteStore(path: database).problems() == [])
        }
    }

    @Test func `a writer that has ended is an error to whoever speaks to it`() async throws {
        let writer = try StoreWriterProcess("feed", "/dev/null", "0", "0")
        await writer.waitUntilReady()
        #expect(await writer.lines().first?.hasPrefix("error ") == true)
        #expect(throws: (any Error).self) { try writer.send("go") }
    }
}
