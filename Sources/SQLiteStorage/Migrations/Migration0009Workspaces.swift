extension Migration {
    /// What a workspace on this machine needs beside its project.
    static let workspaces = Migration(
        number: 9, name: "0009_workspaces",
        sql: """
            create table local_user (
              only_row integer primary key check (only_row = 1),
              profile_id text references profiles(id) on delete cascade not null
            ) strict;

            create table workspaces (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              user_id text references profiles(id) on delete cascade not null,
              project_id text references projects(id) on delete cascade not null,
              folder text not null constraint "folder must be an absolute path" check (folder glob '/*'),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              unique (user_id, folder)
            ) strict;
            create index workspaces_project_id on workspaces(project_id);

            -- `file_id` outlives its row on purpose: a path whose row is gone was deleted by another writer.
            create table workspace_files (
              workspace_id text references workspaces(id) on delete cascade not null,
              path text not null,
              file_id text,
              version integer not null,
              size_bytes integer not null check (size_bytes >= 0),
              modified_ns integer not null,
              inode integer not null,
              hash integer not null,
              primary key (workspace_id, path)
            ) strict, without rowid;

            create table dismissed_findings (
              project_id text references projects(id) on delete cascade not null,
              identity text not null,
              rule_id text not null,
              path text,
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              primary key (project_id, identity)
            ) strict, without rowid;

            create table project_values (
              project_id text references projects(id) on delete cascade not null,
              key text not null,
              value text not null \(Schema.isJSON("value")),
              primary key (project_id, key)
            ) strict, without rowid;
            """)
}
