import Storage

extension Migration {
    /// The specification's row level security.
    ///
    /// SQLite has no roles to attach a policy to: `Policy` decides for every statement of the store. The same table is
    /// written down in the database, so that `codeforge db check` can tell when the two differ.
    static let rlsPolicies = Migration(
        number: 2, name: "0002_rls_policies",
        sql: """
            create table row_policies (
              table_name text not null,
              operation text not null check (operation in ('select', 'insert', 'update', 'delete')),
              rule text not null check (rule in ('authenticated', 'own row', 'own project')),
              primary key (table_name, operation)
            ) strict, without rowid;

            insert into row_policies values
              ('profiles', 'select', 'authenticated'),
              ('profiles', 'insert', 'own row'),
              ('profiles', 'update', 'own row');
            insert into row_policies
              select t.column1, o.column1, t.column2
              from (values ('projects', 'own row'), ('project_files', 'own project'),
                ('learning_roadmaps', 'own project'), ('daily_sessions', 'own project')) t,
                (values ('select'), ('insert'), ('update'), ('delete')) o;
            """)
}
