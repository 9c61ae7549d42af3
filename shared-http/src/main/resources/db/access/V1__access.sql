-- What tools sign in with, and since when a token of the issuer no longer counts. Outside the ledger: no fact rests on it.
create table access.token (
    id           text        primary key check (id ~ '^[A-Za-z0-9]{12}$'),
    hash         bytea       not null check (octet_length(hash) = 32), -- SHA-256 of its secret part; the secret is nowhere
    name         text        not null,
    account      text        not null, -- of whoever issued it
    owner        text        not null, -- the person of that account
    person       text        not null, -- as whom it asks
    kind         text        not null check (kind in ('PERSON', 'SERVICE', 'AGENT')),
    on_behalf_of text,
    roles        text[]      not null,
    markings     text[]      not null, -- that it may read
    scope        text[]      not null check (cardinality(scope) > 0),
    issued_at    timestamptz not null default now(),
    expires_at   timestamptz not null check (expires_at <= issued_at + interval '368 days'),
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    check ((kind = 'PERSON') = (on_behalf_of is null))
);

create index token_of_person on access.token (owner, issued_at);
create index token_of_account on access.token (account);

-- Whatever was issued to an account before that moment no longer counts.
create table access.sign_out (
    account text        primary key,
    at      timestamptz not null,
    reason  text        not null,
    actor   text        not null
);

do $$
declare
    wanted text;
begin
    foreach wanted in array array['access_writer', 'access_reader'] loop
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

grant usage on schema access, directory to access_writer, access_reader;
grant select (id, erased_at) on directory.person to access_writer, access_reader; -- whoever was erased signs in no more
grant select, insert on access.token to access_writer;
grant update (revoked_at, revoked_by, last_used_at) on access.token to access_writer;
grant select, insert, update on access.sign_out to access_writer;
grant select on access.token, access.sign_out to access_reader;
grant update (last_used_at) on access.token to access_reader;
