-- What the facts come to, for questions: rectangles of (valid days, known positions), one table for every kind of entity.

create extension if not exists btree_gist;

-- By which texts are searched: letters are alike whatever their case, accents and width (Unicode collation for English).
create collation query.alike (provider = icu, locale = 'en-u-ks-level1', deterministic = false);

-- Roles belong to the whole server: another database's migration may have made them, or be making them now.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['query_writer', 'query_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null;
            end;
        end if;
        begin
            execute format('grant ledger_reader to %I', wanted);
        exception when unique_violation or internal_error then
            null; -- Another database's migration granted it at the same moment.
        end;
    end loop;
end $$;

grant usage on schema query to query_writer, query_reader;
-- A rebuild makes a new table beside the live one, and the view of the live rows anew.
grant create on schema query to query_writer;

-- Rows are made by generations: one is live, and at most one is being built to take its place.
create table query.generation (
    number          integer     primary key generated always as identity,
    revisions       jsonb       not null, -- by kind, the revision of the fold that makes its rows
    carried         text[]      not null default '{}', -- kinds whose rows were copied from the generation before it
    carried_to      bigint      not null default 0, -- the position that the copied rows hold
    state           text        not null check (state in ('BUILDING', 'LIVE', 'RETIRED', 'FAILED')),
    asked_by        text        not null,
    reason          text        not null,
    begun_at        timestamptz not null default clock_timestamp(),
    resumed_at      timestamptz, -- when the process that builds it last began to
    resumed_from    bigint      not null default 0,
    compared_at     bigint, -- the position at which its digest was held against that of the one that it replaces
    digest          text,
    replaced_digest text,
    accepts_differences boolean not null default false, -- whether it may go live although the fold is the same and rows differ
    differing       bigint, -- how many rows differ, where the fold is the same
    differences     jsonb, -- the first of them
    live_at         timestamptz,
    ended_at        timestamptz, -- when it was replaced, or failed
    failure         text,
    dropped         boolean     not null default false -- whether its rows are gone
);
create unique index generation_live on query.generation (state) where state = 'LIVE';
create unique index generation_building on query.generation (state) where state = 'BUILDING';
alter table query.generation owner to query_writer;
grant select on query.generation to query_reader;

-- Each generation is filled by a subscription of its own, rows-<number>.
alter table query.subscription owner to query_writer;
alter table query.blocked_entity owner to query_writer;
grant select on query.subscription, query.blocked_entity to query_reader;

-- What of the ratings of an initiative is counted over a portfolio, each as JSON: of those that were not ended
-- ["SCHEME", version, "CRITERION", "ASSESSOR", "RATING"], with null for an assessor whom nobody named.
create function query.counted(state jsonb) returns text[]
    language sql immutable parallel safe
    return array(
        select jsonb_build_array(
            r.value #> '{value,scheme}', r.value #> '{value,schemeVersion}', r.value #> '{value,criterion}',
            r.value #> '{value,assessor}', r.value #> '{value,rating}')::text
        from jsonb_each(state -> 'ratings') r where r.value #>> '{value,ending,since}' is null);

-- The same as an index holds it: null for another kind, and for ratings that are too long for an index.
create function query.held_counted(kind text, state jsonb) returns text[]
    language sql immutable parallel safe
    return (select case when (select coalesce(sum(octet_length(each)), 0) from unnest(c.counted) each) <= 1000 then c.counted end
        from (select query.counted(state) as counted where kind = 'rag' offset 0) c);

-- The SHA-256 of the contents that the versions of a document have or had.
create function query.document_hashes(state jsonb) returns text[]
    language sql immutable parallel safe
    return array(select v.value #>> '{value,sha256}' from jsonb_each(state -> 'versions') v);

-- Who is named in a state as holding something: persons as person:<id>, and posts on record as post:<id>.
create function query.holders(state jsonb) returns text[]
    language sql immutable parallel safe
    return array(
        select 'person:' || (p #>> '{}') from jsonb_path_query(state, 'strict $.**.person') p where jsonb_typeof(p) = 'string'
        union
        select 'post:' || coalesce(h #>> '{value}', h #>> '{}') from jsonb_path_query(state, 'strict $.**.heldByPost') h
        where jsonb_typeof(h) in ('string', 'object'));

-- What a row refers to that is no rating. Whoever asks by it finds the index over it, and no plan finds another.
create function query.refs_but_of_ratings(kind text, refs text[]) returns text[]
    language sql immutable parallel safe
    return case when kind <> 'rag' then refs end;

-- A number for an entity, by which an index over ranges finds it many times quicker than by its name. Others may have the
-- same, so whoever asks by it asks by the name too.
create function query.entity(kind text, id text) returns integer
    language sql immutable strict parallel safe
    return hashtext(kind || '-' || id);

-- Those of some entities of a kind.
create function query.entities(kind text, ids text[]) returns integer[]
    language sql immutable strict parallel safe
    return array(select query.entity(kind, id) from unnest(ids) id);

-- The table of a generation. Filling it is several times faster without the indexes for questions; the one that it has
-- finds the rows to be closed, and is a cheap guard against a fact that is applied twice. That no two rectangles of one
-- entity overlap is checked apart.
create function query.create_rows(generation integer) returns void
    language plpgsql
as $$
declare
    name text := 'row_' || generation;
begin
    execute format($sql$
        create table query.%I (
            kind       text      not null,
            id         text      not null,
            initiative text,
            portfolio  text,
            parent     text,
            refs       text[]    not null default '{}', -- streams of the other entities that it refers to
            register   text      not null,
            valid      daterange not null check (not isempty(valid)),
            known      int8range not null check (not isempty(known)),
            state      jsonb     not null,
            facts      int8[]    not null, -- positions of the facts that the state names, sorted
            closed     boolean   not null generated always as (state #>> '{closure,since}' is not null) stored,
            counted    text[]    generated always as (query.held_counted(kind, state)) stored
        )$sql$, name);
    -- The present row of an entity that holds from a day on; a day that is null would be looked for in all its rows.
    execute format('create unique index %I on query.%I (kind, id, coalesce(lower(valid), %L)) where upper_inf(known)',
        name || '_present', name, '-infinity');
    execute format('alter table query.%I owner to query_writer', name);
    execute format('grant select on query.%I to query_reader', name);
end $$;

-- May be done again after it was broken off.
create function query.index_rows(generation integer) returns void
    language plpgsql
as $$
declare
    name text := 'row_' || generation;
begin
    -- All of a kind at one point. Most rows are ratings, which have their own: a text is dear in an index over ranges.
    execute format('create index if not exists %I on query.%I using gist (kind, known, valid) where kind <> %L',
        name || '_kind', name, 'rag');
    -- Who lies in a portfolio and what is counted of them, read from the indexes alone: the rows themselves are long.
    execute format('create index if not exists %I on query.%I using gist (portfolio, known, valid)'
        ' include (id, register, closed) where portfolio is not null and kind = %L', name || '_portfolio', name, 'initiative');
    -- One whose opening was retracted lies where it last was.
    execute format('create index if not exists %I on query.%I using gist (portfolio, known, valid) include (id, register)'
        ' where portfolio is not null and kind = %L and not upper_inf(known)', name || '_gone', name, 'initiative');
    execute format('create index if not exists %I on query.%I using gist (known, valid) include (id, register, counted) where kind = %L',
        name || '_counted', name, 'rag');
    -- One entity at one point, however many facts it or another of its name has: an initiative's ratings are called as it is.
    execute format('create index if not exists %I on query.%I using gist (query.entity(kind, id), known, valid)',
        name || '_entity', name);
    -- All that was ever known of one entity, in the order of days: of its segments a page takes a few.
    execute format('create index if not exists %I on query.%I (id, kind, lower(valid))', name || '_id', name);
    -- What one fact made of its entity: the rows that begin or end to be known at its position.
    execute format('create index if not exists %I on query.%I (lower(known))', name || '_begun', name);
    execute format('create index if not exists %I on query.%I (upper(known)) where not upper_inf(known)', name || '_ended', name);
    -- Where an initiative ever lay, and when something was closed, whatever else became of it. What is known comes first.
    execute format('create index if not exists %I on query.%I (id, coalesce(portfolio, %L), coalesce(parent, %L), upper(known) desc)'
        ' where kind = %L', name || '_placed', name, '', '', 'initiative');
    execute format('create index if not exists %I on query.%I (id) where closed', name || '_closed', name);
    execute format('create index if not exists %I on query.%I (initiative, kind) where initiative is not null',
        name || '_initiative', name);
    execute format('create index if not exists %I on query.%I (parent) where parent is not null', name || '_parent', name);
    execute format('create index if not exists %I on query.%I using gin (facts)', name || '_facts', name);
    execute format('create index if not exists %I on query.%I using gin (refs)', name || '_refs', name);
    -- The same without ratings: an initiative has more of them than of all else that refers to it.
    execute format('create index if not exists %I on query.%I using gin (query.refs_but_of_ratings(kind, refs))',
        name || '_refs_but_of_ratings', name);
    -- Of which document a paper is a version.
    execute format('create index if not exists %I on query.%I using gin (query.document_hashes(state)) where kind = %L',
        name || '_documents', name, 'document');
    -- In what a person has a part, and what is marked: what a viewer may see depends on both.
    execute format('create index if not exists %I on query.%I using gin (query.holders(state)) where kind in (%L, %L, %L)',
        name || '_holders', name, 'appointments', 'board', 'post');
    execute format('create index if not exists %I on query.%I ((state #>> %L)) where kind in (%L, %L)',
        name || '_marked', name, '{marking,value}', 'document', 'protective-marking');
    -- A generation that was just filled would be read by plans for an empty table.
    execute format('analyze query.%I', name);
end $$;

-- The live rows for people's eyes; a question reads one generation from beginning to end.
create function query.show_rows(generation integer) returns void
    language plpgsql
as $$
begin
    execute format('create or replace view query.row as select * from query.%I', 'row_' || generation);
end $$;

-- Pairs of rectangles of one entity that overlap: there are none.
create function query.overlaps(generation integer) returns bigint
    language plpgsql stable
as $$
declare
    pairs bigint;
begin
    -- Apart from the table, so that the rows of an entity are found by its name: by the index over what is valid and known
    -- each would be held against most rows of all entities.
    execute format($sql$
        with rectangle as materialized (
            select kind, id, ctid as place, coalesce(lower(valid), '-infinity') as since, coalesce(upper(valid), 'infinity') as until,
                   lower(known) as begun, coalesce(upper(known), 9223372036854775807) as ended from query.%I)
        select count(*) from rectangle a join rectangle b on a.kind = b.kind and a.id = b.id and a.place < b.place
            and a.since < b.until and b.since < a.until and a.begun < b.ended and b.begun < a.ended$sql$, 'row_' || generation) into pairs;
    return pairs;
end $$;

-- Over whole rows of some kinds, whatever their order, as they stood when they held a position.
create function query.digest(generation integer, at bigint, kinds text[]) returns text
    language plpgsql stable
as $$
declare
    digest text;
begin
    execute format($sql$
        select count(*) || '-' || coalesce(sum(('x' || encode(substring(h for 8), 'hex'))::bit(64)::bigint::numeric), 0)
               || '-' || coalesce(sum(('x' || encode(substring(h from 9 for 8), 'hex'))::bit(64)::bigint::numeric), 0)
        from (select sha256(convert_to(row(kind, id, initiative, portfolio, parent, refs, register, valid,
                  int8range(lower(known), case when upper(known) <= $1 then upper(known) end), state, facts)::text,
                  'UTF8')) as h
              from query.%I where lower(known) <= $1 and query.is_of(kind, id, refs, $2)) hashed$sql$, 'row_' || generation)
        into digest using at, kinds;
    return digest;
end $$;

-- The stream whose facts a row comes from; a correction refers to nothing but its entity.
create function query.stream(kind text, id text, refs text[]) returns text
    language sql immutable
    return case when kind = 'correction' then refs[1] else kind || '-' || id end;

-- Whether a stream is that of an entity of one of some kinds.
create function query.is_stream_of(stream text, kinds text[]) returns boolean
    language sql immutable
    return exists (select from unnest(kinds) k where starts_with(stream, k || '-'));

-- Whether a row comes from a stream of one of some kinds. Most rows show it themselves: PostgreSQL calls nothing for them.
create function query.is_of(kind text, id text, refs text[], kinds text[]) returns boolean
    language sql immutable
    return case when kind = 'correction' then query.is_stream_of(refs[1], kinds) else kind = any(kinds) end;

-- Copies the rows of some kinds from one generation to another, with their blocked entities, as they are at one moment.
create function query.carry_rows(from_generation integer, to_generation integer, kinds text[]) returns void
    language plpgsql
as $$
begin
    execute format($sql$
        with copied as (insert into query.%I (kind, id, initiative, portfolio, parent, refs, register, valid, known, state, facts)
            select r.kind, r.id, r.initiative, r.portfolio, r.parent, r.refs, r.register, r.valid, r.known, r.state, r.facts
            from query.%I r where query.is_of(r.kind, r.id, r.refs, $3)),
        blocked as (insert into query.blocked_entity (subscription, stream, register, fact, reason, attempts, since, tried_at)
            select 'rows-' || $2, b.stream, b.register, b.fact, b.reason, b.attempts, b.since, b.tried_at
            from query.blocked_entity b where b.subscription = 'rows-' || $1
              and exists (select from unnest($3) k where starts_with(b.stream, k || '-')))
        update query.generation set carried = $3,
            carried_to = (select s.position from query.subscription s where s.name = 'rows-' || $1)
        where number = $2$sql$, 'row_' || to_generation, 'row_' || from_generation)
    using from_generation, to_generation, kinds;
end $$;

-- Where the rows of some kinds differ in two generations as they stood when they held a position, except in some streams.
create function query.differences(stored_generation integer, folded_generation integer, at bigint, except_streams text[], kinds text[])
    returns table (kind text, id text, valid text, known text, stored jsonb, folded jsonb)
    language plpgsql stable
as $$
declare
    then_known text := $sql$(select r.kind, r.id, r.initiative, r.portfolio, r.parent, r.refs, r.register, r.valid,
            int8range(lower(r.known), case when upper(r.known) <= $1 then upper(r.known) end) as known, r.state, r.facts
        from query.%I r where lower(r.known) <= $1 and coalesce(query.stream(r.kind, r.id, r.refs), '') <> all ($2)
          and query.is_of(r.kind, r.id, r.refs, $3))$sql$;
begin
    return query execute 'with s as ' || format(then_known, 'row_' || $1) || ', f as ' || format(then_known, 'row_' || $2) || $sql$,
        s_only as (select * from s except all select * from f),
        f_only as (select * from f except all select * from s)
        select coalesce(a.kind, b.kind), coalesce(a.id, b.id), coalesce(a.valid, b.valid)::text,
               coalesce(a.known, b.known)::text, to_jsonb(a), to_jsonb(b)
        from s_only a full join f_only b
            on a.kind = b.kind and a.id = b.id and a.valid = b.valid and a.known = b.known
        order by coalesce(a.kind, b.kind) collate "C", coalesce(a.id, b.id) collate "C", 4, 3$sql$ using at, except_streams, kinds;
end $$;

insert into query.generation (revisions, state, asked_by, reason, live_at)
values ('{}', 'LIVE', 'migration', 'The first rows', clock_timestamp());
insert into query.subscription (name) select 'rows-' || number from query.generation;
select query.create_rows(number), query.index_rows(number), query.show_rows(number) from query.generation;
alter view query.row owner to query_writer;
grant select on query.row to query_reader;
