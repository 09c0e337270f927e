-- Links by which people are invited, found by their id alone; what opens one is stored nowhere.
-- Of a person only a ciphertext stands here, whose key is among the record keys, and a keyed hash
-- of the address, by which all links of one person are found when they want to be forgotten.

create table link (
    org_id       text collate "C" not null,
    link_id      uuid        not null,
    event_id     text collate "C" not null,
    reference    text collate "C" not null,
    uses         integer     not null,
    prefill      bytea       not null,
    email_digest bytea       not null,
    kept_at      timestamptz not null,
    primary key (org_id, link_id),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_reference_is_no_address check (reference ~ '^[A-Za-z0-9_-]{1,64}$'),
    constraint a_link_can_be_used check (uses >= 1)
);
create index link_by_email on link (org_id, email_digest);

call guard_tenant_table('link', 'link_id');
