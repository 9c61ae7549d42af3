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
-- A rebuild makes a new table beside the live one and puts it in its place.
grant create on schema query to query_writer;

-- A generation of rows, bare: filling one is several times faster without indexes.
create function query.create_generation(name text) returns void
    language plpgsql
as $$
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
    execute format('alter table query.%I owner to query_writer', name);
    execute format('grant select on query.%I to query_reader', name);
end $$;

create function query.index_generation(name text) returns void
    language plpgsql
as $$
begin
    execute format('create index %I on query.%I using gist (kind, known, valid)', name || '_kind', name);
    execute format('create index %I on query.%I using gist (portfolio, known, valid) where portfolio is not null',
        name || '_portfolio', name);
    execute format('create index %I on query.%I (kind, id)', name || '_entity', name);
    execute format('create index %I on query.%I (initiative) where initiative is not null', name || '_initiative', name);
    execute format('create index %I on query.%I (parent) where parent is not null', name || '_parent', name);
    execute format('create index %I on query.%I using gin (facts)', name || '_facts', name);
    -- A cheap guard against a fact that is applied twice; that no two rectangles of one entity overlap is checked apart.
    execute format('create unique index %I on query.%I (kind, id, lower(valid)) nulls not distinct where upper_inf(known)',
        name || '_present', name);
    -- A generation that was just filled would be read by plans for an empty table.
    execute format('analyze query.%I', name);
end $$;

create function query.promote_generation(name text) returns void
    language plpgsql
as $$
declare
    part text;
begin
    drop table query.row;
    execute format('alter table query.%I rename to row', name);
    foreach part in array array['kind', 'portfolio', 'entity', 'initiative', 'parent', 'facts', 'present'] loop
        execute format('alter index query.%I rename to %I', name || '_' || part, 'row_' || part);
    end loop;
end $$;

-- Pairs of rectangles of one entity that overlap: there are none.
create function query.overlaps(name text) returns bigint
    language plpgsql stable
as $$
declare
    pairs bigint;
begin
    execute format('select count(*) from query.%1$I a join query.%1$I b on a.kind = b.kind and a.id = b.id'
        ' and a.ctid < b.ctid and a.valid && b.valid and a.known && b.known', name) into pairs;
    return pairs;
end $$;

-- Over whole rows, whatever their order.
create function query.digest(name text) returns text
    language plpgsql stable
as $$
declare
    digest text;
begin
    execute format($sql$
        select count(*) || '-' || coalesce(sum(('x' || encode(substring(h for 8), 'hex'))::bit(64)::bigint::numeric), 0)
               || '-' || coalesce(sum(('x' || encode(substring(h from 9 for 8), 'hex'))::bit(64)::bigint::numeric), 0)
        from (select sha256(convert_to(r::text, 'UTF8')) as h from query.%I r) hashed$sql$, name) into digest;
    return digest;
end $$;

select query.create_generation('row'), query.index_generation('row');

create table query.progress (
    one      boolean primary key default true check (one),
    position bigint  not null check (position >= 0)
);
insert into query.progress (position) values (0);
alter table query.progress owner to query_writer;
grant select on query.progress to query_reader;
