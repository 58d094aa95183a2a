extension Migration {
    /// What else this program demands of a row, said by the database, so that nobody stores what can't be read again.
    ///
    /// Triggers, because SQLite adds no CHECK to a table that is there, and because a CHECK can't look into JSON.
    static let stricterRows = Migration(
        number: 11, name: "0011_stricter_rows",
        sql: """
            \(times("profiles", "created_at", "updated_at"))
            \(times("projects", "created_at", "updated_at"))
            \(times("project_files", "created_at", "updated_at"))
            \(times("agent_jobs", "created_at", "started_at", "completed_at", "lease_expires_at"))
            \(times("learning_roadmaps", "created_at"))
            \(times("daily_sessions", "created_at"))
            \(times("pattern_embeddings", "created_at"))
            \(texts("projects", "tech_stack"))
            \(texts("daily_sessions", "concepts_covered"))
            \(refused(
                "project_files", "path", when: isNoPath,
                reason: "path must be one that a project may have: no drive, control character, part of dots, .git"))

            -- A writer that knows nothing of versions must not hide its change from the others.
            create trigger project_files_version after update of content on project_files
            when new.content is not old.content and new.version = old.version
            begin update project_files set version = version + 1 where id = new.id; end;

            create trigger project_files_version_grows before update of version on project_files
            when new.version < old.version
            begin select raise(abort, 'Refused: version must not become smaller'); end;

            -- A job that is added in a later state has the times that belong to it.
            create trigger agent_jobs_added after insert on agent_jobs
            when (new.started_at is null and new.status not in ('queued', 'cancelled'))
              or (new.completed_at is null and new.status in ('completed', 'failed', 'cancelled'))
            begin
              update agent_jobs set
                started_at = case when status in ('queued', 'cancelled') then started_at
                  else coalesce(started_at, \(Schema.now)) end,
                completed_at = case when status in ('completed', 'failed', 'cancelled')
                  then coalesce(completed_at, \(Schema.now)) else completed_at end
              where id = new.id;
            end;
            """)

    /// The 30th of February has the form of a time and is none.
    private static func times(_ table: String, _ columns: String...) -> String {
        columns.map { column in
            refused(
                table, column, when: "strftime('%Y-%m-%dT%H:%M:%fZ', new.\(column), '+0 days') is not new.\(column)",
                reason: "\(column) must be a moment in time")
        }.joined(separator: "\n")
    }

    /// A `text[]` of the specification holds nothing but texts.
    private static func texts(_ table: String, _ column: String) -> String {
        refused(
            table, column,
            when: """
                case when json_valid(new.\(column))
                  then exists (select 1 from json_each(new.\(column)) where type <> 'text') end
                """,
            reason: "\(column) must be a JSON array of strings")
    }

    /// The rules of `ProjectPath`, of which the table's CHECK has the first few.
    ///
    /// The path's parts come from it as a JSON array: quoted, and with every slash between two strings.
    private static let isNoPath = """
        length(cast(new.path as blob)) > 1024 or new.path glob '[A-Za-z]:*'
          or new.path glob '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(8206, 8207)
            || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || char(65279) || ']*'
          or exists (
            select 1 from json_each('[' || replace(json_quote(new.path), '/', '","') || ']')
            where length(cast(value as blob)) > 255 or lower(rtrim(value, '. ')) in ('', '.git', 'git~1')
              or (key = 0 and lower(value) = '.codeforge'))
        """

    /// Two triggers that keep a value out of a column, however it comes.
    private static func refused(_ table: String, _ column: String, when condition: String, reason: String) -> String {
        ["insert", "update of \(column)"].map { event in
            """
            create trigger \(table)_\(column)_\(event.prefix { $0 != " " }) before \(event) on \(table)
            when \(condition)
            begin select raise(abort, 'Refused: \(reason)'); end;
            """
        }.joined(separator: "\n")
    }
}
