extension Migration {
    /// What jobs want of a project's files apart from the files themselves, and checkpoints that end with their job.
    ///
    /// Until now an agent's files stood in `project_files`, held back from the folder by values of the project. What
    /// was held is kept as offered: it comes into the folder when somebody asks for it.
    static let jobFiles = Migration(
        number: 16, name: "0016_job_files",
        sql: """
            create table job_files (
              job_id text references agent_jobs(id) on delete cascade not null,
              project_id text references projects(id) on delete cascade not null,
              path text not null,
              content text,
              language text,
              seen text,
              state text default 'proposed' not null check (state in (
                'proposed', 'offered', 'writing', 'shown', 'applied', 'refused', 'undone')),
              reason text,
              before text,
              written text,
              made_folder text,
              folder text,
              agreed_by text,
              agreed_at text \(Schema.isTimestamp("agreed_at")),
              sequence integer default 0 not null,
              primary key (job_id, path)
            ) strict, without rowid;
            create index job_files_project on job_files(project_id, sequence);

            create table job_checkpoints (
              job_id text references agent_jobs(id) on delete cascade not null,
              step text not null,
              value text not null \(Schema.isJSON("value")),
              primary key (job_id, step)
            ) strict, without rowid;

            create trigger job_checkpoints_end after update of status on agent_jobs
            when new.status in ('completed', 'failed', 'cancelled')
            begin delete from job_checkpoints where job_id = new.id; end;

            insert or ignore into job_files (job_id, project_id, path, content, language, state)
            select agent_jobs.id, row.project_id, row.path, row.content, row.language, 'offered'
            from project_values held
            join project_files row on row.project_id = held.project_id and row.path = substr(held.key, 6)
            join agent_jobs on agent_jobs.id = json_extract(held.value, '$')
            where substr(held.key, 1, 5) = 'held/';

            delete from project_files where exists (
              select 1 from job_files where job_files.project_id = project_files.project_id
                and job_files.path = project_files.path);
            delete from project_values where substr(key, 1, 5) = 'held/' or substr(key, 1, 4) = 'job/';
            """)
}
