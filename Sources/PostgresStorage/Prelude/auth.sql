-- What Supabase brings and a bare PostgreSQL lacks: the three roles, and the schema `auth`.
--
-- `codeforge-server migrate` runs this before the migrations, every time, and changes nothing that is there.
-- The functions read what Supabase's read: https://github.com/supabase/auth/blob/master/migrations

do $$
declare
  name text;
begin
  foreach name in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin noinherit', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

do $$
begin
  if to_regnamespace('auth') is not null then return; end if;

  create schema auth;

  create table auth.users (
    id uuid primary key default gen_random_uuid(),
    email text unique,
    created_at timestamptz not null default now()
  );
  alter table auth.users enable row level security;
  alter table auth.users force row level security;
  create policy owner on auth.users to current_user using (true) with check (true);
  create policy service on auth.users to service_role using (true) with check (true);
  comment on table auth.users is 'codeforge: identities of a team without Supabase';

  create function auth.jwt() returns jsonb language sql stable set search_path = '' as
    $f$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $f$;
  create function auth.uid() returns uuid language sql stable set search_path = '' as
    $f$ select nullif(coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'), '')::uuid $f$;
  create function auth.role() returns text language sql stable set search_path = '' as
    $f$ select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role') $f$;

  grant usage on schema auth to anon, authenticated, service_role;
  grant select, insert, update, delete on auth.users to service_role;
end $$;
