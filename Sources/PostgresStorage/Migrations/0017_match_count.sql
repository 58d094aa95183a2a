-- `match_patterns` says in words that fewer than no rows cannot be asked for.

do $$
declare
  vectors text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'vector');
begin
  if vectors is not null then
    execute format($sql$ select '[1]'::%I.vector $sql$, vectors);
    execute format($sql$
      create or replace function public.match_patterns(
        query_embedding %1$I.vector(1536), match_count int default 5, filter_type text default null)
      returns table (id uuid, project_type text, metadata jsonb, success_score float, similarity float)
      language plpgsql stable set search_path = '' set hnsw.iterative_scan = 'strict_order' set hnsw.ef_search = 200
      as $f$
      begin
        if match_count < 0 then
          raise exception 'match_count must be 0 or more, not %%', match_count using errcode = '22023';
        end if;
        -- Two statements, so that neither is planned for the other's rows.
        if filter_type is null then
          return query select p.id, p.project_type, p.metadata, p.success_score,
            (1 - (p.embedding operator(%1$I.<=>) query_embedding))::float
          from public.pattern_embeddings p
          order by p.embedding operator(%1$I.<=>) query_embedding limit match_count;
        else
          return query select p.id, p.project_type, p.metadata, p.success_score,
            (1 - (p.embedding operator(%1$I.<=>) query_embedding))::float
          from public.pattern_embeddings p where p.project_type = filter_type
          order by p.embedding operator(%1$I.<=>) query_embedding limit match_count;
        end if;
      end $f$ $sql$, vectors);
  else
    create or replace function public.match_patterns(
      query_embedding real[], match_count int default 5, filter_type text default null)
    returns table (id uuid, project_type text, metadata jsonb, success_score float, similarity float)
    language plpgsql stable set search_path = '' as $f$
    begin
      if match_count < 0 then
        raise exception 'match_count must be 0 or more, not %', match_count using errcode = '22023';
      end if;
      return query select p.id, p.project_type, p.metadata, p.success_score, c.similarity
      from public.pattern_embeddings p, lateral (
        select sum(a::float * b::float)
          / nullif(sqrt(sum(a::float * a::float)) * sqrt(sum(b::float * b::float)), 0) as similarity
        from unnest(p.embedding, query_embedding) as pair(a, b)) c
      where p.embedding is not null and (filter_type is null or p.project_type = filter_type)
      order by c.similarity desc nulls last, p.id limit match_count;
    end $f$;
  end if;
end $$;
