-- The keys of an org, each readable by the stack's key management only. They move with the org.

create table org_key (
    org_id     text collate "C" not null,
    purpose    text        not null,
    key_id     integer     not null,
    wrapped    bytea       not null,
    created_at timestamptz not null default now(),
    primary key (org_id, purpose, key_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint purpose_is_known check (purpose in ('seal', 'index', 'token'))
);

call guard_tenant_table('org_key', 'purpose', 'key_id');
