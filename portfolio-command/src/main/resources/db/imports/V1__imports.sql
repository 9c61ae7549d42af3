-- How far imports are, so that every node can tell. It holds no facts: whatever is lost here is still in the ledger.
create table imports.import (
    person       text        not null, -- who sent it
    id           text        not null,
    run          uuid        not null, -- another whenever it is sent again
    state        text        not null check (state in ('RUNNING', 'ENDED', 'FAILED')),
    dry_run      boolean     not null,
    line         bigint      not null default 0,
    recorded     bigint      not null default 0,
    replayed     bigint      not null default 0,
    unchanged    bigint      not null default 0,
    refused      bigint      not null default 0,
    not_recorded bigint      not null default 0,
    stopped_at   bigint,
    position     bigint,
    failure      text,
    begun_at     timestamptz not null default now(),
    heard_at     timestamptz not null default now(), -- when its node wrote last
    ended_at     timestamptz,
    primary key (person, id),
    unique (run)
);

create index import_begun on imports.import (begun_at);

-- In the order of the file.
create table imports.refusal (
    run     uuid   not null references imports.import (run) on delete cascade,
    number  bigint not null,
    refusal text   not null, -- JSON
    primary key (run, number)
);

grant usage on schema imports to ledger_appender;
grant select, insert, update, delete on imports.import, imports.refusal to ledger_appender;
