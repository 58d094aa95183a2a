-- The change feed's log, written by triggers in the transaction that makes the change.
--
-- Readers keep the snapshot of their last look: what a later snapshot sees and that one did not has committed in
-- between, whatever the order of the numbers. A notification says only that there is something to look for.

create table public.change_log (
  sequence bigint generated always as identity primary key,
  transaction xid8 default pg_current_xact_id() not null,
  table_name text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  row_id uuid not null,
  project_id uuid not null,
  owner_id uuid not null,
  created_at timestamptz default now() not null
);
create index change_log_transaction on public.change_log(transaction);
create index change_log_created_at on public.change_log(created_at);

alter table public.change_log enable row level security;
alter table public.change_log force row level security;
grant select, insert, delete on public.change_log to service_role;

-- With the owner's rights, for nobody else may write the log; its arguments come from the trigger alone.
create function public.log_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  changed record;
  row_id uuid;
  project uuid;
  owner uuid;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  if tg_table_name = 'projects' then
    row_id := changed.id;
    project := changed.id;
    owner := changed.user_id;
  else
    project := changed.project_id;
    select user_id into owner from public.projects where id = project;
    -- Of what goes with its project nothing more is told: its own deletion is.
    if owner is null then return null; end if;
  end if;
  if tg_table_name = 'agent_jobs' then owner := changed.user_id; end if;
  -- A dismissed finding has no identity of its own.
  if tg_table_name = 'dismissed_findings' then row_id := project; else row_id := changed.id; end if;
  insert into public.change_log (table_name, operation, row_id, project_id, owner_id)
  values (tg_table_name, lower(tg_op), row_id, project, owner);
  perform pg_notify('codeforge_changes', '');
  return null;
end $$;
revoke execute on function public.log_change() from public;

create trigger projects_logged after insert or delete on public.projects
  for each row execute function public.log_change();
create trigger projects_update_logged after update of user_id, title, description, mode, status, requirements_spec,
  architecture_spec, tech_stack on public.projects
  for each row execute function public.log_change();
create trigger agent_jobs_logged after insert or delete on public.agent_jobs
  for each row execute function public.log_change();
create trigger agent_jobs_update_logged after update of status, progress, result, error, questions, answers
  on public.agent_jobs
  for each row execute function public.log_change();
create trigger project_files_logged after insert or delete on public.project_files
  for each row execute function public.log_change();
create trigger project_files_update_logged after update of path, content, language, version on public.project_files
  for each row execute function public.log_change();
create trigger learning_roadmaps_logged after insert or delete on public.learning_roadmaps
  for each row execute function public.log_change();
create trigger learning_roadmaps_update_logged after update of modules, current_step_index on public.learning_roadmaps
  for each row execute function public.log_change();
create trigger dismissed_findings_logged after insert or delete on public.dismissed_findings
  for each row execute function public.log_change();

-- Before the project's row goes, so that the owner of what goes with it can still be told. Only who may delete the
-- project gets here.
create function public.delete_project_contents() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  delete from public.project_files where project_id = old.id;
  delete from public.agent_jobs where project_id = old.id;
  delete from public.learning_roadmaps where project_id = old.id;
  return old;
end $$;
revoke execute on function public.delete_project_contents() from public;
create trigger projects_delete_contents before delete on public.projects
  for each row execute function public.delete_project_contents();
