import JSON
import Models
import Storage

extension PostgresStore {
    package func session(_ id: RowID, as caller: Caller) async throws(StoreError) -> DailySession {
        try await ask("\(DailySession.select) where id = $1", [id.text], as: caller) { try DailySession(of: $0, id) }
    }

    package func sessions(of project: RowID, as caller: Caller) async throws(StoreError) -> [DailySession] {
        try await ask(
            [
                ProjectCheck.statement(project),
                PostgresStatement("\(DailySession.select) where project_id = $1 order by ordinal desc", [project.text]),
            ], as: caller
        ) { results in
            try ProjectCheck.require(results[0], project)
            return try results[1].rows.map(DailySession.init(row:))
        }
    }

    package func createSession(
        transcript: JSONText?, conceptsCovered: [String]?, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        try caller.authorize(.insert, .dailySessions)
        try Values.check(json: ["transcript": transcript])
        try Values.check(texts: conceptsCovered, "concepts_covered")
        return try await write(as: caller) { transaction in
            try transaction.requireInsert(.dailySessions, into: project, as: caller)
            return try Self.insert(transcript, conceptsCovered, in: project, transaction)
        }
    }

    package func updateSession(
        _ id: RowID, _ update: SessionUpdate, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        try caller.authorize(.update, .dailySessions)
        try Values.check(json: ["transcript": update.transcript])
        try Values.check(texts: update.conceptsCovered, "concepts_covered")
        return try await write(as: caller) { try Self.update(id, update, $0) }
    }

    package func appendToSession(
        _ session: RowID?, _ entries: JSONText, at moment: Timestamp, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        guard let new = entries.value?.array else {
            throw .invalidInput(field: "transcript", reason: "must be a JSON array")
        }
        try StoreError.refuseNUL(in: ["transcript": entries.text])
        return try await write(as: caller) { transaction in
            let known: DailySession?
            if let session {
                known = try DailySession(
                    of: transaction.query("\(DailySession.select) where id = $1 for update", [session.text]), session)
            } else {
                // Of two who begin a conversation at once the second finds the first one's.
                let lock = "select id from public.projects where id = $1 for no key update"
                try ProjectCheck.require(transaction.query(lock, [project.text]), project)
                known = try Self.session(ofDay: moment, in: project, transaction)
            }
            let row = try known ?? Self.insert(nil, nil, in: project, transaction)
            let transcript = JSONText(JSONValue.array((row.transcript?.value?.array ?? []) + new))
            let minutes = try Self.activeSeconds(of: row, until: moment, transaction) / 60
            return try Self.update(
                row.id, SessionUpdate(transcript: transcript, durationMinutes: max(row.durationMinutes, minutes)),
                transaction)
        }
    }

    package func deleteSession(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .dailySessions)
        try await tell("delete from public.daily_sessions where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("session", id) }
        }
    }
}

extension PostgresStore {
    private static func insert(
        _ transcript: JSONText?, _ conceptsCovered: [String]?, in project: RowID, _ transaction: Transaction
    ) throws -> DailySession {
        let result = try transaction.query(
            """
            insert into public.daily_sessions (id, project_id, transcript, concepts_covered)
            values ($1, $2, $3, $4) returning \(DailySession.columns)
            """, [RowID.random().text, project.text, transcript?.text, Values.array(conceptsCovered)])
        return try DailySession(row: result.only("session"))
    }

    private static func update(
        _ id: RowID, _ update: SessionUpdate, _ transaction: Transaction
    ) throws -> DailySession {
        var assignments = Assignments(after: [id.text])
        assignments.set("transcript", to: update.transcript.map { .some($0.text) })
        assignments.set("concepts_covered", to: update.conceptsCovered.map { Values.array($0) })
        assignments.set("duration_minutes", to: update.durationMinutes.map { .some(String($0)) })
        let sql =
            assignments.isEmpty
            ? "\(DailySession.select) where id = $1"
            : "update public.daily_sessions set \(assignments.sql) where id = $1 returning \(DailySession.columns)"
        return try DailySession(of: transaction.query(sql, assignments.values), id)
    }

    /// How long somebody was active in a conversation that now goes on at a moment, in seconds.
    private static func activeSeconds(
        of row: DailySession, until moment: Timestamp, _ transaction: Transaction
    ) throws -> Int {
        let key = SessionActivity.key(of: row.id)
        let known = try transaction.query(
            "select value from public.project_values where project_id = $1 and key = $2", [row.projectID.text, key]
        ).first?.json("value")
        let activity = SessionActivity(known, of: row).goingOn(at: moment)
        try transaction.query(
            """
            insert into public.project_values (project_id, key, value) values ($1, $2, $3)
            on conflict (project_id, key) do update set value = excluded.value
            """, [row.projectID.text, key, activity.json.text])
        return activity.seconds
    }

    /// The newest conversation that began on the day of a moment, whichever came after it by another clock.
    private static func session(
        ofDay moment: Timestamp, in project: RowID, _ transaction: Transaction
    ) throws -> DailySession? {
        try transaction.query(
            """
            \(DailySession.select) where project_id = $1 and (created_at at time zone 'UTC')::date = $2::date
            order by created_at desc, ordinal desc limit 1 for update
            """, [project.text, String(moment.text.prefix(10))]
        ).first.map(DailySession.init(row:))
    }
}

extension DailySession {
    fileprivate static let columns = """
        id, project_id, transcript, to_json(concepts_covered) as concepts_covered, duration_minutes, created_at
        """
    fileprivate static let select = "select \(columns) from public.daily_sessions"

    fileprivate init(of result: PostgresResult, _ id: RowID) throws {
        guard let row = result.first else { throw StoreError.noRow("session", id) }
        try self.init(row: row)
    }

    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), transcript: try row.json("transcript"),
            conceptsCovered: try row.texts("concepts_covered"), durationMinutes: try row.integer("duration_minutes"),
            createdAt: try row.time("created_at"))
    }
}
