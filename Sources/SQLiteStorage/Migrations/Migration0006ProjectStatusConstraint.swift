extension Migration {
    /// The values of a project's status.
    ///
    /// SQLite can't add a CHECK to a table, so the table is made anew: https://www.sqlite.org/lang_altertable.html#otheralter
    static let projectStatusConstraint = Migration(
        number: 6, name: "0006_project_status_constraint",
        sql: """
            create table projects_with_status (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              user_id text references profiles(id) on delete cascade not null,
              title text not null,
              description text,
              mode text constraint "mode must be builder or student" check (mode in ('builder', 'student')) not null,
              status text default 'planning' not null,
              requirements_spec text \(Schema.isJSON("requirements_spec")),
              architecture_spec text \(Schema.isJSON("architecture_spec")),
              tech_stack text \(Schema.isJSON("tech_stack", "array")),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              updated_at text default \(Schema.now) not null \(Schema.isTimestamp("updated_at")),
              constraint projects_status_check
                check (status in ('planning', 'in-progress', 'building', 'completed', 'archived'))
            ) strict;
            insert into projects_with_status select * from projects;
            drop table projects;
            alter table projects_with_status rename to projects;

            create index projects_user_id on projects(user_id, created_at);
            \(Schema.touch("projects"))
            """)
}
