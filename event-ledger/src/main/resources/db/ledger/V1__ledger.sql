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
    live_position bigint -- first position since it is live; null while it migrates
);

create table ledger.command (
    actor          text   not null,
    key            text   not null,
    fingerprint    text   not null,
    register       text   not null,
    first_position bigint, -- null, as the last, of a command without events
    last_position  bigint,
    primary key (actor, key),
    check ((first_position is null) = (last_position is null)),
    check (first_position <= last_position)
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
-- Names are one whatever their case.
create index event_spelling on ledger.event (lower(stream)) where sequence = 0;

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

-- What RFC 6962 calls the leaf hash of the entry of one fact. LeafHash does the same in Java.
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

-- The one error of a call that breaks the rules of ledger.append. Its state is LG001; nothing of the call is stored.
create function ledger.refuse(reason text) returns void
    language plpgsql
as $$
begin
    raise exception 'refused by the ledger: %', reason using errcode = 'LG001';
end $$;

-- PostgresText requires the same in Java. Two such texts fit into one entry of an index.
create function ledger.is_text(value text) returns boolean
    language sql immutable parallel safe
    return coalesce(
        btrim(value) <> '' and octet_length(value) <= 1000
            and value collate "C" !~ '[\u0001-\u001f\u007f-\u009f]', false);

-- Without a search path of its own, with which it could not be put in line: those who call it have one.
create function ledger.is_list(list anyarray, size integer, nullable boolean default false) returns boolean
    language sql immutable parallel safe
as $$
    select case
        when list is null or cardinality(list) is distinct from size then false
        when size = 0 then true
        when array_ndims(list) <> 1 or array_lower(list, 1) <> 1 then false
        else nullable or array_position(list, null) is null
    end
$$;

-- A basis is written in one way only, so that the hashed bytes mean what the guards are read to mean.
create function ledger.is_basis(basis bytea) returns boolean
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    guards jsonb;
begin
    if basis = '[]'::bytea then
        return true;
    end if;
    guards := convert_from(basis, 'UTF8')::jsonb;
    return basis = (
        select convert_to('[' || string_agg(guard.text, ',' order by guard.n) || ']', 'UTF8')
        from (
            select e.n, g.stream, format('{"stream":%s,"sequence":%s,"facts":[%s]}', to_json(g.stream), g.sequence, (
                       select string_agg(f.position::bigint::text, ',' order by f.n)
                       from jsonb_array_elements_text(g.facts) with ordinality as f (position, n)
                       having coalesce(min(f.position::bigint), 1) > 0)) as text
            from jsonb_array_elements(guards) with ordinality as e (guard, n)
            cross join lateral jsonb_to_record(e.guard) as g (stream text, sequence bigint, facts jsonb)
            where ledger.is_text(g.stream) and g.sequence >= -1) guard
        having count(*) = count(distinct guard.stream));
exception when data_exception or program_limit_exceeded then
    return false;
end $$;

-- Checks all that can be checked without the head, so that nonsense holds nobody up.
create function ledger.require_sound_call(
    actors text[], keys text[], fingerprints text[], registers text[], stated timestamptz[], going_live boolean[],
    bases bytea[], sizes integer[],
    event_ids uuid[], streams text[], sequences bigint[], types text[], revisions integer[],
    payloads bytea[], metadatas bytea[], effective_dates date[], timeout_millis integer
) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    requests constant integer := coalesce(cardinality(keys), -1);
    events   constant integer := coalesce(cardinality(event_ids), -1);
    fault    text;
begin
    if coalesce(timeout_millis not between 1 and 3600000, true) then
        perform ledger.refuse('timeout_millis must be between 1 and 3600000');
    end if;
    if requests > 10000 or events > 100000 then
        perform ledger.refuse('a call takes at most 10000 requests and 100000 events');
    end if;
    if not (ledger.is_list(actors, requests) and ledger.is_list(keys, requests)
            and ledger.is_list(fingerprints, requests) and ledger.is_list(registers, requests)
            and ledger.is_list(stated, requests, true) and ledger.is_list(going_live, requests)
            and ledger.is_list(bases, requests) and ledger.is_list(sizes, requests)) then
        perform ledger.refuse('the arrays of requests must be lists of one length, without nulls');
    end if;
    if not (ledger.is_list(event_ids, events) and ledger.is_list(streams, events)
            and ledger.is_list(sequences, events) and ledger.is_list(types, events)
            and ledger.is_list(revisions, events) and ledger.is_list(payloads, events)
            and ledger.is_list(metadatas, events) and ledger.is_list(effective_dates, events)) then
        perform ledger.refuse('the arrays of events must be lists of one length, without nulls');
    end if;
    -- One look at all requests and one at all events: each look costs more than what it looks at.
    fault := (
        select case
            when bool_or(r.size < 0) or coalesce(sum(r.size), 0) <> events
                then 'sizes must not be negative, and their sum must be the number of events'
            when not bool_and(ledger.is_text(r.actor) and ledger.is_text(r.key)
                    and ledger.is_text(r.fingerprint) and ledger.is_text(r.register))
                then 'actor, key, fingerprint and register must have 1 to 1000 bytes without control characters'
            when bool_or(r.known_at not between
                        timestamptz '0001-01-01 00:00:00+00' and timestamptz '9999-12-31 23:59:59.999999+00'
                    or (r.going_live and (r.known_at is not null or r.size = 0)))
                then 'knownAt must be within the years 1 to 9999, and a request that goes live must have events and no'
                    ' knownAt'
            when not bool_and(coalesce(ledger.is_basis(r.basis), false))
                then 'a basis must be a list of guards, as [{"stream":"case-1","sequence":0,"facts":[1]}]'
        end
        from unnest(actors, keys, fingerprints, registers, stated, going_live, bases, sizes)
            as r (actor, key, fingerprint, register, known_at, going_live, basis, size));
    fault := coalesce(fault, (
        select case
            when not bool_and(ledger.is_text(e.stream) and ledger.is_text(e.type) and e.sequence >= 0
                    and e.revision >= 1 and e.effective_on between date '0001-01-01' and date '9999-12-31')
                then 'an event must have a stream and a type of 1 to 1000 bytes without control characters, a sequence'
                    ' from 0, a revision from 1, and a date within the years 1 to 9999'
        end
        from unnest(streams, sequences, types, revisions, effective_dates)
            as e (stream, sequence, type, revision, effective_on)));
    if fault is not null then
        perform ledger.refuse(fault);
    end if;
    if 1 < any (sizes) and exists (
        select from (
            select r.size, sum(r.size) over (order by r.n) - r.size as before
            from unnest(sizes) with ordinality as r (size, n)) r
        where r.size > 1
            and r.size <> (select count(distinct i.id)
                           from unnest(event_ids[r.before + 1 : r.before + r.size]) as i (id))) then
        perform ledger.refuse('the events of a request must have different ids');
    end if;
end $$;

create type ledger.outcome as (
    request        integer, -- from 1, in the order in which the requests were handed in
    outcome        text,
    first_position bigint,
    last_position  bigint,
    recorded_at    timestamptz,
    known_at       timestamptz, -- of a refused knownAt: the register's last, null if it has none
    stream         text,
    expected       bigint,
    actual         bigint
);

-- The only way in, and it trusts nobody. Takes requests as columns: one element of the first eight arrays a request, one of
-- the others an event; sizes has the number of events of each request. Payload, metadata and basis are kept byte for
-- byte, because they are hashed. Fails with LG001 if it is called wrongly, and with lock_not_available (55P03) if the head
-- cannot be had in time; nothing is stored then. Without any request it only takes the head.
create function ledger.append(
    actors text[], keys text[], fingerprints text[], registers text[], stated timestamptz[], going_live boolean[],
    bases bytea[], sizes integer[],
    event_ids uuid[], streams text[], sequences bigint[], types text[], revisions integer[],
    payloads bytea[], metadatas bytea[], effective_dates date[], timeout_millis integer
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
        perform ledger.refuse('ledger.append needs the isolation level read committed');
    end if;
    perform ledger.require_sound_call(actors, keys, fingerprints, registers, stated, going_live, bases, sizes,
        event_ids, streams, sequences, types, revisions, payloads, metadatas, effective_dates, timeout_millis);

    perform set_config('lock_timeout', timeout_millis::text, true);
    select * into strict head from ledger.head for update;
    -- Readers find an append in flight by the transaction that has locked the head; a subtransaction is not to be found.
    if (select h.xmax from ledger.head h) <> pg_current_xact_id()::xid then
        perform ledger.refuse('ledger.append cannot be called behind a savepoint');
    end if;

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

        -- One moment for the whole request: if its facts differed on the known axis, a question as known between them
        -- would see half of what one command decided. Strictly increasing, so that a moment also orders requests.
        moment := greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond');
        select * into reg from ledger.register r where r.name = registers[n];
        -- A register begins live if its first request states no knownAt. A stated one is always earlier than the
        -- recording, so that a register's first fact with both equal is the one with which it went live.
        answer.outcome := case
            when stated[n] is null then
                case when reg.live_position is null and reg.name is not null and not going_live[n]
                    then 'REGISTER_MIGRATES' end
            when reg.live_position is not null then 'REGISTER_IS_LIVE'
            when stated[n] < reg.last_known_at then 'GOES_BACK'
            when stated[n] >= moment then 'IN_THE_FUTURE'
        end;
        if answer.outcome is not null then
            answer.known_at := reg.last_known_at;
            return next answer;
            continue;
        end if;
        known := coalesce(stated[n], moment);

        -- Probe by probe: one query over the request's arrays would be planned anew for each, at four times the cost.
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
            -- Names are one whatever their case: of two who begin a stream in two spellings, the second has lost a race.
            if last is null and sequences[i] = 0 then
                select o.sequence into last from ledger.event o
                where lower(o.stream) = lower(streams[i]) and o.sequence = 0 limit 1;
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
                perform ledger.refuse(
                    format('the stream %s belongs to the register %s, not to %s', streams[i], owner, registers[n]));
            end if;
        end loop;
        if answer.outcome is null and bases[n] <> '[]'::bytea then
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
        if bases[n] <> '[]'::bytea and exists (
            select from jsonb_path_query(convert_from(bases[n], 'UTF8')::jsonb, '$[*].facts[*]') as f (position)
            where f.position::bigint > head.position) then
            perform ledger.refuse('a basis names facts that are not in the ledger');
        end if;
        for i in low .. high loop
            if exists (select from ledger.event o where o.event_id = event_ids[i]) then
                perform ledger.refuse('an event id is in the ledger already');
            end if;
        end loop;

        -- Its key alone is stored: the command has no effect, also when it is repeated after something else had one.
        if sizes[n] = 0 then
            insert into ledger.command values (actors[n], keys[n], fingerprints[n], registers[n], null, null);
            answer.outcome := 'NO_EVENTS';
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

-- Waits for the append that is in flight, if any, and gives the ledger's now: what is recorded later is later than that.
-- Null if that append takes longer. It takes no lock: what a reader could hold, a reader could hold up appends with. The
-- version of the head that a reader sees carries the transaction that locked it last. Appends that lock it after the
-- look take their moment after the look.
create function ledger.await_in_flight_appends(timeout_millis integer) returns timestamptz
    language plpgsql volatile
    set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := clock_timestamp();
    until  constant timestamptz := moment + least(greatest(timeout_millis, 0), 3600000) * interval '1 millisecond';
    next   bigint;
    holder bigint;
begin
    -- Anything stricter would look at a head that was there before the moment.
    if current_setting('transaction_isolation') <> 'read committed' then
        perform ledger.refuse('ledger.await_in_flight_appends needs the isolation level read committed');
    end if;
    perform set_config('lock_timeout', least(greatest(timeout_millis, 1), 3600000)::text, true);
    select pg_snapshot_xmax(pg_current_snapshot())::text::bigint, h.xmax::text::bigint, greatest(moment, h.recorded_at)
    into strict next, holder, moment from ledger.head h;
    -- Of a transaction's 64 bits the row has 32: it is the one next to the present ones.
    holder := nullif(holder, 0) - next % 4294967296;
    holder := next + holder - 4294967296 * round(holder / 4294967296.0);
    while pg_xact_status(nullif(greatest(holder, 0), 0)::text::xid8) = 'in progress' loop
        if clock_timestamp() >= until then
            return null;
        end if;
        perform pg_sleep(0.001);
    end loop;
    return moment;
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

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to ledger_appender, ledger_reader;
grant select on all tables in schema ledger to ledger_appender, ledger_reader;
grant execute on function ledger.append to ledger_appender;
grant execute on function ledger.await_in_flight_appends, ledger.refuse, ledger.shown to ledger_appender, ledger_reader;
