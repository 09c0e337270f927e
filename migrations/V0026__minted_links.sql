-- Links for whom orgs invite in their own Salesforce: when each org is asked whom it invited, how
-- far that was read, and which of its records is owed the address of its link. The address itself
-- stands nowhere; of people, nothing is here.

create table link_poll (
    org_id          text collate "C" primary key,
    wanted          bigint      not null default 1,
    settled         bigint      not null default 0,
    heeded          bigint      not null default 0,
    attempt         bigint      not null default 0,
    lease_until     timestamptz,
    polled_at       timestamptz,
    next_poll_at    timestamptz not null default now(),
    interval_millis bigint      not null default 60000,
    after_record    text collate "C",
    round_untold    boolean     not null default false,
    round_unusable  bigint      not null default 0,
    unusable        bigint      not null default 0,
    nudged_at       timestamptz,
    succeeded_at    timestamptz,
    failed_at       timestamptz,
    failures        integer     not null default 0,
    trouble         text,
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint an_interval_is_positive check (interval_millis > 0),
    constraint a_record_has_18_characters check (length(after_record) = 18)
);
create index link_poll_next on link_poll (next_poll_at);

-- One row a record of the org's, since a record shows one address. Whoever was forgotten stays here
-- as such, by the record's id alone: asking the org again must not bring them back.
create table minted_link (
    org_id        text collate "C" not null,
    record_id     text collate "C" not null,
    link_id       uuid        not null,
    event_id      text collate "C" not null,
    forgotten     boolean     not null default false,
    state         text        not null default 'waiting',
    due_at        timestamptz not null,
    told_at       timestamptz,
    failures      integer     not null default 0,
    reason_code   text,
    reason_fields text[],
    primary key (org_id, record_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_record_has_18_characters check (length(record_id) = 18),
    constraint state_is_known check (state in ('waiting', 'told', 'set_aside', 'gone')),
    constraint set_aside_has_a_reason check (state <> 'set_aside' or reason_code is not null)
);
create index minted_link_of_link on minted_link (org_id, link_id);
create index minted_link_waiting on minted_link (org_id, event_id, due_at)
    where state = 'waiting';
create index minted_link_set_aside on minted_link (org_id, due_at) where state = 'set_aside';

call guard_tenant_table('link_poll');
call guard_tenant_table('minted_link', 'record_id');

-- An event's addresses leave by its lane, from that moment on.
alter table lane add column links_owed_at timestamptz;
create index lane_links_owed on lane (links_owed_at) where links_owed_at is not null;

alter table call_made
    drop constraint kind_is_known,
    add constraint kind_is_known check (kind in ('attendees', 'counts', 'bulk', 'links'));

-- Somebody who gave up, whose record in the org is another's since who came by the same invitation.
alter table outbox add column replaced boolean not null default false;
