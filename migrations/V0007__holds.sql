-- Seats kept for a visitor who fills in the form. A hold ends once; how is kept, never deleted.

create table hold (
    org_id     text collate "C" not null,
    hold_id    uuid        not null,
    event_id   text collate "C" not null,
    lines      jsonb       not null,
    expires_at timestamptz not null,
    status     text        not null,
    primary key (org_id, hold_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint status_is_known check (status in ('active', 'used', 'released', 'expired'))
);
create index hold_that_counts on hold (expires_at) where status = 'active';

call guard_tenant_table('hold', 'hold_id');
