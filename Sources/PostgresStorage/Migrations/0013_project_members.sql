-- People who share a project that somebody else owns.
--
-- What the specification's policies say of owners, strangers, nobody and the service stays as it is: the policies here
-- are beside them. A member reads and changes a project and what is in it, and neither deletes nor takes over the
-- project. What a person does in `daily_sessions` is theirs alone.

create table public.project_members (
  project_id uuid references public.projects(id) on delete cascade not null,
  user_id uuid references public.profiles(id) on delete cascade not null,
  added_by uuid references public.profiles(id) on delete set null,
  created_at timestamptz default now() not null,
  primary key (project_id, user_id)
);
create index project_members_user_id on public.project_members(user_id, project_id);

-- Policies of two tables that look at one another would never end: these look with the owner's rights, and give
-- nobody more than their own. They are worked out once a statement.
create schema codeforge_policy;
grant usage on schema codeforge_policy to authenticated;

create function codeforge_policy.shared_projects() returns setof uuid language sql stable security definer
  set search_path = '' as $$ select project_id from public.project_members where user_id = (select auth.uid()) $$;
create function codeforge_policy.owned_projects() returns setof uuid language sql stable security definer
  set search_path = '' as $$ select id from public.projects where user_id = (select auth.uid()) $$;
revoke execute on function codeforge_policy.shared_projects(), codeforge_policy.owned_projects() from public;
grant execute on function codeforge_policy.shared_projects(), codeforge_policy.owned_projects() to authenticated;

alter table public.project_members enable row level security;
alter table public.project_members force row level security;
grant select, insert, delete on public.project_members to authenticated;
grant select on public.project_members to anon;
grant select, insert, update, delete on public.project_members to service_role;

create policy project_members_select on public.project_members for select to authenticated
  using (project_id in (select codeforge_policy.shared_projects()) or project_id in (select codeforge_policy.owned_projects()));
create policy project_members_insert on public.project_members for insert to authenticated
  with check (project_id in (select codeforge_policy.owned_projects()) and user_id <> (select auth.uid())
    and added_by = (select auth.uid()));
-- The owner lets somebody go, and everybody may leave.
create policy project_members_delete on public.project_members for delete to authenticated
  using (project_id in (select codeforge_policy.owned_projects()) or user_id = (select auth.uid()));

create policy projects_select_member on public.projects for select to authenticated
  using (id in (select codeforge_policy.shared_projects()));
create policy projects_update_member on public.projects for update to authenticated
  using (id in (select codeforge_policy.shared_projects())) with check (id in (select codeforge_policy.shared_projects()));

-- A policy sees a row before or after its change: only a trigger sees that somebody takes a project over.
create function public.keep_project_owner() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.user_id is distinct from old.user_id and current_user in ('authenticated', 'anon') then
    raise exception 'permission denied for table projects' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function public.keep_project_owner() from public;
create trigger projects_keep_owner before update of user_id on public.projects
  for each row execute function public.keep_project_owner();

do $$
declare
  name text;
begin
  foreach name in array array['project_files', 'learning_roadmaps', 'dismissed_findings', 'project_values'] loop
    execute format('create policy %I on public.%I for all to authenticated
      using (project_id in (select codeforge_policy.shared_projects()))
      with check (project_id in (select codeforge_policy.shared_projects()))', name || '_member', name);
  end loop;
end $$;

-- A job is seen by all who share its project. The owner of a project sees what those do who share it.
create policy agent_jobs_select_member on public.agent_jobs for select to authenticated
  using (project_id in (select codeforge_policy.shared_projects())
    or (project_id in (select codeforge_policy.owned_projects()) and exists (
      select 1 from public.project_members m
      where m.project_id = agent_jobs.project_id and m.user_id = agent_jobs.user_id)));
create policy agent_job_events_select_member on public.agent_job_events for select to authenticated
  using (exists (select 1 from public.agent_jobs j where j.id = job_id
    and (j.project_id in (select codeforge_policy.shared_projects())
      or j.project_id in (select codeforge_policy.owned_projects()))));
create policy job_files_member on public.job_files for all to authenticated
  using (project_id in (select codeforge_policy.shared_projects()))
  with check (project_id in (select codeforge_policy.shared_projects()) and exists (
    select 1 from public.agent_jobs j where j.id = job_files.job_id and j.project_id = job_files.project_id));

-- Conversations name their person from now on; those from before are the project owner's.
alter table public.daily_sessions add column user_id uuid references public.profiles(id) on delete cascade;
alter table public.daily_sessions alter column user_id set default auth.uid();
create policy daily_sessions_member on public.daily_sessions for all to authenticated
  using (user_id = (select auth.uid()) and project_id in (select codeforge_policy.shared_projects()))
  with check (user_id = (select auth.uid()) and project_id in (select codeforge_policy.shared_projects()));
create policy daily_sessions_personal on public.daily_sessions as restrictive for all to authenticated
  using (user_id is null or user_id = (select auth.uid()))
  with check (user_id is null or user_id = (select auth.uid()));

-- What was picked of a choice is news of the project.
create function public.log_choice() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.change_log (table_name, operation, row_id, project_id, owner_id)
  select 'projects', 'update', p.id, p.id, p.user_id from public.projects p where p.id = new.project_id;
  perform pg_notify('codeforge_changes', '');
  return null;
end $$;
revoke execute on function public.log_choice() from public;
create trigger project_values_logged after insert or update of value on public.project_values
  for each row when (new.key like 'choice/%') execute function public.log_choice();

-- As 0012: the service and the tables' owner, where they do not bypass policies.
do $$
begin
  if not exists (select from pg_roles where rolname = 'service_role' and rolbypassrls) then
    create policy service on public.project_members to service_role using (true) with check (true);
  end if;
  if not exists (select from pg_roles where rolname = current_user and (rolbypassrls or rolsuper)) then
    execute format('create policy owner on public.project_members to %I using (true) with check (true)', current_user);
  end if;
end $$;
