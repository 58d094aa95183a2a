-- Who connects: the HTTP API as `codeforge_api`, which owns nothing, bypasses nothing, and can only become a user or
-- nobody; workers and the service's own connections as `codeforge_service`. Neither has a password: who runs the
-- server gives them theirs.

do $$
declare
  name text;
begin
  foreach name in array array['codeforge_api', 'codeforge_service'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I login noinherit', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

grant anon, authenticated to codeforge_api;
grant anon, authenticated, service_role to codeforge_service;

-- The service is above the policies, and so is the tables' owner, whose rights the triggers have. A role that bypasses
-- them needs no policy; another one gets one. Supabase's roles bypass them.
do $$
declare
  target record;
begin
  for target in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
  loop
    if not exists (select from pg_roles where rolname = 'service_role' and rolbypassrls) then
      execute format('create policy service on %s to service_role using (true) with check (true)', target.name);
    end if;
    if not exists (select from pg_roles where rolname = current_user and (rolbypassrls or rolsuper)) then
      execute format('create policy owner on %s to current_user using (true) with check (true)', target.name);
    end if;
  end loop;
end $$;

-- Without Supabase nobody else makes identities: a profile brings its own. Nothing but the new row's identity is
-- written, and a row that its policy refuses takes it back.
do $$
begin
  if obj_description('auth.users'::regclass) is distinct from 'codeforge: identities of a team without Supabase' then
    return;
  end if;
  create function public.add_identity() returns trigger language plpgsql security definer set search_path = '' as $f$
  begin
    insert into auth.users (id) values (new.id) on conflict do nothing;
    return new;
  end $f$;
  revoke execute on function public.add_identity() from public;
  create trigger profiles_identity before insert on public.profiles
    for each row execute function public.add_identity();
end $$;
