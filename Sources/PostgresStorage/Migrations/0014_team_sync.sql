-- What people's own machines need to keep a project in step with this database.

-- A job that runs on somebody's own machine is kept here for the others to see; no worker of the team takes it up.
alter table public.agent_jobs add column worked_elsewhere boolean default false not null;
create index agent_jobs_claimable on public.agent_jobs(ordinal)
  where status in ('queued', 'running') and not worked_elsewhere;

-- That a file was deleted, which a missing row does not say: a file that is there again is none of them.
create table public.removed_files (
  project_id uuid references public.projects(id) on delete cascade not null,
  path text collate "C" not null,
  version int not null,
  removed_at timestamptz default now() not null,
  primary key (project_id, path)
);
alter table public.removed_files enable row level security;
alter table public.removed_files force row level security;
grant select on public.removed_files to anon, authenticated;
grant select, insert, update, delete on public.removed_files to service_role;
create policy removed_files_select on public.removed_files for select to authenticated
  using (project_id in (select codeforge_policy.owned_projects()) or project_id in (select codeforge_policy.shared_projects()));

create function public.note_removed_file() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.removed_files (project_id, path, version) values (old.project_id, old.path, old.version)
  on conflict (project_id, path) do update set version = excluded.version, removed_at = now();
  return null;
end $$;
revoke execute on function public.note_removed_file() from public;
create trigger project_files_removed after delete on public.project_files
  for each row execute function public.note_removed_file();
create trigger project_files_moved after update of path on public.project_files
  for each row when (new.path <> old.path) execute function public.note_removed_file();

-- As 0012: the service and the tables' owner, where they do not bypass policies.
do $$
begin
  if not exists (select from pg_roles where rolname = 'service_role' and rolbypassrls) then
    create policy service on public.removed_files to service_role using (true) with check (true);
  end if;
  if not exists (select from pg_roles where rolname = current_user and (rolbypassrls or rolsuper)) then
    execute format('create policy owner on public.removed_files to %I using (true) with check (true)', current_user);
  end if;
end $$;
