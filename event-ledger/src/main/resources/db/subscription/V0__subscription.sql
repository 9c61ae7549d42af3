-- How far the subscriptions of one subscriber have come. Its migration names this folder before its own, so that the tables
-- are in its schema and change in one transaction with what it keeps.

create table subscription (
    name     text        primary key,
    position bigint      not null default 0 check (position >= 0), -- the last that was handled
    moved_at timestamptz not null default clock_timestamp(), -- when the position came there
    ended_at timestamptz -- from then on nobody moves it
);

-- Entities that a subscription does not follow, because a fact could not be handled or its changes not be written.
create table blocked_entity (
    subscription text        not null references subscription,
    stream       text        not null,
    register     text        not null,
    fact         bigint      not null, -- position of the first fact that was passed over
    reason       text        not null,
    attempts     integer     not null default 1,
    since        timestamptz not null default clock_timestamp(),
    tried_at     timestamptz not null default clock_timestamp(),
    retry        boolean     not null default false, -- whether an operator has asked for another attempt
    primary key (subscription, stream)
);
