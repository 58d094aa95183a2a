extension Migration {
    /// Core tables, indexes, `updated_at` triggers.
    ///
    /// Two differences to the specification's text: there is no `auth.users` to refer to in a database that serves one
    /// person, and `content` comes last in its row, so that reading the other columns doesn't walk over it.
    static let initSchema = Migration(
        number: 1, name: "0001_init_schema",
        sql: """
            create table profiles (
              id text primary key not null \(Schema.isUUID("id")),
              username text unique,
              full_name text,
              avatar_url text,
              skill_level text
                constraint "skill_level must be beginner, intermediate or advanced"
                check (skill_level in ('beginner', 'intermediate', 'advanced')),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              updated_at text default \(Schema.now) not null \(Schema.isTimestamp("updated_at"))
            ) strict;

            create table projects (
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
              updated_at text default \(Schema.now) not null \(Schema.isTimestamp("updated_at"))
            ) strict;

            create table project_files (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              project_id text references projects(id) on delete cascade not null,
              path text not null
                constraint "path must be relative, normalised and without '..'"
                check (path <> '' and instr(path, char(0)) = 0 and instr(path, '\\') = 0
                  and '/' || path || '/' not like '%//%'
                  and '/' || path || '/' not like '%/./%'
                  and '/' || path || '/' not like '%/../%'),
              language text,
              version integer default 1 not null constraint "version must be at least 1" check (version >= 1),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              updated_at text default \(Schema.now) not null \(Schema.isTimestamp("updated_at")),
              content text,
              unique (project_id, path)
            ) strict;

            create table learning_roadmaps (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              project_id text references projects(id) on delete cascade not null,
              modules text not null \(Schema.isJSON("modules", "array")),
              current_step_index integer default 0 not null
                constraint "current_step_index must be at least 0" check (current_step_index >= 0),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at"))
            ) strict;

            create table daily_sessions (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              project_id text references projects(id) on delete cascade not null,
              transcript text \(Schema.isJSON("transcript", "array")),
              concepts_covered text \(Schema.isJSON("concepts_covered", "array")),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at"))
            ) strict;

            create index projects_user_id on projects(user_id, created_at);
            -- Covers the list of a project's files, so that it reads nothing of the rows that hold the contents.
            create index project_files_list on project_files(project_id, path, version, language, id, created_at, updated_at);
            create index learning_roadmaps_project_id on learning_roadmaps(project_id, created_at);
            create index daily_sessions_project_id on daily_sessions(project_id, created_at);

            \(Schema.touch("profiles"))
            \(Schema.touch("projects"))
            \(Schema.touch("project_files"))
            """)
}
