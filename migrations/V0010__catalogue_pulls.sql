-- What organisers do in Salesforce is looked at there, never believed from a message: which events
-- are to be pulled again, how far each org's changes were read, and which messages were heard.

-- An event is wanted more often than it is pulled: `wanted` counts wishes, `settled` is the newest
-- one that a pull fulfilled. The attempt grows with every lease, so that a slow pull's late answer
-- is known as such, and changes nothing.
create table event_refresh (
    org_id         text collate "C" not null,
    event_id       text collate "C" not null,
    wanted         bigint      not null default 1,
    settled        bigint      not null default 0,
    live           boolean     not null,
    due_at         timestamptz not null,
    attempt        bigint      not null default 0,
    lease_until    timestamptz,
    pulled_at      timestamptz,
    failures       integer     not null default 0,
    failure        text,
    trouble        text,
    trouble_fields text[]      not null default '{}',
    primary key (org_id, event_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint no_wish_is_fulfilled_before_it_is_made check (settled <= wanted)
);
create index event_refresh_stale on event_refresh (due_at) where wanted > settled;
create index event_refresh_leased on event_refresh (org_id, lease_until)
    where lease_until is not null;
create index event_refresh_pulled on event_refresh (org_id, pulled_at);

-- The marks are moments of the org's own clock; all other times are ours.
create table org_poll (
    org_id           text collate "C" primary key,
    next_poll_at     timestamptz not null default now(),
    interval_millis  bigint      not null default 60000,
    attempt          bigint      not null default 0,
    lease_until      timestamptz,
    polled_at        timestamptz,
    list_wanted      bigint      not null default 1,
    listed           bigint      not null default 0,
    event_mark       timestamptz,
    item_mark        timestamptz,
    session_mark     timestamptz,
    deleted_mark     timestamptz,
    swept_at         timestamptz,
    seen             text[]      not null default '{}',
    nudged_at        timestamptz,
    succeeded_at     timestamptz,
    failed_at        timestamptz,
    failures         integer     not null default 0,
    failure          text,
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint an_interval_is_positive check (interval_millis > 0)
);
create index org_poll_next on org_poll (next_poll_at);

create table nudge (
    org_id   text collate "C" not null,
    digest   bytea       not null,
    heard_at timestamptz not null default now(),
    primary key (org_id, digest),
    constraint org_id_has_18_characters check (length(org_id) = 18)
);
create index nudge_by_age on nudge (org_id, heard_at);

call guard_tenant_table('event_refresh', 'event_id');
call guard_tenant_table('org_poll');
call guard_tenant_table('nudge', 'digest');
