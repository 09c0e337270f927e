-- Uploads of links: how far each has come, so that one that broke off goes on where it was, on any
-- instance. Of what came in only numbers stand here, and which rows were refused for which reason.
-- attempt counts who brought rows; whoever has it may, until lease_until.

create table link_upload (
    org_id         text collate "C" not null,
    upload_id      uuid        not null,
    event_id       text collate "C" not null,
    begun_at       timestamptz not null,
    expires_at     timestamptz not null,
    finished_at    timestamptz,
    attempt        integer     not null default 0,
    lease_until    timestamptz,
    touched_at     timestamptz,
    busy_millis    bigint      not null default 0,
    rows_read      bigint      not null default 0,
    rows_kept      bigint      not null default 0,
    values_dropped bigint      not null default 0,
    faults         text[]      not null default '{}',
    fault_rows     bigint[]    not null default '{}',
    refused_rows   bigint[]    not null default '{}',
    refused_faults text[]      not null default '{}',
    primary key (org_id, upload_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint what_is_kept_was_read check (0 <= rows_kept and rows_kept <= rows_read),
    constraint each_fault_has_its_rows check (cardinality(faults) = cardinality(fault_rows)),
    constraint each_refusal_has_its_fault check (
        cardinality(refused_rows) = cardinality(refused_faults)),
    constraint refusals_named_are_few check (cardinality(refused_rows) <= 1000)
);

call guard_tenant_table('link_upload', 'upload_id');

-- Which upload was the last to bring a link, so that each can be given the addresses of its own.
alter table link add column upload_id uuid;
