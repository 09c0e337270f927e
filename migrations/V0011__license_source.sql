-- Licences come from the vendor's own org: when each was last confirmed there and last written, and
-- when that org is asked next. Granted by hand, a licence has neither. No personal data.

alter table license
    add column confirmed_at timestamptz,
    add column changed_at   timestamptz;

create table license_poll (
    org_id       text collate "C" primary key,
    wanted       bigint not null default 1,
    settled      bigint not null default 0,
    attempt      bigint not null default 0,
    lease_until  timestamptz,
    polled_at    timestamptz,
    succeeded_at timestamptz,
    failed_at    timestamptz,
    failure      text,
    constraint org_id_has_18_characters check (length(org_id) = 18)
);

call guard_tenant_table('license_poll');
