-- Who counts seats: an event, each of its items, each of its sessions. The ceiling is what may
-- never be passed: the seats wanted, or what was in when the organiser lowered them below that.
-- Only lowering seats may set it; entering never raises it, so that an oversold room cannot be
-- written, whatever the program thinks.

create table room (
    org_id   text collate "C" not null,
    room_id  text collate "C" not null,
    event_id text collate "C" not null,
    kind     text    not null,
    seats    integer,
    ceiling  integer,
    held     integer not null default 0,
    taken    integer not null default 0,
    primary key (org_id, room_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint kind_is_known check (kind in ('event', 'item', 'session')),
    constraint seats_are_not_negative check (seats >= 0),
    constraint held_is_not_negative check (held >= 0),
    constraint taken_is_not_negative check (taken >= 0),
    constraint unlimited_has_no_ceiling check ((seats is null) = (ceiling is null)),
    constraint ceiling_is_not_below_seats check (ceiling >= seats),
    constraint nobody_enters_above_the_ceiling check (taken + held <= ceiling)
) with (fillfactor = 50);
create index room_of_event on room (org_id, event_id);

call guard_tenant_table('room', 'room_id');
