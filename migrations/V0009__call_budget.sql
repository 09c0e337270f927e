-- An org's account of calls, one for all instances: those we made in the last 24 hours, and what
-- its Salesforce last said of everybody's. So nothing we do can use up an org's day (A21).

create table call_count (
    org_id text collate "C" not null,
    slot   timestamptz not null,
    calls  bigint      not null,
    primary key (org_id, slot),
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

alter table outbound
    add column calls_used  bigint,
    add column calls_of    bigint,
    add column calls_at    timestamptz,
    add column calls_since bigint  not null default 0,
    add column pace_millis integer not null default 0;

call guard_tenant_table('call_count', 'slot');
