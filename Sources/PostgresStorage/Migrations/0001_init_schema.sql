-- Core tables, indexes, `updated_at` triggers.
--
-- The name of a constraint is what a person reads when it fails: a column, and what it must be.

create table public.profiles (
  id uuid references auth.users on delete cascade not null primary key,
  username text unique,
  full_name text,
  avatar_url text,
  skill_level text
    constraint "skill_level must be beginner, intermediate or advanced"
    check (skill_level in ('beginner', 'intermediate', 'advanced')),
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null
);

create table public.projects (
  id uuid default gen_random_uuid() primary key,
  user_id uuid references public.profiles(id) on delete cascade not null,
  title text not null,
  description text,
  mode text constraint "mode must be builder or student" check (mode in ('builder', 'student')) not null,
  status text default 'planning' not null,
  requirements_spec jsonb,
  architecture_spec jsonb,
  tech_stack text[],
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null
);

-- Paths sort by their bytes everywhere, whatever the language of the database.
create table public.project_files (
  id uuid default gen_random_uuid() primary key,
  project_id uuid references public.projects(id) on delete cascade not null,
  path text collate "C" not null,
  content text,
  language text,
  version int default 1 not null constraint "version must be at least 1" check (version >= 1),
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  unique (project_id, path)
);

create table public.learning_roadmaps (
  id uuid default gen_random_uuid() primary key,
  project_id uuid references public.projects(id) on delete cascade not null,
  modules jsonb not null
    constraint "modules must be a JSON array" check (jsonb_typeof(modules) = 'array'),
  current_step_index int default 0 not null
    constraint "current_step_index must be at least 0" check (current_step_index >= 0),
  created_at timestamptz default now() not null
);

create table public.daily_sessions (
  id uuid default gen_random_uuid() primary key,
  project_id uuid references public.projects(id) on delete cascade not null,
  transcript jsonb
    constraint "transcript must be a JSON array" check (jsonb_typeof(transcript) = 'array'),
  concepts_covered text[],
  created_at timestamptz default now() not null
);

create index projects_user_id on public.projects(user_id, created_at);
create index learning_roadmaps_project_id on public.learning_roadmaps(project_id, created_at);
create index daily_sessions_project_id on public.daily_sessions(project_id, created_at);

create function public.handle_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.updated_at is not distinct from old.updated_at then new.updated_at = now(); end if;
  return new;
end $$;
revoke execute on function public.handle_updated_at() from public;

create trigger profiles_updated_at before update on public.profiles
  for each row execute function public.handle_updated_at();
create trigger projects_updated_at before update on public.projects
  for each row execute function public.handle_updated_at();
create trigger project_files_updated_at before update on public.project_files
  for each row execute function public.handle_updated_at();
