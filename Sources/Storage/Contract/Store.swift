import Models

/// What is kept, and who may see it.
///
/// Every operation says on whose behalf it runs. The specification's policies decide: a row that they hide from the
/// caller does not exist for it (`notFound`, or absent from a list), a write that they don't admit is `forbidden`,
/// and neither answer depends on whether the row exists.
///
/// A write is one transaction: it happens as a whole or not at all, and once it has returned it outlives `kill -9` of
/// every process. An operation runs to its end even when the calling task is cancelled, so that a cancelled worker can
/// still record how its job ended.
package protocol Store: ProfileStore, ProjectStore, FileStore, DismissalStore, JobStore, JobFileStore,
    LearningStore, PatternStore, ChangeFeedStore, MemberStore, TeamStore
{
    /// Where the rows are kept.
    var location: StoreLocation { get }

    /// The store with what a person's own machine has beside the rows; nil for one that many machines share.
    var local: (any LocalStore)? { get }
}

extension Store {
    /// - Throws: Where no folder of a machine can be linked.
    package func onThisMachine() throws(StoreError) -> any LocalStore {
        guard let local else {
            throw .invalidInput(
                field: "The folder",
                reason: "can't be linked in a database that many machines share; link it in your own")
        }
        return local
    }
}

package enum StoreLocation: Hashable, Sendable {
    case file(String)
    /// Gone with the process.
    case memory
    /// A database that many machines share, by its name without secrets.
    case server(String)
}
