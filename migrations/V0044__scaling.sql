-- How many instances run, and why: bounds and floors that all of them go by, what each says of its
-- load, and what was decided. They are of a stack and of no org; no person stands in them.

-- A row as soon as somebody changed the bounds that the settings say.
create table scaling_plan (
    only_one boolean primary key default true,
    least    integer not null,
    most     integer not null,
    constraint there_is_one check (only_one),
    constraint least_is_no_more_than_most check (0 <= least and least <= most and most <= 500)
);

create table scaling_floor (
    number   bigint      generated always as identity primary key,
    from_at  timestamptz not null,
    until_at timestamptz not null,
    least    integer     not null,
    constraint it_lasts check (from_at < until_at),
    constraint least_is_some check (least between 0 and 500),
    constraint each_stands_once unique (from_at, until_at, least)
);

create table instance_load (
    instance  text             primary key,
    release   text,
    since     timestamptz      not null,
    at        timestamptz      not null,
    in_flight double precision not null,
    queued    integer          not null,
    cpu       double precision not null
);

-- When was looked last, and how it went since: whoever looks next goes on from here.
create table scaling_watch (
    only_one    boolean     primary key default true,
    looked_at   timestamptz not null default '-infinity',
    out_at      timestamptz not null default 'epoch',
    in_at       timestamptz not null default 'epoch',
    quiet_since timestamptz,
    desired     integer,
    running     integer,
    least       integer,
    most        integer,
    seen_at     timestamptz,
    constraint there_is_one_watch check (only_one)
);
insert into scaling_watch default values;

create table scaling_decision (
    number   bigint      generated always as identity primary key,
    at       timestamptz not null,
    had      integer     not null,
    wanted   integer     not null,
    cause    text        not null,
    told     text        not null,
    outcome  text        not null
);
