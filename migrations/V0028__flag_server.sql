-- What is known of the rollout server, if there is one: what it handed out last, for a start while
-- it is away; what was written there, to tell others' changes from our own; and those changes.

create table flag_definitions (
    environment text        primary key,
    body        text        not null,
    kept_at     timestamptz not null
);

create table flag_projection (
    flag        text        primary key,
    everybody   boolean     not null,
    orgs        text[]      not null,
    written_at  timestamptz not null
);

create table flag_drift (
    number    bigint      generated always as identity primary key,
    at        timestamptz not null,
    flag      text        not null,
    everybody boolean     not null,
    orgs      text[]      not null,
    what      text        not null,
    author    text        not null
);
