-- Where each attendee is on its way, for whoever asks whether somebody arrived: accepted, in which
-- call, and under which record. And how many are registered, as the org was told.

create table call_made (
    org_id     text collate "C" not null,
    call_id    uuid        not null default uuidv7(),
    event_id   text collate "C" not null,
    kind       text        not null,
    attempt    bigint      not null,
    instance   text        not null,
    row_count  integer     not null,
    started_at timestamptz not null default now(),
    ended_at   timestamptz,
    outcome    text,
    detail     text,
    calls_used bigint,
    calls_of   bigint,
    primary key (org_id, call_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint kind_is_known check (kind in ('attendees', 'counts', 'bulk'))
);
create index call_made_in_time on call_made (org_id, started_at);

alter table outbox
    add column call_id uuid,
    add column created boolean,
    add column sent_at timestamptz;

alter table lane
    add column call_id uuid,
    add column counts_owed_at timestamptz;
create index lane_counts_owed on lane (counts_owed_at) where counts_owed_at is not null;

alter table outbound
    add column inserts_held_until timestamptz not null default '-infinity';

create table room_count (
    org_id        text collate "C" not null,
    room_id       text collate "C" not null,
    event_id      text collate "C" not null,
    reported      integer,
    failures      integer     not null default 0,
    due_at        timestamptz not null default '-infinity',
    reason_code   text,
    reason_fields text[],
    primary key (org_id, room_id),
    constraint org_id_has_18_characters check (length(org_id) = 18)
);
create index room_count_of_event on room_count (org_id, event_id);

call guard_tenant_table('call_made', 'call_id');
call guard_tenant_table('room_count', 'room_id');
