-- What belongs to a project beside the specification's tables: dismissed findings, small values, and what jobs want of
-- its files. All of it is the project owner's alone.

create table public.dismissed_findings (
  project_id uuid references public.projects(id) on delete cascade not null,
  identity text not null,
  rule_id text not null,
  path text collate "C" not null default '',
  created_at timestamptz default now() not null,
  primary key (project_id, path, identity)
);

create table public.project_values (
  project_id uuid references public.projects(id) on delete cascade not null,
  key text collate "C" not null,
  value json not null,
  primary key (project_id, key)
);

create sequence public.job_file_moves;

create table public.job_files (
  job_id uuid references public.agent_jobs(id) on delete cascade not null,
  project_id uuid references public.projects(id) on delete cascade not null,
  path text collate "C" not null,
  content text,
  language text,
  seen text,
  state text default 'proposed' not null check (state in (
    'proposed', 'offered', 'writing', 'shown', 'applied', 'refused', 'undone')),
  reason text,
  before text,
  written text,
  mode int check (mode between 0 and 4095),
  made_folder text,
  folder text,
  agreed_by text,
  agreed_at timestamptz,
  -- Grows with every move of a proposal.
  sequence bigint default nextval('public.job_file_moves') not null,
  primary key (job_id, path)
);
create index job_files_project on public.job_files(project_id, sequence);

create table public.job_checkpoints (
  job_id uuid references public.agent_jobs(id) on delete cascade not null,
  step text not null,
  value json not null,
  primary key (job_id, step)
);

do $$
declare
  name text;
begin
  foreach name in array array['dismissed_findings', 'project_values', 'job_files', 'job_checkpoints'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('grant select, insert, update, delete on public.%I to authenticated, service_role', name);
    execute format('grant select on public.%I to anon', name);
  end loop;
  foreach name in array array['dismissed_findings', 'project_values'] loop
    execute format('create policy %I on public.%I for all to authenticated
      using (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))
      with check (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))',
      name || '_all', name);
  end loop;
end $$;

-- A job's file names a project too: both have to be the user's, and to belong together.
create policy job_files_all on public.job_files for all to authenticated
  using (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))
  with check (exists (select 1 from public.projects p join public.agent_jobs j on j.project_id = p.id
    where p.id = job_files.project_id and j.id = job_files.job_id and p.user_id = (select auth.uid())));
create policy job_checkpoints_all on public.job_checkpoints for all to authenticated
  using (exists (select 1 from public.agent_jobs j where j.id = job_id and j.user_id = (select auth.uid())))
  with check (exists (select 1 from public.agent_jobs j where j.id = job_id and j.user_id = (select auth.uid())));
grant usage on sequence public.job_file_moves to authenticated, service_role;

create function public.delete_job_checkpoints() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  delete from public.job_checkpoints where job_id = new.id;
  return null;
end $$;
revoke execute on function public.delete_job_checkpoints() from public;
create trigger job_checkpoints_end after update of status on public.agent_jobs
  for each row when (new.status in ('completed', 'failed', 'cancelled'))
  execute function public.delete_job_checkpoints();
