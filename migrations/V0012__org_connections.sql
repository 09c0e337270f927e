-- How each org is reached, so that an administrator can connect one while the house runs. What is
-- secret, and who signs in, is sealed under the org's keys before it gets here.

create table org_connection (
    org_id      text collate "C" primary key,
    login_url   text        not null,
    api_version text        not null,
    mapping     text        not null,
    sealed      bytea       not null,
    changed_at  timestamptz not null,
    version     bigint      not null default 1,
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

call guard_tenant_table('org_connection');
