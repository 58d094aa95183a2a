import Models
import SQLiteStorage
import Storage

/// The use cases, on behalf of one caller: what every front end holds, and all that it sees of the store.
package struct Application: Sendable {
    package let store: any Store
    package let caller: Caller
    /// Why nothing is kept beyond this process, a sentence for a person; nil when the database is in use.
    package let memoryReason: String?
    /// The models that jobs are submitted with, as the person set them.
    package var models = ModelSettings()
    /// Where jobs of linked projects run, as the person set it.
    package var teamJobs = TeamJobPlace.here

    /// Application of a caller on a store that is open.
    package init(store: any Store, caller: Caller, memoryReason: String? = nil) {
        self.store = store
        self.caller = caller
        self.memoryReason = memoryReason
    }

    /// Opens the database for the user of this machine.
    ///
    /// `database` names a file; else it is `CODEFORGE_DATABASE` or lies in the user's data folder. Throws when it cannot
    /// be used, with a sentence that says why and what to do; the file is as it was then.
    package static func open(database: String? = nil) async throws -> Application {
        try await local(openStore(database))
    }

    private static func openStore(_ database: String?) throws -> SQLiteStore {
        let location = try DatabaseLocation(named: database)
        let store = try SQLiteStore(path: location.path)
        if location.isDefault { location.makePrivate() }
        return store
    }

    /// Opens the database, or where it cannot be used a store that is gone with the process.
    ///
    /// An editor goes on with that; `memoryReason` tells its user.
    package static func openOrKeepInMemory(database: String? = nil) async throws -> Application {
        do {
            let store = try openStore(database)
            let application = try await local(store)
            try await store.proveWritable()
            return application
        } catch {
            let reason =
                "\(error) Meanwhile, projects and jobs are kept in memory and are gone when the editor closes."
            return try await local(SQLiteStore.inMemory(), memoryReason: reason)
        }
    }

    private static func local(_ store: SQLiteStore, memoryReason: String? = nil) async throws -> Application {
        let user = try await store.localUser()
        return Application(store: store, caller: .user(user.id), memoryReason: memoryReason)
    }

    /// Whether many machines share the database, whose server may be away for a while.
    package var isShared: Bool { store.local == nil }

    /// The database's file; nil when the store is in memory.
    package var databasePath: String? {
        if case .file(let path) = store.location { path } else { nil }
    }
}
