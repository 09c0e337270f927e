-- How long each org's oldest row waits for its Salesforce and which part of its calls is used, by
-- the minute, so that a wave is shown beside the others over time and not only now. Whichever
-- instance is first in a minute writes it down; after two days it is gone.

create table org_strain (
    minute         timestamptz      not null,
    org            text collate "C" not null,
    backlog_millis bigint           not null,
    budget         double precision not null,
    primary key (minute, org),
    constraint org_has_18_characters check (length(org) = 18)
);
