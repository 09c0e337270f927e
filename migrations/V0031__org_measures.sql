-- How requests of each org fare, by the minute, so that a wave is judged beside the orgs that were
-- not reached. Every instance adds what it saw every few seconds; after two days it is gone.

create table org_measure (
    org       text collate "C" not null,
    minute    timestamptz      not null,
    requests  bigint           not null,
    errors    bigint           not null,
    latencies bigint[]         not null,
    seen_at   timestamptz      not null,
    primary key (org, minute),
    constraint org_has_18_characters check (length(org) = 18)
) with (fillfactor = 70);
create index org_measure_age on org_measure (minute);
