-- What is owed to Salesforce: which attendee in which version. The content is read, and opened,
-- when it is sent. A row is waiting, sent or set aside, and never deleted.

create table outbox (
    org_id        text collate "C" not null,
    attendee_id   uuid        not null,
    event_id      text collate "C" not null,
    version       bigint      not null default 1,
    state         text        not null default 'waiting',
    owed_at       timestamptz not null,
    due_at        timestamptz not null,
    failures      integer     not null default 0,
    record_id     text,
    reason_code   text,
    reason_fields text[],
    reason_words  bytea,
    primary key (org_id, attendee_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint state_is_known check (state in ('waiting', 'sent', 'set_aside')),
    constraint set_aside_has_a_reason check (state <> 'set_aside' or reason_code is not null)
);
create index outbox_waiting on outbox (org_id, event_id, due_at) where state = 'waiting';
create index outbox_set_aside on outbox (org_id, due_at) where state = 'set_aside';

-- One event of an org is one lane with one call in flight. Whoever holds the lease makes it; the
-- attempt grows with every lease, so that a late settlement is known as such. `owed` is true
-- whenever rows may be waiting. `rows_max` shrinks when a call proves too heavy for the org.
create table lane (
    org_id       text collate "C" not null,
    event_id     text collate "C" not null,
    owed         boolean     not null default true,
    attempt      bigint      not null default 0,
    claimed_by   text,
    lease_until  timestamptz,
    next_call_at timestamptz not null default '-infinity',
    rows_max     integer     not null default 200,
    failures     integer     not null default 0,
    held_reason  text,
    primary key (org_id, event_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_call_takes_up_to_200_rows check (rows_max between 1 and 200)
);
create index lane_owed on lane (next_call_at) where owed;

-- How many calls of an org may be in flight, and whether all of it is held back, and why.
create table outbound (
    org_id      text collate "C" primary key,
    calls_max   integer     not null default 2,
    held_until  timestamptz not null default '-infinity',
    held_reason text,
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint calls_are_one_to_four check (calls_max between 1 and 4)
);

call guard_tenant_table('outbox', 'attendee_id');
call guard_tenant_table('lane', 'event_id');
call guard_tenant_table('outbound');
