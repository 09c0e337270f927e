-- Which host is which org's, so that an org has a host of its own with a limit and a switch of its
-- own, and nothing of another org is served there. A host moves with its org.

create table vanity_host (
    org_id        text collate "C" not null,
    host          text collate "C" not null,
    state         text             not null,
    quota         bigint,
    window_millis bigint,
    changed_at    timestamptz      not null,
    primary key (org_id, host),
    constraint a_host_is_one_orgs unique (host),
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_host_is_in_lower_case check (host = lower(host) and length(host) <= 253),
    constraint a_host_is_open_or_closed check (state in ('open', 'closed')),
    constraint a_quota_has_a_window check ((quota is null) = (window_millis is null)),
    constraint something_is_allowed check (quota > 0 and window_millis > 0)
);

call guard_tenant_table('vanity_host', 'host');
