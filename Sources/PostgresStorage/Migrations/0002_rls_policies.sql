-- Row level security on all tables: section 2 of the specification, row for row.
--
-- It is forced, so that it holds for the tables' owner too. `auth.uid()` stands in a subselect, which is worked out
-- once a statement instead of once a row. A role can do only what it is granted here: new tables get no grants by
-- themselves.

alter table public.profiles enable row level security;
alter table public.profiles force row level security;
alter table public.projects enable row level security;
alter table public.projects force row level security;
alter table public.project_files enable row level security;
alter table public.project_files force row level security;
alter table public.learning_roadmaps enable row level security;
alter table public.learning_roadmaps force row level security;
alter table public.daily_sessions enable row level security;
alter table public.daily_sessions force row level security;

create policy profiles_select on public.profiles for select to authenticated using (true);
create policy profiles_insert on public.profiles for insert to authenticated
  with check ((select auth.uid()) = id);
create policy profiles_update on public.profiles for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);

create policy projects_select on public.projects for select to authenticated
  using ((select auth.uid()) = user_id);
create policy projects_insert on public.projects for insert to authenticated
  with check ((select auth.uid()) = user_id);
create policy projects_update on public.projects for update to authenticated
  using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
create policy projects_delete on public.projects for delete to authenticated
  using ((select auth.uid()) = user_id);

create policy project_files_all on public.project_files for all to authenticated
  using (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))
  with check (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())));
create policy learning_roadmaps_all on public.learning_roadmaps for all to authenticated
  using (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))
  with check (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())));
create policy daily_sessions_all on public.daily_sessions for all to authenticated
  using (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())))
  with check (exists (select 1 from public.projects p where p.id = project_id and p.user_id = (select auth.uid())));

grant usage on schema public to anon, authenticated, service_role;
grant select, insert, update on public.profiles to authenticated;
grant select, insert, update, delete on public.projects, public.project_files, public.learning_roadmaps,
  public.daily_sessions to authenticated;
grant select on public.profiles, public.projects, public.project_files, public.learning_roadmaps,
  public.daily_sessions to anon;
grant select, insert, update, delete on public.profiles, public.projects, public.project_files,
  public.learning_roadmaps, public.daily_sessions to service_role;
