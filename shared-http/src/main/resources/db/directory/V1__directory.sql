-- The directory of people stands outside the ledger, so that a person can be erased without touching a fact.
create table directory.person (
    id        text primary key,
    name      text,
    contact   text,
    erased_at timestamptz,
    check (erased_at is null or (name is null and contact is null))
);

-- Ids are one whatever their case.
create unique index person_spelling on directory.person (lower(id));

-- Who put whom in and who erased whom. It stays when a person is erased, without the fingerprint: whoever guesses a name could
-- confirm it by that.
create table directory.change (
    number      bigint generated always as identity primary key,
    person      text        not null references directory.person,
    what        text        not null check (what in ('ADDED', 'ERASED')),
    at          timestamptz not null default now(),
    actor       text        not null,
    key         text, -- idempotency key of the request
    fingerprint text, -- of the request; null without a key, and once the person is erased
    unique (actor, key)
);

do $$
declare
    wanted text;
begin
    foreach wanted in array array['directory_writer', 'directory_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null; -- another database's migration made it meanwhile
            end;
        end if;
    end loop;
end
$$;

grant usage on schema directory to directory_writer, directory_reader;
grant select, insert, update on directory.person to directory_writer;
grant select, insert, update (fingerprint) on directory.change to directory_writer;
grant select on directory.person, directory.change to directory_reader;
