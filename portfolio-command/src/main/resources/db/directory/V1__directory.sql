-- The directory of people stands outside the ledger, so that a person can be erased without touching a fact.
create table directory.person (
    id        text primary key,
    name      text,
    contact   text,
    erased_at timestamptz,
    check (erased_at is null or (name is null and contact is null))
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
grant select on directory.person to directory_reader;
