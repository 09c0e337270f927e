-- Who waits for seats, in which order, and until when seats are offered to whom. One who waits is
-- a registration like any other, so that one status says what it is; it knows which seats would do,
-- so that those who fit are found without opening all of them. How many wait stands on the event's
-- room, under the lock that every newcomer takes; so does when the line is to be asked next, which
-- is at once where seats may be free that nobody was offered.

alter table registration
    add column ticket        bigint,
    add column wanted_rooms  text[],
    add column wanted_seats  integer[],
    add column offered_until timestamptz,
    drop constraint status_is_known,
    add constraint status_is_known
        check (status in ('waitlisted', 'offered', 'confirmed', 'cancelled')),
    add constraint who_waits_has_a_ticket check (status <> 'waitlisted' or ticket is not null),
    add constraint who_waits_wants_seats check (status <> 'waitlisted'
        or coalesce(cardinality(wanted_rooms) = cardinality(wanted_seats), false)),
    add constraint an_offer_ends check (status <> 'offered' or offered_until is not null);
create unique index one_ticket_each on registration (org_id, event_id, ticket)
    where ticket is not null;
create index line_of_event on registration (org_id, event_id, ticket)
    where status = 'waitlisted';
create index offer_that_ends on registration (offered_until) where status = 'offered';

alter table attendee
    drop constraint status_is_known,
    add constraint status_is_known
        check (status in ('waitlisted', 'offered', 'confirmed', 'cancelled'));

alter table room
    add column waiting     integer     not null default 0,
    add column line_due_at timestamptz not null default 'infinity',
    add constraint waiting_is_not_negative check (waiting >= 0);
create index line_to_tend on room (line_due_at) where waiting > 0;
