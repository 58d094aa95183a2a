import GRDB
import JSON
import Models
import Storage

extension SQLiteStore {
    package func session(_ id: RowID, as caller: Caller) async throws(StoreError) -> DailySession {
        try await read { db in try Self.session(id, as: caller, db) }
    }

    package func sessions(of project: RowID, as caller: Caller) async throws(StoreError) -> [DailySession] {
        try await read { db in
            try caller.requireProject(project, db)
            let query: SQL = """
                select * from daily_sessions where project_id = \(project.text)
                  and \(caller.admits(.select, .dailySessions)) order by rowid desc
                """
            return try SQLRequest<Row>(literal: query).fetchAll(db).map(DailySession.init(row:))
        }
    }

    package func createSession(
        transcript: JSONText?, conceptsCovered: [String]?, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        try await write { db in
            try Self.insert(transcript, conceptsCovered, in: project, as: caller, db)
        }
    }

    private static func insert(
        _ transcript: JSONText?, _ conceptsCovered: [String]?, in project: RowID, as caller: Caller, _ db: Database
    ) throws -> DailySession {
        let id = RowID.random()
        try caller.authorizeInsert(.dailySessions, into: project, db)
        try StoreError.refuseNUL(in: ["transcript": transcript?.text])
        try db.execute(
            literal: """
                insert into daily_sessions (id, project_id, transcript, concepts_covered, user_id)
                values (\(id.text), \(project.text), \(transcript?.text), \(TextArray.encode(conceptsCovered)),
                  \(caller.userID?.text))
                """)
        return try session(id, as: caller, db)
    }

    package func updateSession(
        _ id: RowID, _ update: SessionUpdate, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        try await write { db in try Self.update(id, update, as: caller, db) }
    }

    private static func update(
        _ id: RowID, _ update: SessionUpdate, as caller: Caller, _ db: Database
    ) throws -> DailySession {
        try caller.authorize(.update, .dailySessions)
        try StoreError.refuseNUL(in: ["transcript": update.transcript?.text])
        var assignments = Assignments()
        assignments.set("transcript", to: update.transcript.map { .some($0.text) })
        assignments.set("concepts_covered", to: update.conceptsCovered.map { TextArray.encode($0) })
        assignments.set("duration_minutes", to: update.durationMinutes)
        try assignments.update(
            "daily_sessions", where: "id = \(id.text) and \(caller.admits(.update, .dailySessions))", db)
        return try session(id, as: caller, db)
    }

    package func appendToSession(
        _ session: RowID?, _ entries: JSONText, at moment: Timestamp, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> DailySession {
        try await write { db in
            let known =
                try session.map { try Self.session($0, as: caller, db) }
                ?? Self.session(ofDay: moment, in: project, as: caller, db)
            let row = try known ?? Self.insert(nil, nil, in: project, as: caller, db)
            guard let new = entries.value?.array else {
                throw StoreError.invalidInput(field: "transcript", reason: "must be a JSON array")
            }
            let transcript = JSONText(JSONValue.array((row.transcript?.value?.array ?? []) + new))
            let minutes = try Self.activeSeconds(of: row, until: moment, db) / 60
            return try Self.update(
                row.id, SessionUpdate(transcript: transcript, durationMinutes: max(row.durationMinutes, minutes)),
                as: caller, db)
        }
    }

    /// How long somebody was active in a conversation that now goes on at a moment, in seconds.
    private static func activeSeconds(
        of row: DailySession, until moment: Timestamp, _ db: Database
    ) throws -> Int {
        let (project, key) = (row.projectID.text, SessionActivity.key(of: row.id))
        let query: SQL = "select value from project_values where project_id = \(project) and key = \(key)"
        let known = try SQLRequest<String>(literal: query).fetchOne(db).map(JSONText.init)
        let activity = SessionActivity(known, of: row).goingOn(at: moment)
        try db.execute(
            literal: """
                insert into project_values values (\(project), \(key), \(activity.json.text))
                on conflict do update set value = excluded.value
                """)
        return activity.seconds
    }

    /// The newest conversation that began on the day of a moment, whichever came after it by another clock.
    private static func session(
        ofDay moment: Timestamp, in project: RowID, as caller: Caller, _ db: Database
    ) throws -> DailySession? {
        try caller.requireProject(project, db)
        let day = moment.localDay
        let query: SQL = """
            select * from daily_sessions where project_id = \(project.text)
              and created_at >= \(day.lowerBound.text) and created_at < \(day.upperBound.text)
              and \(caller.admits(.select, .dailySessions)) order by created_at desc, rowid desc limit 1
            """
        return try SQLRequest<Row>(literal: query).fetchOne(db).map(DailySession.init(row:))
    }

    package func deleteSession(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .dailySessions)
            let condition = caller.admits(.delete, .dailySessions)
            try db.execute(literal: "delete from daily_sessions where id = \(id.text) and \(condition)")
            guard db.changesCount > 0 else { throw StoreError.noRow("session", id) }
        }
    }

    private static func session(_ id: RowID, as caller: Caller, _ db: Database) throws -> DailySession {
        let condition = caller.admits(.select, .dailySessions)
        let query: SQL = "select * from daily_sessions where id = \(id.text) and \(condition)"
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else {
            throw StoreError.noRow("session", id)
        }
        return try DailySession(row: row)
    }
}

extension DailySession {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"), projectID: try row.id("project_id"), transcript: try row.json("transcript"),
            conceptsCovered: try row.texts("concepts_covered"), durationMinutes: try row.integer("duration_minutes"),
            createdAt: try row.time("created_at"))
    }
}
