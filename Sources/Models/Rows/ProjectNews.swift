/// What changed in a project since a moment that a database named.
package struct ProjectNews: Hashable, Sendable {
    /// Names the present moment; what is read after this is no older.
    package var cursor: String
    /// What changed; nil where the moment is not known (any more), so that everything may have.
    package var changed: [ChangedTable: ChangedRows]?

    package enum ChangedRows: Hashable, Sendable {
        /// These, some of which may be gone.
        case these(Set<RowID>)
        /// The log does not reach back far enough to say which.
        case some
    }

    package init(cursor: String, changed: [ChangedTable: ChangedRows]?) {
        self.cursor = cursor
        self.changed = changed
    }

    /// Whether a table may have changed.
    package func concerns(_ table: ChangedTable) -> Bool { changed.map { $0[table] != nil } ?? true }

    /// The rows of a table that changed; nil where it may be any of them.
    package func rows(of table: ChangedTable) -> Set<RowID>? {
        guard let changed else { return nil }
        return switch changed[table] {
        case .these(let rows): rows
        case .some: nil
        case nil: []
        }
    }
}
