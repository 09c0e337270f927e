-- Large backlogs leave as jobs of Salesforce's Bulk API, which cost a handful of calls for ten
-- thousand rows. A row that is in a job leaves by no other way until the job's results are read.

create table bulk_job (
    org_id       text collate "C" not null,
    job_id       uuid        not null default uuidv7(),
    event_id     text collate "C" not null,
    state        text        not null default 'new',
    record_id    text,
    row_count    integer     not null default 0,
    attempt      bigint      not null default 0,
    claimed_by   text,
    lease_until  timestamptz,
    next_turn_at timestamptz not null default now(),
    looks        integer     not null default 0,
    failures     integer     not null default 0,
    note         text,
    started_at   timestamptz not null default now(),
    ended_at     timestamptz,
    primary key (org_id, job_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint state_is_known check (state in ('new', 'created', 'running', 'ended'))
);
create unique index an_org_has_one_job_at_a_time on bulk_job (org_id) where state <> 'ended';
create index bulk_job_due on bulk_job (next_turn_at) where state <> 'ended';

alter table outbox
    add column bulk_job     uuid,
    add column bulk_version bigint,
    add column may_wait     boolean not null default false;
create index outbox_in_job on outbox (org_id, bulk_job) where bulk_job is not null;
drop index outbox_waiting;
create index outbox_waiting on outbox (org_id, event_id, due_at)
    where state = 'waiting' and bulk_job is null;

call guard_tenant_table('bulk_job', 'job_id');
