extension Migration {
    /// What a job needs to outlive its worker: its input, its conversation, who works on it, and what has happened.
    static let durableJobs = Migration(
        number: 8, name: "0008_durable_jobs",
        sql: """
            alter table agent_jobs add column input_context text default '{}' not null
              \(Schema.isJSON("input_context", "object"));
            alter table agent_jobs add column questions text \(Schema.isJSON("questions", "array"));
            alter table agent_jobs add column answers text \(Schema.isJSON("answers", "array"));
            alter table agent_jobs add column attempts integer default 0 not null check (attempts between 0 and 3);
            alter table agent_jobs add column lease_owner text;
            alter table agent_jobs add column lease_expires_at text \(Schema.isTimestamp("lease_expires_at"))
              check (lease_expires_at is null or lease_owner is not null);

            create table agent_job_events (
              sequence integer primary key autoincrement,
              job_id text references agent_jobs(id) on delete cascade not null,
              event text check (event in ('progress', 'complete', 'error', 'waiting', 'cancelled')) not null,
              data text not null \(Schema.isJSON("data", "object")),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at"))
            ) strict;
            create index agent_job_events_job on agent_job_events(job_id, sequence);

            -- A change of state and its event can't come apart. The result stays in the job's row alone.
            create trigger agent_jobs_status_event after update of status on agent_jobs
            when new.status <> old.status
            begin
              insert into agent_job_events(job_id, event, data) values (
                new.id,
                case new.status when 'completed' then 'complete' when 'failed' then 'error'
                  when 'waiting_for_input' then 'waiting' when 'cancelled' then 'cancelled' else 'progress' end,
                case new.status
                  when 'failed' then json_object('error', new.error, 'status', new.status)
                  when 'waiting_for_input' then json_object('questions', json(new.questions), 'status', new.status)
                  when 'running' then json_object('progress', new.progress, 'status', new.status)
                  else json_object('status', new.status) end);
            end;
            """)
}
