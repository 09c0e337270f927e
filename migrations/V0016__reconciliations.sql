-- Whether an org still has what it was sent: looked at by count every night and by row when the
-- counts differ or somebody asks. One call a turn, so that any instance can go on where one died.

create table reconciliation (
    org_id      text collate "C" not null,
    event_id    text collate "C" not null,
    phase       text        not null default 'idle',
    by_row      boolean     not null default false,
    due_at      timestamptz not null default 'infinity',
    attempt     bigint      not null default 0,
    lease_until timestamptz,
    after_key   text        not null default '',
    rows_seen   bigint      not null default 0,
    owed_again  bigint      not null default 0,
    deleted     bigint      not null default 0,
    strangers   bigint      not null default 0,
    calls       bigint      not null default 0,
    note        text,
    started_at  timestamptz,
    ended_at    timestamptz,
    primary key (org_id, event_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint phase_is_known check (phase in ('idle', 'counts', 'rows'))
);
create index reconciliation_due on reconciliation (due_at);

call guard_tenant_table('reconciliation', 'event_id');
