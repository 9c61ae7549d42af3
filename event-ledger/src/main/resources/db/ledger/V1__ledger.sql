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
-- Streams for which decisions asked and which held nothing: a name by which what was recorded then is found again.
create function ledger.absences(basis bytea) returns text[]
    language sql immutable strict parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select array(
        select guard ->> 'stream' from json_array_elements(convert_from(basis, 'UTF8')::json -> 'read') as guard
        where (guard ->> 'sequence')::bigint = -1)
$$;
create index event_absence on ledger.event using gin (ledger.absences(basis))
    where position('"sequence":-1}'::bytea in basis) > 0;
-- All streams one after the other, in an order that is the same on every server.
create index event_opening on ledger.event (stream collate "C") where sequence = 0;

-- What RFC 6962 calls the leaf hash of the entry of one fact; LeafHash does the same in Java. Digests and numbers are of a
-- fixed length, moments microseconds and dates days since 2000, and a line feed follows each text, none of which has one:
-- so no two facts share an entry.
create function ledger.leaf_hash(
    event_id uuid, register text, place bigint, stream text, sequence bigint, type text, revision integer, effective_on date,
    known_at timestamptz, recorded_at timestamptz, actor text, command text, payload bytea, metadata bytea, basis bytea
) returns bytea
    language sql immutable parallel safe
    return sha256(
        '\x00'::bytea -- a leaf of the tree
        || '\x01'::bytea -- the version of the entry
        || sha256(payload) || sha256(metadata) || sha256(basis)
        || int8send(place) || timestamptz_send(recorded_at) || timestamptz_send(known_at)
        || int8send(sequence) || int4send(revision) || date_send(effective_on) || uuid_send(event_id)
        || convert_to(register || E'\n' || stream || E'\n' || type || E'\n' || actor || E'\n' || command || E'\n', 'UTF8'));

-- The one error of a call that breaks the rules of ledger.append. Its state is LG001; nothing of the call is stored.
create function ledger.refuse(reason text) returns void
    language plpgsql
as $$
begin
    raise exception 'refused by the ledger: %', reason using errcode = 'LG001';
end $$;

-- PostgresText requires the same in Java. Two such texts fit into one entry of an index, without line feeds.
create function ledger.is_text(value text) returns boolean
    language sql immutable parallel safe
    return octet_length(value) between 1 and 1000
        and value collate "C" !~ '[\u0001-\u001f\u007f-\u009f]' and btrim(value) <> '';

-- Without a search path of its own, with which it could not be put in line: those who call it have one.
create function ledger.is_list(list anyarray, dimensions text, nullable boolean default false) returns boolean
    language sql immutable parallel safe
as $$
    select list is not null and coalesce(array_dims(list), '[1:0]') = dimensions
        and (nullable or array_position(list, null) is null)
$$;

create function ledger.is_event(
    stream text, sequence bigint, type text, revision integer, effective_on date, grounds text
) returns boolean
    language sql immutable parallel safe
    return ledger.is_text(stream) and ledger.is_text(type) and sequence >= 0 and revision >= 1
        and effective_on between date '0001-01-01' and date '9999-12-31'
        and grounds ~ '^(-?[1-9][0-9]{0,17}(,-?[1-9][0-9]{0,17})*)?$';

-- Checks all that can be checked without the head, so that nonsense holds nobody up.
create function ledger.require_sound_call(
    actors text[], keys text[], fingerprints text[], registers text[], stated timestamptz[], going_live boolean[],
    sizes integer[], guard_requests integer[], guard_streams text[], guard_sequences bigint[],
    event_ids uuid[], streams text[], sequences bigint[], types text[], revisions integer[],
    payloads bytea[], metadatas bytea[], effective_dates date[], grounds text[], timeout_millis integer
) returns void
    language plpgsql
as $$
declare
    requests constant integer := coalesce(cardinality(keys), -1);
    guards   constant integer := coalesce(cardinality(guard_requests), -1);
    events   constant integer := coalesce(cardinality(event_ids), -1);
    list     text := '[1:' || requests || ']';
    size     integer;
    total    integer := 0;
    sound    boolean;
begin
    if coalesce(timeout_millis not between 1 and 3600000, true) then
        perform ledger.refuse('timeout_millis must be between 1 and 3600000');
    end if;
    if requests > 10000 or events > 100000 or guards > 100000 then
        perform ledger.refuse('a call takes at most 10000 requests, 100000 events and 100000 guards');
    end if;
    if not (ledger.is_list(actors, list) and ledger.is_list(keys, list) and ledger.is_list(fingerprints, list)
            and ledger.is_list(registers, list) and ledger.is_list(stated, list, true)
            and ledger.is_list(going_live, list) and ledger.is_list(sizes, list)) then
        perform ledger.refuse('the arrays of requests must be lists of one length, without nulls');
    end if;
    list := '[1:' || events || ']';
    if not (ledger.is_list(event_ids, list) and ledger.is_list(streams, list) and ledger.is_list(sequences, list)
            and ledger.is_list(types, list) and ledger.is_list(revisions, list) and ledger.is_list(payloads, list)
            and ledger.is_list(metadatas, list) and ledger.is_list(effective_dates, list)
            and ledger.is_list(grounds, list)) then
        perform ledger.refuse('the arrays of events must be lists of one length, without nulls');
    end if;
    list := '[1:' || guards || ']';
    if not (ledger.is_list(guard_requests, list) and ledger.is_list(guard_streams, list)
            and ledger.is_list(guard_sequences, list)) then
        perform ledger.refuse('the arrays of guards must be lists of one length, without nulls');
    end if;
    foreach size in array sizes loop
        if size < 0 or size > events - total then
            perform ledger.refuse('sizes must not be negative, and their sum must be the number of events');
        end if;
        total := total + size;
    end loop;
    if total <> events then
        perform ledger.refuse('sizes must not be negative, and their sum must be the number of events');
    end if;
    -- A single one is looked at without a query, which would cost more than the look.
    if requests = 1 then
        sound := ledger.is_text(actors[1]) and ledger.is_text(keys[1]) and ledger.is_text(fingerprints[1])
            and ledger.is_text(registers[1]);
    elsif requests > 1 then
        sound := (
            select bool_and(ledger.is_text(r.actor) and ledger.is_text(r.key) and ledger.is_text(r.fingerprint)
                and ledger.is_text(r.register))
            from unnest(actors, keys, fingerprints, registers) as r (actor, key, fingerprint, register));
    end if;
    if not sound then
        perform ledger.refuse('actor, key, fingerprint and register must have 1 to 1000 bytes without control characters');
    end if;
    if events = 1 then
        sound := ledger.is_event(streams[1], sequences[1], types[1], revisions[1], effective_dates[1], grounds[1]);
    elsif events > 1 then
        sound := (
            select bool_and(ledger.is_event(e.stream, e.sequence, e.type, e.revision, e.effective_on, e.grounds))
            from unnest(streams, sequences, types, revisions, effective_dates, grounds)
                as e (stream, sequence, type, revision, effective_on, grounds));
    end if;
    if not sound then
        perform ledger.refuse('an event must have a stream and a type of 1 to 1000 bytes without control characters, a'
            ' sequence from 0, a revision from 1, a date within the years 1 to 9999, and its grounds as 1,-2');
    end if;
    if strpos(array_to_string(grounds, ','), '-') > 0 then
        sound := not exists (
            select from (
                select r.size, e.n - r.before as number, e.grounds
                from (
                    select s.size, sum(s.size) over (order by s.n) - s.size as before
                    from unnest(sizes) with ordinality as s (size, n)) r
                join unnest(grounds) with ordinality as e (grounds, n) on e.n > r.before and e.n <= r.before + r.size) e,
                string_to_table(e.grounds, ',') as g (ground)
            where g.ground::bigint < -e.size or g.ground::bigint = -e.number);
        if not sound then
            perform ledger.refuse('an event can rest on the other events of its request, which are numbered from -1 downwards');
        end if;
    end if;
    if timestamptz '0001-01-01 00:00:00+00' > any (stated) or timestamptz '9999-12-31 23:59:59.999999+00' < any (stated) then
        perform ledger.refuse('knownAt must be within the years 1 to 9999');
    end if;
    if true = any (going_live) then
        sound := not exists (
            select from unnest(going_live, stated, sizes) as r (going_live, known_at, size)
            where r.going_live and (r.known_at is not null or r.size = 0));
        if not sound then
            perform ledger.refuse('a request that goes live must have events and no knownAt');
        end if;
    end if;
    if guards > 0 then
        sound := (
            select bool_and(g.request between 1 and requests and ledger.is_text(g.stream) and g.sequence >= -1)
                and count(*) = count(distinct (g.request, g.stream))
            from unnest(guard_requests, guard_streams, guard_sequences) as g (request, stream, sequence));
        if not sound then
            perform ledger.refuse('a guard must be of a request of the call, which has one for a stream, with the last'
                ' sequence from -1');
        end if;
    end if;
end $$;

-- By request what was read for it, as it is stored with its facts: [{"stream":"case-1","sequence":0}].
create function ledger.reads(
    requests integer, guard_requests integer[], guard_streams text[], guard_sequences bigint[]
) returns text[]
    language plpgsql immutable
as $$
begin
    if cardinality(guard_requests) = 0 then
        return array_fill('[]'::text, array[requests]);
    end if;
    return array(
        select coalesce(b.reads, '[]')
        from generate_series(1, requests) as r (n)
        left join (
            select g.request, '[' || string_agg(format('{"stream":%s,"sequence":%s}', to_json(g.stream), g.sequence),
                       ',' order by g.n) || ']' as reads
            from unnest(guard_requests, guard_streams, guard_sequences) with ordinality as g (request, stream, sequence, n)
            group by g.request) b on b.request = r.n
        order by r.n);
end $$;

-- The basis of one fact as it is stored and hashed: {"restsOn":[1,2],"read":[{"stream":"case-1","sequence":0}]}.
create function ledger.basis(grounds text, first_of_request bigint, reads text) returns bytea
    language plpgsql immutable
as $$
declare
    positions text := grounds;
begin
    if strpos(grounds, '-') > 0 then
        positions := (
            select string_agg(g.position::text, ',' order by g.position)
            from (
                select distinct case when f.ground < 0 then first_of_request - 1 - f.ground else f.ground end as position
                from unnest(string_to_array(grounds, ',')::bigint[]) as f (ground)) g);
    end if;
    return convert_to('{"restsOn":[' || positions || '],"read":' || reads || '}', 'UTF8');
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

-- Whether all of several requests will be appended, found out for all at once. False also where that depends on their
-- order, as when one repeats another's key: then they are taken one by one. A look that could be joined would be planned
-- as a scan while the ledger is small, and stay one.
create function ledger.takes_all(
    head ledger.head, moment timestamptz,
    actors text[], keys text[], registers text[], stated timestamptz[], going_live boolean[], requests integer[],
    sizes integer[], guard_requests integer[], guard_streams text[], guard_sequences bigint[],
    streams text[], sequences bigint[], grounds text[]
) returns boolean
    language plpgsql stable
as $$
declare
    reg    ledger.register;
    before bigint[]; -- by request how many facts the requests before it have
begin
    if array_remove(stated, null) = '{}' then
        if true = any (going_live) or exists (
            select from ledger.register r where r.name = any (registers) and r.live_position is null) then
            return false;
        end if;
    else
        if array_position(stated, null) is not null or array_remove(registers, registers[1]) <> '{}' then
            return false;
        end if;
        select * into reg from ledger.register r where r.name = registers[1];
        if reg.live_position is not null or exists (
            select from (
                select s.known_at, lag(s.known_at, 1, coalesce(reg.last_known_at, '-infinity')) over (order by s.n) as before
                from unnest(stated) with ordinality as s (known_at, n)) s
            where s.known_at < s.before or s.known_at >= moment) then
            return false;
        end if;
    end if;
    if (select count(*) from (select distinct u.actor, u.key from unnest(actors, keys) as u (actor, key)) u)
            <> cardinality(keys)
        or (select bool_or((select true from ledger.command c where c.actor = u.actor and c.key = u.key limit 1))
            from unnest(actors, keys) as u (actor, key)) then
        return false;
    end if;
    if (select bool_or(
            e.sequence <> coalesce(l.sequence, -1) + e.nth
            or e.stream <> e.begun_as
            or coalesce(l.register, e.begun_in) <> e.register
            or (l.sequence is null and (select true from ledger.event o
                    where lower(o.stream) = e.folded and o.sequence = 0 limit 1)))
        from (
            select u.stream, u.sequence, lower(u.stream) as folded, registers[u.request] as register,
                row_number() over one as nth, first_value(registers[u.request]) over one as begun_in,
                first_value(u.stream) over one as begun_as
            from unnest(streams, sequences, requests) with ordinality as u (stream, sequence, request, n)
            window one as (partition by lower(u.stream) order by u.n)) e
        left join lateral (
            select o.sequence, o.register from ledger.event o
            where o.stream = e.stream order by o.sequence desc limit 1) l on true) then
        return false;
    end if;
    if array_remove(grounds, '') <> '{}' then
        before := array(
            select sum(r.size) over (order by r.n) - r.size from unnest(sizes) with ordinality as r (size, n) order by r.n);
        if exists (
            select from unnest(requests, grounds) as e (request, grounds), string_to_table(e.grounds, ',') as g (position)
            where e.grounds <> '' and g.position::bigint > head.position + before[e.request]) then
            return false;
        end if;
    end if;
    if cardinality(guard_requests) = 0 then
        return true;
    end if;
    return not (
        select bool_or(
            g.guarded <> coalesce(g.moved, (
                select o.sequence from ledger.event o
                where o.stream = g.stream order by o.sequence desc limit 1), -1))
        from (
            select u.*, max(u.sequence) over (
                partition by u.stream order by u.request range between unbounded preceding and 1 preceding) as moved
            from (
                select e.request, e.stream, e.sequence, null::bigint as guarded
                from unnest(requests, streams, sequences) as e (request, stream, sequence)
                union all
                select g.request, g.stream, null, g.sequence
                from unnest(guard_requests, guard_streams, guard_sequences) as g (request, stream, sequence)) u) g
        where g.guarded is not null);
end $$;

-- The only way in, and it trusts nobody. Takes requests as columns: one element of the first seven arrays a request, one of
-- the next three a guard, one of the others an event; sizes has the number of events of each request, guard_requests the
-- request of each guard, from 1. Grounds are positions of the facts on which an event rests, as 1,2; -1 is the first event of
-- its own request, -2 the second. Payload and metadata are kept byte for byte, because they are hashed.
--
-- With forked_at, the position of the head that they were decided at, the requests were decided one upon another: positions
-- beyond it in grounds are those of the call's own events, counted on from there, and are stored as they come to stand;
-- the first request that is refused, or repeated behind another, ends the call, and those after it have no outcome.
--
-- Fails with LG001, or with unique_violation where an event id is taken, if it is called wrongly, and with
-- lock_not_available (55P03) if the head cannot be had in time; nothing is stored then. Without any request it only takes the
-- head.
create function ledger.append(
    actors text[], keys text[], fingerprints text[], registers text[], stated timestamptz[], going_live boolean[],
    sizes integer[], guard_requests integer[], guard_streams text[], guard_sequences bigint[],
    event_ids uuid[], streams text[], sequences bigint[], types text[], revisions integer[],
    payloads bytea[], metadatas bytea[], effective_dates date[], grounds text[],
    timeout_millis integer, forked_at bigint default null
) returns setof ledger.outcome
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
as $$
declare
    head     ledger.head;
    earlier  ledger.command;
    reg      ledger.register;
    answer   ledger.outcome;
    appended boolean := false;
    repeated boolean := false;
    reads    text[];
    rested   bytea;
    requests integer[];
    low      integer;
    high     integer := 0;
    last     bigint;
    place    bigint;
    moment   timestamptz;
    known    timestamptz;
    owner    text;
    tick     constant interval := interval '1 microsecond';
begin
    -- Anything stricter would read what was there before the lock was had.
    if current_setting('transaction_isolation') <> 'read committed' then
        perform ledger.refuse('ledger.append needs the isolation level read committed');
    end if;
    perform ledger.require_sound_call(actors, keys, fingerprints, registers, stated, going_live, sizes,
        guard_requests, guard_streams, guard_sequences,
        event_ids, streams, sequences, types, revisions, payloads, metadatas, effective_dates, grounds, timeout_millis);
    reads := ledger.reads(cardinality(keys), guard_requests, guard_streams, guard_sequences);

    perform set_config('lock_timeout', timeout_millis::text, true);
    select * into strict head from ledger.head for update;
    -- Readers find an append in flight by the transaction that has locked the head; a subtransaction is not to be found.
    if (select h.xmax from ledger.head h) <> pg_current_xact_id()::xid then
        perform ledger.refuse('ledger.append cannot be called behind a savepoint');
    end if;

    if forked_at not between 0 and head.position then
        perform ledger.refuse('forked_at must be a position that the head has reached');
    end if;
    if forked_at <> head.position and array_remove(grounds, '') <> '{}' then
        grounds := array(
            select coalesce(
                (select string_agg((f.position + case when f.position > forked_at then head.position - forked_at else 0 end)::text,
                        ',' order by f.n)
                 from unnest(string_to_array(nullif(e.grounds, ''), ',')::bigint[]) with ordinality as f (position, n)), '')
            from unnest(grounds) with ordinality as e (grounds, n) order by e.n);
    end if;

    -- One moment for a whole request: if its facts differed on the known axis, a question as known between them would see
    -- half of what one command decided. Strictly increasing, so that a moment also orders requests.
    moment := greatest(clock_timestamp(), head.recorded_at + tick);

    if cardinality(keys) > 1 and cardinality(streams) > 0 then
        requests := array(
            select r.n::integer from unnest(sizes) with ordinality as r (size, n), generate_series(1, r.size) order by r.n);
        if ledger.takes_all(head, moment, actors, keys, registers, stated, going_live, requests,
                sizes, guard_requests, guard_streams, guard_sequences, streams, sequences, grounds) then
            insert into ledger.event
            select e.place, e.id, e.register, e.stream, e.sequence, e.type, e.revision, e.payload, e.metadata,
                e.effective_on, e.known_at, e.recorded_at, e.actor, e.command, e.basis,
                ledger.leaf_hash(e.id, e.register, e.place, e.stream, e.sequence, e.type, e.revision, e.effective_on,
                    e.known_at, e.recorded_at, e.actor, e.command, e.payload, e.metadata, e.basis)
            from (
                select u.*, head.position + u.n as place, registers[u.request] as register,
                    coalesce(stated[u.request], moment + (u.request - 1) * tick) as known_at,
                    moment + (u.request - 1) * tick as recorded_at,
                    actors[u.request] as actor, keys[u.request] as command,
                    ledger.basis(u.grounds, head.position + min(u.n) over (partition by u.request), reads[u.request]) as basis
                from unnest(event_ids, streams, sequences, types, revisions, payloads, metadatas, effective_dates, grounds,
                        requests)
                    with ordinality
                    as u (id, stream, sequence, type, revision, payload, metadata, effective_on, grounds, request, n)
                ) e;
            insert into ledger.command
            select u.actor, u.key, u.fingerprint, u.register,
                case when u.size > 0 then head.position + u.upto - u.size + 1 end,
                case when u.size > 0 then head.position + u.upto end
            from (
                select *, sum(r.size) over (order by r.n) as upto
                from unnest(actors, keys, fingerprints, registers, sizes)
                    with ordinality as r (actor, key, fingerprint, register, size, n)) u;
            insert into ledger.register as r (name, last_known_at, last_position, live_position)
            select u.name, max(coalesce(u.known_at, moment + (u.n - 1) * tick)), head.position + max(u.upto),
                min(case when u.known_at is null then head.position + u.upto - u.size + 1 end)
            from (
                select *, sum(r.size) over (order by r.n) as upto
                from unnest(registers, stated, sizes) with ordinality as r (name, known_at, size, n)) u
            where u.size > 0
            group by u.name
            on conflict (name) do update set
                last_known_at = excluded.last_known_at,
                last_position = excluded.last_position,
                live_position = coalesce(r.live_position, excluded.live_position);
            return query
            select u.n::integer, 'APPENDED', head.position + u.upto - u.size + 1, head.position + u.upto,
                moment + (u.n - 1) * tick, coalesce(u.known_at, moment + (u.n - 1) * tick),
                null::text, null::bigint, null::bigint
            from (
                select *, sum(r.size) over (order by r.n) as upto
                from unnest(stated, sizes) with ordinality as r (known_at, size, n)) u
            where u.size > 0
            union all
            select r.n::integer, 'NO_EVENTS', null, null, null, null, null, null, null
            from unnest(sizes) with ordinality as r (size, n)
            where r.size = 0
            order by 1;
            update ledger.head h set
                position = head.position + cardinality(streams),
                recorded_at = moment + (requests[cardinality(requests)] - 1) * tick;
            perform pg_notify('ledger_head', (head.position + cardinality(streams))::text);
            return;
        end if;
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
            repeated := answer.outcome = 'REPEATED';
            return next answer;
            exit when forked_at is not null and (appended or not repeated);
            continue;
        end if;
        -- What was repeated may stand elsewhere than where those after it were decided upon it.
        exit when forked_at is not null and repeated;

        moment := greatest(clock_timestamp(), head.recorded_at + tick);
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
            exit when forked_at is not null;
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
        if answer.outcome is null and reads[n] <> '[]' then
            select 'CONFLICT', g.stream, g.sequence, coalesce(l.sequence, -1)
            into answer.outcome, answer.stream, answer.expected, answer.actual
            from unnest(guard_requests, guard_streams, guard_sequences) as g (request, stream, sequence)
            left join lateral (
                select o.sequence from ledger.event o
                where o.stream = g.stream order by o.sequence desc limit 1) l on true
            where g.request = n and g.sequence <> coalesce(l.sequence, -1)
            order by g.stream limit 1;
        end if;
        if answer.outcome is not null then
            return next answer;
            exit when forked_at is not null;
            continue;
        end if;
        if array_remove(grounds[low:high], '') <> '{}' and exists (
            select from unnest(grounds[low:high]) as e (grounds), string_to_table(e.grounds, ',') as f (position)
            where e.grounds <> '' and f.position::bigint > head.position) then
            perform ledger.refuse('an event rests on facts that are not in the ledger');
        end if;

        -- Its key alone is stored: the command has no effect, also when it is repeated after something else had one.
        if sizes[n] = 0 then
            insert into ledger.command values (actors[n], keys[n], fingerprints[n], registers[n], null, null);
            answer.outcome := 'NO_EVENTS';
            return next answer;
            continue;
        end if;

        for i in low .. high loop
            place := head.position + 1 + i - low;
            rested := ledger.basis(grounds[i], head.position + 1, reads[n]);
            insert into ledger.event values (
                place, event_ids[i], registers[n], streams[i], sequences[i], types[i], revisions[i], payloads[i],
                metadatas[i], effective_dates[i], known, moment, actors[n], keys[n], rested,
                ledger.leaf_hash(event_ids[i], registers[n], place, streams[i], sequences[i], types[i], revisions[i],
                    effective_dates[i], known, moment, actors[n], keys[n], payloads[i], metadatas[i], rested));
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

-- The last position that was recorded before a moment, 0 if none was: found by halving, as both rise together.
create function ledger.position_recorded_before(moment timestamptz) returns bigint
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    with recursive search (low, high) as (
        select 0::bigint, h.position from ledger.head h
        union all
        select case when e.recorded_at < moment then e.position else s.low end,
               case when e.recorded_at < moment then s.high else e.position - 1 end
        from search s join ledger.event e on e.position = (s.low + s.high + 1) / 2
        where s.low < s.high)
    select low from search where low = high
$$;

-- The last sequence of a stream up to a position, -1 if it began later: by halving, unless it is the last of all.
create function ledger.sequence_at(of_stream text, place bigint) returns bigint
    language sql stable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    with recursive search (low, high) as (
        (select case when e.position <= place then e.sequence else -1 end, case when e.position <= place then e.sequence else e.sequence - 1 end
         from ledger.event e where e.stream = of_stream order by e.sequence desc limit 1)
        union all
        select case when e.position <= place then e.sequence else s.low end,
               case when e.position <= place then s.high else e.sequence - 1 end
        from search s join ledger.event e on e.stream = of_stream and e.sequence = (s.low + s.high + 1) / 2
        where s.low < s.high)
    select coalesce((select low from search where low = high), -1)
$$;

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
grant execute on function ledger.await_in_flight_appends, ledger.position_recorded_before, ledger.sequence_at, ledger.refuse,
    ledger.absences, ledger.shown to ledger_appender, ledger_reader;
