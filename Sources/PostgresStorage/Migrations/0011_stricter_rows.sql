-- What else CodeForge demands of a row, said by the database, so that nobody stores what can't be read again.

alter table public.project_files add constraint "path must be relative, normalised and without '..'"
  check (path <> '' and octet_length(path) <= 1024
    and '/' || path || '/' not like '%//%'
    and '/' || path || '/' not like '%/./%'
    and '/' || path || '/' not like '%/../%');
-- Drives, control characters, backslashes, direction marks, parts of dots alone, long parts, git's and CodeForge's
-- own folders.
alter table public.project_files add constraint "path must be one that a project may have"
  check (path !~ '^[A-Za-z]:' and strpos(path, E'\\') = 0
    and path !~ U&'[\0001-\001F\007F-\009F\200E\200F\2028-\202E\2066-\2069\FEFF]'
    and '/' || path || '/' !~* '/(\.git|git~1|)[. ]*/'
    and path !~* '^\.codeforge(/|$)');

create function public.check_file_path() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from unnest(string_to_array(new.path, '/')) part where octet_length(part) > 255) then
    raise exception 'a part of the path is longer than 255 bytes' using errcode = 'check_violation', column = 'path';
  end if;
  return new;
end $$;
revoke execute on function public.check_file_path() from public;
create trigger project_files_path before insert or update of path on public.project_files
  for each row execute function public.check_file_path();

-- A writer that knows nothing of versions must not hide its change from the others.
create function public.keep_file_version() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.version < old.version then
    raise exception 'version must not become smaller' using errcode = 'check_violation', column = 'version';
  end if;
  if new.content is distinct from old.content and new.version = old.version then
    new.version = old.version + 1;
  end if;
  return new;
end $$;
revoke execute on function public.keep_file_version() from public;
create trigger project_files_version before update of content, version on public.project_files
  for each row execute function public.keep_file_version();

-- What the pattern library's readers keep in memory is as current as this number.
create table public.pattern_generation (
  only_row int primary key check (only_row = 1),
  generation bigint not null
);
insert into public.pattern_generation values (1, 0);
alter table public.pattern_generation enable row level security;
alter table public.pattern_generation force row level security;
grant select, update on public.pattern_generation to service_role;

create function public.count_pattern_change() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  update public.pattern_generation set generation = generation + 1;
  return null;
end $$;
revoke execute on function public.count_pattern_change() from public;
create trigger pattern_embeddings_counted after insert or delete or update of id, embedding, project_type
  on public.pattern_embeddings for each statement execute function public.count_pattern_change();
