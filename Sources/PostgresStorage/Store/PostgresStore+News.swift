import Models
import Storage

extension PostgresStore {
    package func projectNews(
        of project: RowID, since cursor: String?, as caller: Caller
    ) async throws(StoreError) -> ProjectNews {
        // The log is the service's alone: who may not see the project hears nothing of it.
        try await ask([ProjectCheck.statement(project)], as: caller) { try ProjectCheck.require($0[0], project) }
        guard let since = cursor.flatMap(NewsCursor.init) else {
            return try await ask(NewsCursor.present, as: .service) { result in
                ProjectNews(cursor: try NewsCursor(row: result.only("moment")).text, changed: nil)
            }
        }
        return try await ask(
            [
                PostgresStatement(NewsCursor.present),
                PostgresStatement(NewsCursor.changes, [project.text, since.snapshot]),
            ], as: .service
        ) { results in
            let present = try NewsCursor(row: results[0].only("moment"))
            guard since.highest <= present.highest else { return ProjectNews(cursor: present.text, changed: nil) }
            let isRecent = present.milliseconds - since.milliseconds < NewsCursor.namesRowsFor
            var changed: [ChangedTable: Set<RowID>] = [:]
            for row in results[1].rows {
                changed[try row.choice("table_name"), default: []].insert(try row.id("row_id"))
            }
            return ProjectNews(cursor: present.text, changed: changed.mapValues { isRecent ? .these($0) : .some })
        }
    }
}

/// A moment: what was visible then, and the time, by which it is told whether the log still has every row since.
private struct NewsCursor {
    let milliseconds: Int64
    /// `xmin:xmax:xip_list`, as `pg_current_snapshot()` gives it.
    let snapshot: String
    /// The first transaction that had not begun.
    let highest: UInt64

    var text: String { "\(milliseconds)/\(snapshot)" }

    /// For so long the log keeps every row, in milliseconds; `ChangeReader` trims it a little later.
    static let namesRowsFor: Int64 = 50 * 60 * 1000

    static let present = """
        select pg_current_snapshot()::text as snapshot, (extract(epoch from now()) * 1000)::bigint as milliseconds
        """

    static let changes = """
        select distinct table_name, row_id from public.change_log
        where project_id = $1 and transaction >= pg_snapshot_xmin($2::pg_snapshot)
          and not pg_visible_in_snapshot(transaction, $2::pg_snapshot)
        """

    /// Nil for a text that is none; the database never sees what a client made up.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), milliseconds >= 0 else { return nil }
        let numbers = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard numbers.count == 3, let lowest = UInt64(numbers[0]), let highest = UInt64(numbers[1]), lowest > 0,
            lowest <= highest, highest <= UInt64(Int64.max)
        else { return nil }
        var last: UInt64?
        for number in numbers[2].split(separator: ",", omittingEmptySubsequences: false) where !numbers[2].isEmpty {
            guard let value = UInt64(number), value >= lowest, value < highest, value > last ?? 0 else { return nil }
            last = value
        }
        (self.milliseconds, snapshot, self.highest) = (milliseconds, String(parts[1]), highest)
    }

    init(row: PostgresRow) throws {
        let text = "\(try row.text("milliseconds"))/\(try row.text("snapshot"))"
        guard let cursor = NewsCursor(text) else {
            throw StoreError.unavailable(.failed(reason: "the snapshot \(text) cannot be read"))
        }
        self = cursor
    }
}
