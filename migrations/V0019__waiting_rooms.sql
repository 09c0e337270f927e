-- Waiting rooms: a few counters an event, however many wait, since each keeps a signed ticket and
-- nobody else does. A closed room stays, so that its order can be checked; the next opening is the
-- same row with the next epoch, so that no ticket of an earlier line counts in a later one.

create table waiting_room (
    org_id        text collate "C" not null,
    event_id      text collate "C" not null,
    epoch         bigint           not null,
    status        text             not null,
    starts_at     timestamptz      not null,
    issued        bigint           not null default 0,
    early         bigint,
    last_at       timestamptz      not null,
    pace          double precision not null,
    sold_out_kind text,
    sold_out_id   text collate "C",
    primary key (org_id, event_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint openings_count_from_one check (epoch >= 1),
    constraint status_is_known check (status in ('open', 'closed')),
    constraint early_are_among_the_issued check (early between 0 and issued),
    constraint a_line_moves check (pace > 0),
    constraint a_room_is_named_whole check ((sold_out_kind is null) = (sold_out_id is null))
) with (fillfactor = 50);
create index waiting_room_open on waiting_room (org_id, event_id) where status = 'open';

-- How far a line was called, and when: kept for as long as who was called may come in.
create table waiting_call (
    org_id    text collate "C" not null,
    event_id  text collate "C" not null,
    epoch     bigint      not null,
    upto      bigint      not null,
    called_at timestamptz not null,
    primary key (org_id, event_id, epoch, upto),
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

call guard_tenant_table('waiting_room', 'event_id');
call guard_tenant_table('waiting_call', 'event_id', 'epoch', 'upto');
