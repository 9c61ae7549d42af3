-- Who signed in, what was refused, and who took whole lists or marked rows. No names, no passwords and no queries.
create table ops.access (
    number  bigint generated always as identity primary key,
    batch   uuid        not null, -- with item: a batch that was written and not confirmed is written once
    item    int         not null,
    at      timestamptz not null, -- of the first, by the node's clock
    times   bigint      not null check (times > 0),
    kind    text        not null check (kind in ('SIGNED_IN', 'SIGN_IN_FAILED', 'REFUSED', 'EXPORTED', 'READ_MARKED', 'LOST')),
    account text,                 -- null where nobody was signed in
    person  text,                 -- id in the directory of people
    address text,
    method  text,
    path    text,
    status  int,
    marking text,                 -- of what was read, where it was marked
    unique (batch, item)
);

create index access_account on ops.access (account, number);
create index access_kind on ops.access (kind, number);
create index access_at on ops.access (at);

do $$
declare
    wanted text;
begin
    foreach wanted in array array['ledger_appender', 'query_writer'] loop
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

-- The only way by which a record goes. How long it stays is decided here, and by nobody who calls it.
create function ops.forget_old_access() returns bigint
    language sql
    security definer
    set search_path = ''
as $$
    with gone as (delete from ops.access where at < now() - interval '400 days' returning 1) select count(*) from gone
$$;

revoke all on function ops.forget_old_access() from public;
grant execute on function ops.forget_old_access() to ledger_appender, query_writer;
grant usage on schema ops to ledger_appender, query_writer;
grant insert on ops.access to ledger_appender, query_writer;
grant select on ops.access to query_writer;
