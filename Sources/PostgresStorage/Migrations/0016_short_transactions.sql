-- What costs most of a short transaction: functions in SQL whose text is read and planned anew in each, and commits
-- that wait for one another.
--
-- As functions in PL/pgSQL the same queries are planned once a connection. Rights and answers are the same.

create or replace function codeforge_policy.shared_projects() returns setof uuid language plpgsql stable security definer
  set search_path = '' as $$
begin
  return query select project_id from public.project_members where user_id = (select auth.uid());
end $$;
create or replace function codeforge_policy.owned_projects() returns setof uuid language plpgsql stable security definer
  set search_path = '' as $$
begin
  return query select id from public.projects where user_id = (select auth.uid());
end $$;

-- Supabase's own `auth` stays as it is.
do $$
begin
  if obj_description(to_regclass('auth.users'), 'pg_class') is distinct from
    'codeforge: identities of a team without Supabase' then return; end if;
  create or replace function auth.uid() returns uuid language plpgsql stable set search_path = '' as $f$
  begin
    return nullif(coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'), '')::uuid;
  end $f$;
end $$;

-- Transactions that notify commit one after another, each once the one before it is on the disk. Who sets
-- `codeforge.tells` to `later` notifies after its commit, for many transactions at once; the log is written in the
-- transaction in any case, and whoever listens looks into it every second.
create function codeforge_policy.tell_changes() returns void language plpgsql set search_path = '' as $$
begin
  if current_setting('codeforge.tells', true) = 'later' then return; end if;
  perform pg_notify('codeforge_changes', '');
end $$;
revoke execute on function codeforge_policy.tell_changes() from public;

create or replace function public.log_change() returns trigger language plpgsql security definer set search_path = '' as $$
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
  perform codeforge_policy.tell_changes();
  return null;
end $$;

create or replace function public.log_choice() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.change_log (table_name, operation, row_id, project_id, owner_id)
  select 'projects', 'update', p.id, p.id, p.user_id from public.projects p where p.id = new.project_id;
  perform codeforge_policy.tell_changes();
  return null;
end $$;

create or replace function public.log_member() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Of a project that is being deleted nothing is told: its own deletion is.
  insert into public.change_log (table_name, operation, row_id, project_id, owner_id)
  select 'projects', 'update', p.id, p.id, p.user_id from public.projects p
  where p.id = case tg_op when 'DELETE' then old.project_id else new.project_id end;
  perform codeforge_policy.tell_changes();
  return null;
end $$;
