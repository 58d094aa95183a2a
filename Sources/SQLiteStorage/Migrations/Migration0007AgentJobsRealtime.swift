extension Migration {
    /// `agent_jobs`, its policy, its moves between states.
    static let agentJobsRealtime = Migration(
        number: 7, name: "0007_agent_jobs_realtime",
        sql: """
            create table agent_jobs (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              project_id text references projects(id) on delete cascade not null,
              user_id text references profiles(id) on delete cascade not null,
              agent_type text not null,
              status text default 'queued' not null constraint agent_jobs_status_check
                check (status in ('queued', 'running', 'completed', 'failed', 'waiting_for_input', 'cancelled')),
              progress real default 0.0 not null
                constraint "progress must be 0 to 100" check (progress between 0 and 100),
              result text \(Schema.isJSON("result")),
              error text,
              celery_task_id text,
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at")),
              started_at text \(Schema.isTimestamp("started_at")),
              completed_at text \(Schema.isTimestamp("completed_at"))
            ) strict;

            create index agent_jobs_project_id on agent_jobs(project_id, created_at);
            create index agent_jobs_user_id on agent_jobs(user_id);
            create index agent_jobs_open on agent_jobs(status, created_at)
              where status in ('queued', 'running', 'waiting_for_input');

            create trigger agent_jobs_transition before update of status on agent_jobs
            when new.status <> old.status and not (
              (old.status = 'queued' and new.status in ('running', 'cancelled'))
              or (old.status = 'running' and new.status in ('completed', 'failed', 'cancelled', 'waiting_for_input'))
              or (old.status = 'waiting_for_input' and new.status in ('running', 'cancelled')))
            begin select raise(abort, 'agent_jobs.status can not make this move'); end;

            -- The first start counts: a later attempt and an answer don't move it.
            create trigger handle_agent_job_updated_at after update of status on agent_jobs
            when new.status <> old.status
            begin
              update agent_jobs set
                started_at = case when new.status = 'running' then coalesce(started_at, \(Schema.now))
                  else started_at end,
                completed_at = case when new.status in ('completed', 'failed', 'cancelled') then \(Schema.now)
                  else completed_at end
              where id = new.id;
            end;

            insert into row_policies values ('agent_jobs', 'select', 'own row');
            """)
}
