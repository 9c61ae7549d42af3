-- The ledger: one order of facts, appended through one function, changed by nobody.

create table ledger.head (
    one         boolean     primary key default true check (one),
    position    bigint      not null check (position >= 0),
    recorded_at timestamptz not null
);
insert into ledger.head (position, recorded_at) values (0, timestamptz '1970-01-01 00:00:00+00');

create table ledger.register (
    name          text        primary key,
    last_known_at timestamptz not null,
    last_position bigint      not null,
    live_position bigint -- first position of its first live unit; null while it migrates
);

create table ledger.command (
    actor          text   not null,
    key            text   not null,
    fingerprint    text   not null,
    register       text   not null,
    first_position bigint not null,
    last_position  bigint not null,
    primary key (actor, key)
);

create table ledger.event (
    position     bigint      primary key check (position > 0),
    event_id     uuid        not null unique,
    register     text        not null,
    stream       text        not null,
    sequence     bigint      not null check (sequence >= 0),
    type         text        not null,
    revision     integer     not null,
    payload      bytea       not null,
    metadata     bytea       not null,
    effective_on date        not null,
    known_at     timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text        not null,
    command      text        not null,
    basis        bytea       not null,
    leaf_hash    bytea       not null,
    unique (stream, sequence)
);
create index event_known on ledger.event (register, known_at, position);

-- Every field of a leaf's entry follows its length in four bytes, so that no two lists of fields share an entry.
create function ledger.leaf_text(field text) returns bytea
    language sql immutable strict parallel safe
    return int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8');

create function ledger.leaf_number(field bigint) returns bytea
    language sql immutable strict parallel safe
    return '\x00000008'::bytea || int8send(field);

create function ledger.leaf_digest(field bytea) returns bytea
    language sql immutable strict parallel safe
    return '\x00000020'::bytea || sha256(field);

create function ledger.microseconds(moment timestamptz) returns bigint
    language sql immutable strict parallel safe
    return (extract(epoch from moment - timestamptz '1970-01-01 00:00:00+00') * 1000000)::bigint;

-- What RFC 6962 calls the leaf hash of the entry that stands for one fact. LeafHash says the same in Java.
-- In plpgsql, which keeps the plan of its expression.
create function ledger.leaf_hash(
    register text, place bigint, stream text, sequence bigint, type text, revision integer, effective_on date,
    known_at timestamptz, recorded_at timestamptz, actor text, command text, payload bytea, metadata bytea, basis bytea
) returns bytea
    language plpgsql immutable strict parallel safe
as $$
begin
    return sha256(
        '\x00'::bytea -- a leaf of the tree
        || '\x01'::bytea -- the version of the entry
        || ledger.leaf_text(register)
        || ledger.leaf_number(place)
        || ledger.leaf_text(stream)
        || ledger.leaf_number(sequence)
        || ledger.leaf_text(type)
        || ledger.leaf_number(revision)
        || ledger.leaf_text(to_char(effective_on::timestamp, 'YYYY-MM-DD'))
        || ledger.leaf_number(ledger.microseconds(known_at))
        || ledger.leaf_number(ledger.microseconds(recorded_at))
        || ledger.leaf_text(actor)
        || ledger.leaf_text(command)
        || ledger.leaf_digest(payload)
        || ledger.leaf_digest(metadata)
        || ledger.leaf_digest(basis));
end $$;

create type ledger.outcome as (
    unit           integer, -- from 1, in the order in which the units were handed in
    outcome        text,
    first_position bigint,
    last_position  bigint,
    recorded_at    timestamptz,
    known_at       timestamptz, -- of a refused knownAt: the register's last, null if it has none
    stream         text,
    expected       bigint,
    actual         bigint
);

-- The only way in. Takes units as columns: one element of the first seven arrays a unit, one of the others an event;
-- sizes says how many events each unit has. Payload, metadata and basis are kept byte for byte, because they are hashed.
create function ledger.append(
    actors text[], keys text[], fingerprints text[], registers text[], stated timestamptz[], bases bytea[], sizes integer[],
    event_ids uuid[], streams text[], sequences bigint[], types text[], revisions integer[],
    payloads bytea[], metadatas bytea[], effective_dates date[]
) returns setof ledger.outcome
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head     ledger.head;
    earlier  ledger.command;
    reg      ledger.register;
    answer   ledger.outcome;
    appended boolean := false;
    low      integer;
    high     integer := 0;
    last     bigint;
    place    bigint;
    moment   timestamptz;
    known    timestamptz;
    owner    text;
begin
    -- Anything stricter would read what was there before the lock was had.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'ledger.append needs the isolation level read committed';
    end if;
    select * into strict head from ledger.head for update;

    for n in 1 .. cardinality(keys) loop
        low := high + 1;
        high := high + sizes[n];
        answer := row (n, null, null, null, null, null, null, null, null);

        select * into earlier from ledger.command c where c.actor = actors[n] and c.key = keys[n];
        if found then
            answer.outcome := case when earlier.fingerprint = fingerprints[n] then 'REPEATED' else 'KEY_REUSED' end;
            answer.first_position := earlier.first_position;
            answer.last_position := earlier.last_position;
            return next answer;
            continue;
        end if;

        -- One moment for the whole unit: if its facts differed on the known axis, a question as known between them
        -- would see half of what one command decided. Strictly increasing, so that a moment also orders units.
        moment := greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond');
        select * into reg from ledger.register r where r.name = registers[n];
        answer.outcome := case
            when stated[n] is null then null
            when reg.live_position is not null then 'REGISTER_IS_LIVE'
            when stated[n] < reg.last_known_at then 'GOES_BACK'
            when stated[n] > moment then 'IN_THE_FUTURE'
        end;
        if answer.outcome is not null then
            answer.known_at := reg.last_known_at;
            return next answer;
            continue;
        end if;
        known := coalesce(stated[n], moment);

        -- Probe by probe: one query over the unit's arrays would be planned anew for each unit, at four times the cost.
        for i in low .. high loop
            last := null;
            owner := null;
            for j in reverse i - 1 .. low loop
                if streams[j] = streams[i] then
                    last := sequences[j];
                    exit;
                end if;
            end loop;
            if last is null then
                select o.sequence, o.register into last, owner from ledger.event o
                where o.stream = streams[i] order by o.sequence desc limit 1;
            end if;
            if sequences[i] <> coalesce(last, -1) + 1 then
                answer.outcome := 'CONFLICT';
                answer.stream := streams[i];
                answer.expected := sequences[i] - 1;
                answer.actual := coalesce(last, -1);
                exit;
            end if;
            -- After the sequence: of two who begin a stream, each in a register of its own, the second has lost a race.
            if owner <> registers[n] then
                raise exception 'stream % belongs to register %, not to %', streams[i], owner, registers[n]
                    using errcode = 'check_violation';
            end if;
        end loop;
        if answer.outcome is null then
            select 'CONFLICT', g.stream, g.sequence, coalesce(l.sequence, -1)
            into answer.outcome, answer.stream, answer.expected, answer.actual
            from jsonb_to_recordset(convert_from(bases[n], 'UTF8')::jsonb) as g (stream text, sequence bigint)
            left join lateral (
                select o.sequence from ledger.event o
                where o.stream = g.stream order by o.sequence desc limit 1) l on true
            where g.sequence <> coalesce(l.sequence, -1)
            order by g.stream limit 1;
        end if;
        if answer.outcome is not null then
            return next answer;
            continue;
        end if;

        for i in low .. high loop
            place := head.position + 1 + i - low;
            insert into ledger.event values (
                place, event_ids[i], registers[n], streams[i], sequences[i], types[i], revisions[i], payloads[i],
                metadatas[i], effective_dates[i], known, moment, actors[n], keys[n], bases[n],
                ledger.leaf_hash(registers[n], place, streams[i], sequences[i], types[i], revisions[i],
                    effective_dates[i], known, moment, actors[n], keys[n], payloads[i], metadatas[i], bases[n]));
        end loop;
        insert into ledger.command
        values (actors[n], keys[n], fingerprints[n], registers[n], head.position + 1, head.position + sizes[n]);

        insert into ledger.register as r (name, last_known_at, last_position, live_position)
        values (registers[n], known, head.position + sizes[n], case when stated[n] is null then head.position + 1 end)
        on conflict (name) do update set
            last_known_at = excluded.last_known_at,
            last_position = excluded.last_position,
            live_position = coalesce(r.live_position, excluded.live_position);

        answer := row (n, 'APPENDED', head.position + 1, head.position + sizes[n], moment, known, null, null, null);
        head.position := answer.last_position;
        head.recorded_at := moment;
        appended := true;
        return next answer;
    end loop;

    if appended then
        update ledger.head h set position = head.position, recorded_at = head.recorded_at;
        perform pg_notify('ledger_head', head.position::text);
    end if;
end $$;

-- Waits for the append that is under way, if any, and says the ledger's now: what is recorded later is later than that.
-- Null if the append takes longer than the patience, which is at least a millisecond: none would mean for ever.
create function ledger.await_in_flight_appends(patience_millis integer) returns timestamptz
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head ledger.head;
begin
    -- Nothing is written but the mark of the lock, so nothing has to reach the disk.
    perform set_config('synchronous_commit', 'off', true);
    perform set_config('lock_timeout', greatest(patience_millis, 1)::text, true);
    select * into strict head from ledger.head for share;
    return greatest(clock_timestamp(), head.recorded_at);
exception when lock_not_available then
    return null;
end $$;

create function ledger.refuse_change() returns trigger
    language plpgsql
as $$
begin
    raise exception 'ledger.% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete or truncate on ledger.event
    for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.command
    for each statement execute function ledger.refuse_change();
-- Also in a session that calls itself a replica.
alter table ledger.event enable always trigger append_only;
alter table ledger.command enable always trigger append_only;

-- Bytes as jsonb for people's eyes; what jsonb cannot hold (such as the character zero) is shown in base64.
create function ledger.shown(stored bytea) returns jsonb
    language plpgsql immutable strict parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
begin
    return convert_from(stored, 'UTF8')::jsonb;
exception when data_exception then
    return jsonb_build_object('base64', encode(stored, 'base64'));
end $$;

create view ledger.readable_event as
select position, event_id, register, stream, sequence, type, revision, ledger.shown(payload) as payload,
       ledger.shown(metadata) as metadata, effective_on, known_at, recorded_at, actor, command,
       ledger.shown(basis) as basis, encode(leaf_hash, 'hex') as leaf_hash
from ledger.event;

-- Roles belong to the whole server: another database's migration may have made them, or be making them now.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['ledger_appender', 'ledger_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null;
            end;
        end if;
    end loop;
end $$;

revoke all on function ledger.append, ledger.await_in_flight_appends from public;
grant usage on schema ledger to ledger_appender, ledger_reader;
grant select on all tables in schema ledger to ledger_appender, ledger_reader;
grant execute on function ledger.append to ledger_appender;
grant execute on function ledger.await_in_flight_appends to ledger_appender, ledger_reader;
