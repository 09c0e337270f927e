-- What was last found of an org's objects and fields, so that all instances together look once. A
-- lane that stopped because they are not as its mapping says waits for such a look.

create table schema_check (
    org_id     text collate "C" primary key,
    version    text        not null,
    checked_at timestamptz,
    unanswered text,
    findings   jsonb       not null default '[]',
    turn_until timestamptz not null default '-infinity',
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

call guard_tenant_table('schema_check');

alter table lane add column drifted_at timestamptz;

create index lane_drifted on lane (org_id) where drifted_at is not null;
