-- The Merkle tree over the leaves of the ledger, and the heads of it that were signed. It can be made again from the ledger;
-- what was signed cannot.

-- 256 hashes of a level, as C2SP's tlog-tiles lays them out; the last tile of a level has fewer.
create table proof.tile (
    level  smallint not null check (level between 0 and 7), -- 0: leaves; above, each hash is the root over a tile of the level below
    number bigint   not null check (number >= 0), -- within its level
    hashes bytea    not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, number)
);
alter table proof.tile alter column hashes set storage external;

-- Heads that were signed, in their order.
create table proof.checkpoint (
    origin    text        not null, -- identity of the log
    size      bigint      not null check (size >= 0), -- number of leaves, which is the last position
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null, -- as C2SP's tlog-checkpoint describes, with all signatures
    signed_at timestamptz not null default clock_timestamp(),
    primary key (origin, size)
);

-- The head that is to be signed next: it is safe before it is signed, and with it every fact below it.
create table proof.head_to_sign (
    origin text   primary key,
    size   bigint not null,
    root   bytea  not null
);

-- How far the check of the whole log has come in its present round, and what became of the last one.
create table proof.patrol (
    one            boolean     primary key default true check (one),
    position       bigint      not null default 0, -- the last that was checked in this round
    begun_at       timestamptz not null default clock_timestamp(),
    rounds         bigint      not null default 0, -- that have ended
    last_begun_at  timestamptz,
    last_ended_at  timestamptz,
    last_facts     bigint,
    last_found     bigint
);
insert into proof.patrol default values;

-- What was found altered or missing, once for each position and kind, with what was there then.
create table proof.alert (
    position bigint      not null,
    kind     text        not null, -- ALTERED, REWRITTEN, MISSING, OTHER_TILE
    found_at timestamptz not null default clock_timestamp(),
    evidence jsonb       not null,
    primary key (position, kind)
);

-- Roles belong to the whole server: another database's migration may have made them, or be making them now.
do $$
begin
    if not exists (select from pg_roles where rolname = 'ledger_sealer') then
        begin
            create role ledger_sealer nologin;
        exception when duplicate_object or unique_violation then
            null;
        end;
    end if;
end $$;

grant usage on schema proof to ledger_sealer, ledger_reader;
grant select on all tables in schema proof to ledger_sealer, ledger_reader;
-- The tree never passes over a fact: nothing of it is blocked. What was found once is never taken back.
grant insert, update on proof.tile, proof.checkpoint, proof.head_to_sign, proof.subscription to ledger_sealer;
grant insert on proof.alert to ledger_sealer;
grant update on proof.patrol to ledger_sealer;
grant select on ledger.head to ledger_sealer;
grant usage on schema ledger to ledger_sealer;
