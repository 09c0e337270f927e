-- Registrations, their attendees and the keys that make a repeat harmless, all of one transaction.
-- What names a person is sealed before it gets here; the keys that open it stand in a table of
-- their own, so that destroying a person's keys forgets the person in every copy of the rest.

create table registration (
    org_id          text collate "C" not null,
    registration_id uuid        not null,
    event_id        text collate "C" not null,
    status          text        not null,
    created_at      timestamptz not null,
    primary key (org_id, registration_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint status_is_known check (status in ('confirmed', 'cancelled'))
);

create table attendee (
    org_id          text collate "C" not null,
    attendee_id     uuid    not null,
    registration_id uuid    not null,
    event_id        text collate "C" not null,
    ordinal         integer not null,
    item_id         text collate "C" not null,
    session_ids     text[]  not null,
    status          text    not null,
    person          bytea   not null,
    email_digest    bytea   not null,
    primary key (org_id, attendee_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint status_is_known check (status in ('confirmed', 'cancelled'))
);
create index attendee_of_registration on attendee (org_id, registration_id);
create index attendee_by_email on attendee (org_id, email_digest);

create table record_key (
    org_id    text collate "C" not null,
    record_id uuid  not null,
    wrapped   bytea not null,
    primary key (org_id, record_id),
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

create table idempotency_key (
    org_id          text collate "C" not null,
    key_digest      bytea       not null,
    request_digest  bytea       not null,
    registration_id uuid,
    hold_id         uuid,
    created_at      timestamptz not null,
    constraint one_request_per_key primary key (org_id, key_digest),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_key_stands_for_one_thing check (num_nonnulls(registration_id, hold_id) = 1)
);

call guard_tenant_table('registration', 'registration_id');
call guard_tenant_table('attendee', 'attendee_id');
call guard_tenant_table('record_key', 'record_id');
call guard_tenant_table('idempotency_key', 'key_digest');
