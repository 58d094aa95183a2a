-- `agent_jobs`, its policy, its moves between states, and the publication that Supabase Realtime listens to.

create table public.agent_jobs (
  id uuid default gen_random_uuid() primary key,
  project_id uuid references public.projects(id) on delete cascade not null,
  user_id uuid references public.profiles(id) on delete cascade not null,
  agent_type text not null,
  status text default 'queued' not null
    check (status in ('queued', 'running', 'completed', 'failed', 'waiting_for_input', 'cancelled')),
  progress float default 0.0 not null
    constraint "progress must be 0 to 100" check (progress between 0 and 100),
  result jsonb,
  error text,
  celery_task_id text,
  created_at timestamptz default now() not null,
  started_at timestamptz,
  completed_at timestamptz
);

create index agent_jobs_project_id on public.agent_jobs(project_id, created_at);
create index agent_jobs_user_id on public.agent_jobs(user_id);
create index agent_jobs_open on public.agent_jobs(status, created_at)
  where status in ('queued', 'running', 'waiting_for_input');

alter table public.agent_jobs enable row level security;
alter table public.agent_jobs force row level security;
-- No policy lets users write: the service does.
create policy agent_jobs_select on public.agent_jobs for select to authenticated
  using ((select auth.uid()) = user_id);
grant select on public.agent_jobs to anon, authenticated;
grant select, insert, update, delete on public.agent_jobs to service_role;

create function public.handle_agent_job_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.status is distinct from old.status and (
    (old.status = 'queued' and new.status in ('running', 'cancelled'))
    or (old.status = 'running' and new.status in ('completed', 'failed', 'cancelled', 'waiting_for_input'))
    or (old.status = 'waiting_for_input' and new.status in ('running', 'cancelled'))) is not true then
    raise exception 'agent_jobs.status can not make this move' using errcode = 'check_violation', column = 'status';
  end if;
  if tg_op = 'INSERT' or new.status is distinct from old.status then
    -- The first start counts: a later attempt and an answer don't move it.
    if new.status not in ('queued', 'cancelled') then new.started_at = coalesce(new.started_at, now()); end if;
    if new.status in ('completed', 'failed', 'cancelled') then new.completed_at = coalesce(new.completed_at, now()); end if;
  end if;
  return new;
end $$;
revoke execute on function public.handle_agent_job_updated_at() from public;

create trigger handle_agent_job_updated_at before insert or update of status on public.agent_jobs
  for each row execute function public.handle_agent_job_updated_at();

do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
  alter publication supabase_realtime add table public.projects;
  alter publication supabase_realtime add table public.agent_jobs;
exception when insufficient_privilege then
  raise notice 'The publication supabase_realtime can not be made by this role; nobody can subscribe to it.';
end $$;
