-- What a job needs to outlive its worker: its input, its conversation, who works on it, and what has happened.

-- The order in which rows were made, which a clock does not tell.
alter table public.profiles add column ordinal bigint generated always as identity;
alter table public.projects add column ordinal bigint generated always as identity;
alter table public.learning_roadmaps add column ordinal bigint generated always as identity;
alter table public.daily_sessions add column ordinal bigint generated always as identity;

alter table public.agent_jobs
  add column ordinal bigint generated always as identity,
  add column input_context json default '{}' not null
    constraint "input_context must be a JSON object" check (json_typeof(input_context) = 'object'),
  add column questions json
    constraint "questions must be a JSON array" check (json_typeof(questions) = 'array'),
  add column answers json
    constraint "answers must be a JSON array" check (json_typeof(answers) = 'array'),
  add column attempts int default 0 not null constraint "attempts must be 0 to 3" check (attempts between 0 and 3),
  add column lease_owner text,
  add column lease_ends_at timestamptz
    constraint "lease_ends_at needs a lease_owner" check (lease_ends_at is null or lease_owner is not null);

create index agent_jobs_queue on public.agent_jobs(ordinal) where status in ('queued', 'running');
create index agent_jobs_list on public.agent_jobs(project_id, ordinal);

create table public.agent_job_events (
  sequence bigint generated always as identity primary key,
  job_id uuid references public.agent_jobs(id) on delete cascade not null,
  event text check (event in ('progress', 'complete', 'error', 'waiting', 'cancelled')) not null,
  data json not null constraint "data must be a JSON object" check (json_typeof(data) = 'object'),
  created_at timestamptz default now() not null
);
create index agent_job_events_job on public.agent_job_events(job_id, sequence);

alter table public.agent_job_events enable row level security;
alter table public.agent_job_events force row level security;
create policy agent_job_events_select on public.agent_job_events for select to authenticated
  using (exists (select 1 from public.agent_jobs j where j.id = job_id and j.user_id = (select auth.uid())));
grant select on public.agent_job_events to anon, authenticated;
grant select, insert, update, delete on public.agent_job_events to service_role;

-- A change of state and its event can't come apart. The result stays in the job's row alone.
create function public.add_agent_job_event() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into public.agent_job_events (job_id, event, data) values (
    new.id,
    case new.status when 'completed' then 'complete' when 'failed' then 'error'
      when 'waiting_for_input' then 'waiting' when 'cancelled' then 'cancelled' else 'progress' end,
    case new.status
      when 'failed' then json_build_object('error', new.error, 'status', new.status)
      when 'waiting_for_input' then json_build_object('questions', new.questions, 'status', new.status)
      -- A progress has a fraction, like the specification's 45.0.
      when 'running' then format('{"progress":%s,"status":"running"}',
        case when new.progress = trunc(new.progress) then new.progress::text || '.0' else new.progress::text end)::json
      else json_build_object('status', new.status) end);
  return null;
end $$;
revoke execute on function public.add_agent_job_event() from public;

create trigger agent_jobs_status_event after update of status on public.agent_jobs
  for each row when (new.status is distinct from old.status) execute function public.add_agent_job_event();
