extension Migration {
    /// How long a mentor session took.
    static let addDurationMinutes = Migration(
        number: 5, name: "0005_add_duration_minutes",
        sql: """
            alter table daily_sessions add column duration_minutes integer default 0 not null
              constraint "duration_minutes must be at least 0" check (duration_minutes >= 0);
            """)
}
