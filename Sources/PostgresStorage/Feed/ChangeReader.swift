import Glibc
import Models
import Storage

/// Reads the change log on from the last look; used on the feed's thread alone.
final class ChangeReader {
    private let url: String
    private let server: String
    private var connection: PostgresConnection?
    /// What was visible at the last look; nil before the first.
    private var snapshot: String?
    private var lastLook = ContinuousClock.now
    private var lastTrim: ContinuousClock.Instant?
    /// Counts the changes told in this process.
    private var told: Int64 = 0

    /// How long the log keeps a change; twice the time for which a reader may have stood still.
    private static let keptFor = "1 hour"
    private static let longestPause = Duration.seconds(1_800)
    private static let trimInterval = Duration.seconds(300)

    /// How often the log is looked at whatever was told, in milliseconds.
    private static let longestWait: Int32 = 1_000
    /// How soon a lost connection is made anew, in milliseconds.
    private static let retryPause: Int32 = 200

    init(url: String, server: String) {
        (self.url, self.server) = (url, server)
    }

    /// The changes that committed since the last look; nil where some may be gone already.
    func read() throws(StoreError) -> [StoreChange]? {
        try StoreError.catching(server) { () throws -> [StoreChange]? in
            do {
                return try look()
            } catch {
                connection = nil
                throw error
            }
        }.get()
    }

    /// Waits until something is told, a second has passed, or somebody rings.
    func wait(for wake: WakePipe) {
        // Told while the log was read: then the socket has nothing more to say.
        if let connection, !connection.notifications().isEmpty { return }
        var places = [pollfd(fd: wake.output, events: Int16(POLLIN), revents: 0)]
        if let connection { places.append(pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)) }
        poll(&places, nfds_t(places.count), connection == nil ? Self.retryPause : Self.longestWait)
        wake.drain()
    }

    private func look() throws -> [StoreChange]? {
        let connection = try listening()
        _ = connection.isUsable
        _ = connection.notifications()
        let now = ContinuousClock.now
        defer { lastLook = now }
        guard let since = snapshot, now - lastLook < Self.longestPause else {
            let isFirst = snapshot == nil
            snapshot = try connection.query("select pg_current_snapshot()::text as snapshot").first?.text("snapshot")
            return isFirst ? [] : nil
        }
        let result = try connection.query(Self.changes, [since])
        guard let first = result.first else { return [] }
        let changes = try result.rows.filter { try $0.optionalText("table_name") != nil }.map(change)
        snapshot = try first.text("snapshot")
        try trim(connection, now)
        return changes
    }

    private static let changes = """
        select s.snapshot::text as snapshot, c.table_name, c.operation, c.row_id, c.project_id, c.owner_id,
          (select string_agg(m.user_id::text, ',') from public.project_members m where m.project_id = c.project_id)
            || ',' || (select p.user_id::text from public.projects p where p.id = c.project_id) as audience
        from (select pg_current_snapshot() as snapshot) s
        left join public.change_log c on c.transaction >= pg_snapshot_xmin($1::pg_snapshot)
          and not pg_visible_in_snapshot(c.transaction, $1::pg_snapshot)
        order by c.sequence
        """

    /// The last change of a table of a project stays.
    ///
    /// By it a machine that comes back after days knows whether there is anything to look at. No transaction takes the
    /// five minutes by which a later one is told.
    private static let trimming = """
        delete from public.change_log c where created_at < now() - interval '\(keptFor)' and exists (
          select from public.change_log n where n.project_id = c.project_id and n.table_name = c.table_name
            and n.created_at > c.created_at + interval '5 minutes')
        """

    private func listening() throws(PostgresFailure) -> PostgresConnection {
        if let connection, connection.isUsable { return connection }
        let connection = try PostgresConnection(url: url, role: "service_role")
        // Before the log is looked at: what commits afterwards is told.
        try connection.execute("listen codeforge_changes")
        self.connection = connection
        return connection
    }

    private func change(_ row: PostgresRow) throws -> StoreChange {
        told += 1
        return StoreChange(
            sequence: told, table: try row.choice("table_name"), operation: try row.choice("operation"),
            rowID: try row.id("row_id"), projectID: try row.id("project_id"), ownerID: try row.id("owner_id"),
            audience: (try row.optionalText("audience") ?? "").split(separator: ",").compactMap { RowID(String($0)) })
    }

    private func trim(_ connection: PostgresConnection, _ now: ContinuousClock.Instant) throws {
        if let lastTrim, now - lastTrim < Self.trimInterval { return }
        lastTrim = now
        try connection.query(Self.trimming)
    }
}
