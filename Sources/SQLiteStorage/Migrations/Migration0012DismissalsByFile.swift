extension Migration {
    /// Two files may hold the same mistake, with one identity; each is dismissed on its own.
    static let dismissalsByFile = Migration(
        number: 12, name: "0012_dismissals_by_file",
        sql: """
            alter table dismissed_findings rename to dismissed_findings_before;

            create table dismissed_findings (
              project_id text references projects(id) on delete cascade not null,
              identity text not null,
              rule_id text not null,
              path text not null default '',
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              primary key (project_id, path, identity)
            ) strict, without rowid;

            insert into dismissed_findings (project_id, identity, rule_id, path, created_at)
            select project_id, identity, rule_id, coalesce(path, ''), created_at from dismissed_findings_before;

            drop table dismissed_findings_before;
            """)
}
