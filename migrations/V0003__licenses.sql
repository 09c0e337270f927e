-- Who may hold live events: a number, a status, an org, and nothing about any person.

create table license (
    org_id text collate "C" primary key,
    number text not null,
    status text not null,
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint status_is_known check (status in ('active', 'suspended', 'expired'))
);

call guard_tenant_table('license');
