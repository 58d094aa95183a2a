-- The pattern library.
--
-- With the extension pgvector (0.8 or later) an embedding is a vector with an index; without it, an array of numbers
-- that is searched exactly. The index is HNSW, not the specification's IVFFlat: one that is made on an empty table has
-- no lists to speak of and finds few of the patterns that come later, while HNSW grows with them.

do $$
begin
  if exists (select from pg_available_extensions where name = 'vector') then
    if to_regnamespace('extensions') is not null then
      create extension if not exists vector with schema extensions;
    else
      create extension if not exists vector with schema public;
    end if;
  end if;
exception when insufficient_privilege then
  raise notice 'The extension vector can not be made by this role; patterns are searched exactly.';
end $$;

do $$
declare
  vectors text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'vector');
begin
  execute format($sql$
    create table public.pattern_embeddings (
      id uuid default gen_random_uuid() primary key,
      project_type text not null,
      embedding %s,
      metadata jsonb,
      success_score float
        constraint "success_score must be 0 to 1" check (success_score between 0 and 1),
      created_at timestamptz default now() not null
    )$sql$,
    case when vectors is null
      then 'real[] constraint "embedding must be 1536 32-bit floats" check (cardinality(embedding) = 1536)'
      else format('%I.vector(1536)', vectors) end);
  if vectors is not null then
    execute format('create index pattern_embeddings_embedding on public.pattern_embeddings
      using hnsw (embedding %I.vector_cosine_ops)', vectors);
  end if;
end $$;

create index pattern_embeddings_project_type on public.pattern_embeddings(project_type);

alter table public.pattern_embeddings enable row level security;
alter table public.pattern_embeddings force row level security;
create policy pattern_embeddings_select on public.pattern_embeddings for select to authenticated
  using ((select auth.role()) = 'authenticated');
grant select on public.pattern_embeddings to anon, authenticated;
grant select, insert, update, delete on public.pattern_embeddings to service_role;
