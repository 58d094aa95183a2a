extension Migration {
    /// What keeps a project of this machine in step with one of a team's server.
    ///
    /// A row of `team_files` says which version of the server's a file was when both sides last agreed. Its text is that
    /// of the row with `file_version`, until somebody changes that row: then it is put aside in `base`, where a merge
    /// finds it. `gone` says that the row was deleted since, which a missing row alone does not.
    static let teamSync = Migration(
        number: 19, name: "0019_team_sync",
        sql: """
            alter table agent_jobs add column worked_elsewhere integer default 0 not null
              check (worked_elsewhere in (0, 1));

            create table removed_files (
              project_id text references projects(id) on delete cascade not null,
              path text not null,
              version integer not null,
              primary key (project_id, path)
            ) strict, without rowid;
            \(removed("delete", when: ""))
            \(removed("update of path", when: "when new.path <> old.path"))

            create table team_files (
              project_id text references projects(id) on delete cascade not null,
              path text not null,
              version integer not null,
              file_version integer,
              base text,
              gone integer default 0 not null check (gone in (0, 1)),
              offered_job text,
              offered_version integer,
              primary key (project_id, path)
            ) strict, without rowid;
            \(kept("update of content, path", gone: "new.path <> old.path"))
            \(kept("delete", gone: "1"))

            create trigger project_values_team_insert after insert on project_values when new.key = 'team/link'
            begin
              insert into change_log(table_name, operation, row_id, project_id, owner_id)
              select 'projects', 'update', id, id, user_id from projects where id = new.project_id;
            end;
            create trigger project_values_team_delete after delete on project_values when old.key = 'team/link'
            begin
              insert into change_log(table_name, operation, row_id, project_id, owner_id)
              select 'projects', 'update', id, id, user_id from projects where id = old.project_id;
            end;
            """)

    private static func removed(_ event: String, when condition: String) -> String {
        """
        create trigger removed_files_\(event.prefix(6)) after \(event) on project_files \(condition)
        begin
          insert into removed_files (project_id, path, version) values (old.project_id, old.path, old.version)
          on conflict do update set version = excluded.version;
        end;
        """
    }

    /// Before the row changes: its text is still there.
    private static func kept(_ event: String, gone: String) -> String {
        """
        create trigger team_files_\(event.prefix(6)) before \(event) on project_files
        when exists (select 1 from team_files where project_id = old.project_id and path = old.path)
        begin
          update team_files set
            base = case when base is null and file_version is old.version then old.content else base end,
            gone = case when \(gone) then 1 else gone end
          where project_id = old.project_id and path = old.path;
        end;
        """
    }
}
