-- Events as their organisers published them: a copy, served without asking Salesforce. Tables of
-- an org refer to each other by key without foreign keys, since an org moves table by table.

create table event (
    org_id    text collate "C" not null,
    event_id  text collate "C" not null,
    name      text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    time_zone text        not null,
    status    text        not null,
    version   bigint      not null,
    primary key (org_id, event_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint event_ends_after_it_starts check (ends_at >= starts_at),
    constraint status_is_known check (status in ('published', 'withdrawn'))
);

create table event_item (
    org_id   text collate "C" not null,
    item_id  text collate "C" not null,
    event_id text collate "C" not null,
    position integer        not null,
    name     text           not null,
    price    numeric(14, 2) not null,
    primary key (org_id, item_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint price_is_not_negative check (price >= 0)
);
create index event_item_of_event on event_item (org_id, event_id);

create table event_session (
    org_id     text collate "C" not null,
    session_id text collate "C" not null,
    event_id   text collate "C" not null,
    position   integer     not null,
    name       text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    primary key (org_id, session_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint session_ends_after_it_starts check (ends_at >= starts_at)
);
create index event_session_of_event on event_session (org_id, event_id);

call guard_tenant_table('event', 'event_id');
call guard_tenant_table('event_item', 'item_id');
call guard_tenant_table('event_session', 'session_id');
