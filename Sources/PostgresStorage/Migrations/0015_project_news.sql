-- What changed in a project since a machine last looked is asked of the change log.

create index change_log_project on public.change_log(project_id, transaction);

-- What a roadmap is called, and who shares a project, is news of the project, as what was picked of a choice is.
create trigger project_values_roadmap_logged after insert or update of value on public.project_values
  for each row when (new.key like 'roadmap/%') execute function public.log_choice();

create function public.log_member() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Of a project that is being deleted nothing is told: its own deletion is.
  insert into public.change_log (table_name, operation, row_id, project_id, owner_id)
  select 'projects', 'update', p.id, p.id, p.user_id from public.projects p
  where p.id = case tg_op when 'DELETE' then old.project_id else new.project_id end;
  perform pg_notify('codeforge_changes', '');
  return null;
end $$;
revoke execute on function public.log_member() from public;
create trigger project_members_logged after insert or delete on public.project_members
  for each row execute function public.log_member();
