extension Migration {
    /// People who share a project that somebody else owns, and whose a conversation is.
    ///
    /// Conversations from before are the project owner's. What was picked of a choice is news of the project.
    static let projectMembers = Migration(
        number: 18, name: "0018_project_members",
        sql: """
            create table project_members (
              project_id text references projects(id) on delete cascade not null,
              user_id text references profiles(id) on delete cascade not null,
              added_by text references profiles(id) on delete set null,
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              primary key (project_id, user_id)
            ) strict, without rowid;
            create index project_members_user_id on project_members(user_id, project_id);

            alter table daily_sessions add column user_id text references profiles(id) on delete cascade;

            \(["insert", "update of value"].map { event in
                """
                create trigger project_values_logged_\(event.prefix(6)) after \(event) on project_values
                when substr(new.key, 1, 7) = 'choice/'
                begin
                  insert into change_log(table_name, operation, row_id, project_id, owner_id)
                  select 'projects', 'update', id, id, user_id from projects where id = new.project_id;
                end;
                """
            }.joined(separator: "\n"))
            """)
}
