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
package protocol Store: ProfileStore, ProjectStore, FileStore, WorkspaceStore, JobStore, JobFileStore,
    LearningStore, PatternStore, ChangeFeedStore
{
    /// Where the rows are kept.
    var location: StoreLocation { get }
}

package enum StoreLocation: Hashable, Sendable {
    case file(String)
    /// Gone with the process.
    case memory
}
