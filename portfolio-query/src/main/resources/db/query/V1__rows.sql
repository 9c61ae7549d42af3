-- What the facts come to, for questions: rectangles of (valid days, known positions), one table for every kind of entity.

create extension if not exists btree_gist;

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
    fold            integer     not null, -- the revision of the fold that makes its rows
    position        bigint      not null default 0 check (position >= 0), -- the last that its rows hold
    moved_at        timestamptz not null default clock_timestamp(), -- when they came to hold it
    state           text        not null check (state in ('BUILDING', 'LIVE', 'RETIRED', 'FAILED')),
    asked_by        text        not null,
    reason          text        not null,
    begun_at        timestamptz not null default clock_timestamp(),
    resumed_at      timestamptz, -- when the process that builds it last began to
    resumed_from    bigint      not null default 0,
    compared_at     bigint, -- the position at which its digest was held against that of the one that it replaces
    digest          text,
    replaced_digest text,
    live_at         timestamptz,
    ended_at        timestamptz, -- when it was replaced, or failed
    failure         text,
    dropped         boolean     not null default false -- whether its rows are gone
);
create unique index generation_live on query.generation (state) where state = 'LIVE';
create unique index generation_building on query.generation (state) where state = 'BUILDING';
alter table query.generation owner to query_writer;
grant select on query.generation to query_reader;

-- Entities whose rows stand still, because a fact of theirs could not be folded or its rows not be written.
create table query.blocked (
    generation integer     not null references query.generation,
    stream     text        not null,
    register   text        not null,
    fact       bigint      not null, -- position of the first fact that their rows do not hold
    reason     text        not null,
    attempts   integer     not null default 1,
    since      timestamptz not null default clock_timestamp(),
    tried_at   timestamptz not null default clock_timestamp(),
    retry      boolean     not null default false, -- whether an operator has asked for another attempt
    primary key (generation, stream)
);
alter table query.blocked owner to query_writer;
grant select on query.blocked to query_reader;

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
            register   text      not null,
            valid      daterange not null check (not isempty(valid)),
            known      int8range not null check (not isempty(known)),
            state      jsonb     not null,
            facts      int8[]    not null -- positions of the facts that the state names, sorted
        )$sql$, name);
    execute format('create unique index %I on query.%I (kind, id, lower(valid)) nulls not distinct where upper_inf(known)',
        name || '_present', name);
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
    execute format('create index if not exists %I on query.%I using gist (kind, known, valid)', name || '_kind', name);
    execute format('create index if not exists %I on query.%I using gist (portfolio, known, valid)'
        ' where portfolio is not null', name || '_portfolio', name);
    execute format('create index if not exists %I on query.%I (kind, id)', name || '_entity', name);
    execute format('create index if not exists %I on query.%I (initiative) where initiative is not null',
        name || '_initiative', name);
    execute format('create index if not exists %I on query.%I (parent) where parent is not null', name || '_parent', name);
    execute format('create index if not exists %I on query.%I using gin (facts)', name || '_facts', name);
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
    execute format('select count(*) from query.%1$I a join query.%1$I b on a.kind = b.kind and a.id = b.id'
        ' and a.ctid < b.ctid and a.valid && b.valid and a.known && b.known', 'row_' || generation) into pairs;
    return pairs;
end $$;

-- Over whole rows, whatever their order, as they stood when they held a position.
create function query.digest(generation integer, at bigint) returns text
    language plpgsql stable
as $$
declare
    digest text;
begin
    execute format($sql$
        select count(*) || '-' || coalesce(sum(('x' || encode(substring(h for 8), 'hex'))::bit(64)::bigint::numeric), 0)
               || '-' || coalesce(sum(('x' || encode(substring(h from 9 for 8), 'hex'))::bit(64)::bigint::numeric), 0)
        from (select sha256(convert_to(row(kind, id, initiative, portfolio, parent, register, valid,
                  int8range(lower(known), case when upper(known) <= $1 then upper(known) end), state, facts)::text,
                  'UTF8')) as h
              from query.%I where lower(known) <= $1) hashed$sql$, 'row_' || generation) into digest using at;
    return digest;
end $$;

insert into query.generation (fold, state, asked_by, reason, live_at)
values (0, 'LIVE', 'migration', 'The first rows', clock_timestamp());
select query.create_rows(number), query.index_rows(number), query.show_rows(number) from query.generation;
alter view query.row owner to query_writer;
grant select on query.row to query_reader;
