-- Who wants to be forgotten, known by a keyed hash and by nothing that could be read; and that they
-- were, in a ledger that is only added to, so that an older copy of these tables can be made to
-- forget them again.

create table erasure (
    org_id       text collate "C" not null,
    erasure_id   uuid        not null,
    email_digest bytea       not null,
    asked_at     timestamptz not null,
    state        text        not null default 'asked',
    due_at       timestamptz not null default '-infinity',
    attempt      bigint      not null default 0,
    lease_until  timestamptz,
    erased       integer[]   not null default '{0,0,0,0,0,0,0,0}',
    primary key (org_id, erasure_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint state_is_known check (state in ('asked', 'settling', 'done')),
    constraint eight_counts check (cardinality(erased) = 8),
    constraint who_is_forgotten_is_not_looked_for check ((state = 'done') = (email_digest = ''))
);
create index erasure_due on erasure (due_at) where state <> 'done';
create index erasure_waiting on erasure (org_id) where state <> 'done';
create index erasure_of_all_orgs on erasure (erasure_id);

create table erasure_ledger (
    org_id       text collate "C" not null,
    number       bigint      not null,
    at           timestamptz not null,
    erasure_id   uuid        not null,
    asked_at     timestamptz not null,
    email_digest bytea       not null,
    erased       integer[]   not null,
    previous     text        not null,
    hash         text        not null,
    primary key (org_id, number),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint numbers_begin_with_one check (number >= 1)
);
create unique index erased_once on erasure_ledger (org_id, erasure_id);
create index erasure_ledger_in_time on erasure_ledger (at, org_id, number);

call guard_tenant_table('erasure', 'erasure_id');
call guard_tenant_table('erasure_ledger', 'number');

create function refuse_ledger_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the ledger of erasures is only added to' using errcode = 'TO003';
end
$$;

create trigger only_added_to before update or delete on erasure_ledger
    for each statement execute function refuse_ledger_change();

-- By whose wish an attendee names nobody: then nothing is sealed, and no key is kept.
alter table attendee
    add column erasure_id uuid,
    add constraint who_is_forgotten_has_no_name
        check (erasure_id is null or (person = '' and email_digest = '')) not valid;
create index attendee_erased on attendee (org_id, erasure_id) where erasure_id is not null;

-- Whose keys an erasure empties.
create index idempotency_key_of_registration on idempotency_key (org_id, registration_id)
    where registration_id is not null;
