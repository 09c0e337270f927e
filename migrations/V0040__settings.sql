-- Changes of settings that somebody proposed, what was done to each, and what every instance says
-- of itself. They are of a stack and of no org; no secret and no person stands in them.

create table setting_proposal (
    proposal_id uuid        primary key,
    version     bigint      not null,
    author      text        not null,
    reason      text        not null,
    kind        text        not null,
    base        bigint      not null,
    changes     jsonb       not null,
    review      text        not null,
    authors     text[]      not null,
    reviewed_by text,
    reviewed_at timestamptz,
    comment     text,
    stage       text        not null,
    since       timestamptz not null,
    confirm_by  timestamptz,
    applied     bigint,
    seen        jsonb       not null,
    note        text        not null,
    ready       boolean     not null,
    added       bigint      generated always as identity,
    looked_at   timestamptz not null default '-infinity',
    constraint kind_is_known check (kind in ('usual', 'urgent', 'restore')),
    constraint review_is_known check (review in ('open', 'asked', 'declined', 'approved')),
    constraint nobody_approves_their_own check (
        review <> 'approved' or not (reviewed_by = any (authors))),
    constraint stage_is_known check (stage in ('checked', 'trial', 'canary', 'all', 'watching',
        'reverting', 'confirmed', 'reverted', 'rejected', 'withdrawn'))
);
-- One change at a time is under way.
create unique index setting_proposal_under_way on setting_proposal ((true))
    where stage in ('trial', 'canary', 'all', 'watching', 'reverting');
create index setting_proposal_newest on setting_proposal (added desc);

create table setting_step (
    proposal_id uuid        not null references setting_proposal,
    version     bigint      not null,
    at          timestamptz not null,
    actor       text        not null,
    verb        text        not null,
    stage       text        not null,
    note        text        not null,
    primary key (proposal_id, version)
);

create table instance_report (
    instance   text             primary key,
    at         timestamptz      not null,
    well       boolean          not null,
    failures   double precision not null,
    p99_millis double precision not null
);
