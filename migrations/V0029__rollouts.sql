-- Plans of rollouts, their waves, which orgs those have, and what was done to each, so that a flag
-- goes out org by org, approved by two people, and any instance can go on where another stopped.
-- They are the vendor's and not an org's: no table here moves with an org, so none is guarded.

create table rollout_plan (
    plan_id        uuid             primary key,
    version        bigint           not null,
    revision       integer          not null,
    flag           text             not null,
    title          text             not null,
    not_before     timestamptz      not null,
    error_rate     double precision not null,
    latency_ratio  double precision not null,
    backlog_millis bigint           not null,
    budget         double precision not null,
    sample         bigint           not null,
    on_breach      text             not null,
    stage          text             not null,
    review         text             not null,
    authors        text[]           not null,
    reviewed_by    text,
    reviewed_at    timestamptz,
    comment        text,
    owner          text             not null,
    looked_at      timestamptz      not null default '-infinity',
    constraint versions_begin_with_one check (version >= 1 and revision >= 1),
    constraint stage_is_known check (stage in
        ('not_started', 'running', 'paused', 'completed', 'rolled_back', 'aborted')),
    constraint review_is_known check (review in ('open', 'asked', 'declined', 'approved')),
    constraint a_review_is_somebodys check ((review = 'open') = (reviewed_by is null)
        and (review = 'open') = (reviewed_at is null)),
    constraint nobody_approves_their_own_work check (
        review <> 'approved' or not reviewed_by = any(authors)),
    constraint nothing_starts_unapproved check (stage <> 'running' or review = 'approved'),
    constraint breach_is_known check (on_breach in ('pause', 'roll_back_wave', 'roll_back_all'))
);
create index rollout_plan_open on rollout_plan (looked_at)
    where stage in ('not_started', 'running', 'paused');

create table rollout_wave (
    plan_id     uuid             not null,
    number      integer          not null,
    title       text             not null,
    listed      text[]           not null,
    whom        text,
    regions     text[]           not null,
    zones       text[]           not null,
    tiers       text[]           not null,
    tags        text[]           not null,
    at_most     integer,
    opens       time             not null,
    closes      time             not null,
    entry       text             not null,
    switched    double precision not null,
    bake_millis bigint           not null,
    requests    bigint           not null,
    state       text             not null,
    since       timestamptz,
    entered_at  timestamptz,
    primary key (plan_id, number),
    constraint of_a_plan foreign key (plan_id) references rollout_plan,
    constraint a_wave_is_a_list_or_a_rule check (
        (cardinality(listed) = 0) = (whom is not null)),
    constraint a_wave_takes_somebody check (at_most >= 1),
    constraint entry_is_known check (entry in ('by_itself', 'by_hand')),
    constraint state_is_known check (state in
        ('planned', 'cleared', 'enabling', 'baking', 'live', 'skipped', 'rolled_back'))
);

-- One org is in one wave of a plan.
create table rollout_member (
    plan_id uuid                 not null,
    org     text collate "C"     not null,
    wave    integer              not null,
    state   text                 not null,
    since   timestamptz          not null,
    primary key (plan_id, org),
    constraint of_a_wave foreign key (plan_id, wave) references rollout_wave
        deferrable initially deferred,
    constraint org_has_18_characters check (length(org) = 18),
    constraint state_is_known check (state in ('pending', 'live', 'rolled_back', 'opted_out'))
);

-- What was done, with the differences it made; only added to.
create table rollout_change (
    plan_id     uuid        not null,
    version     bigint      not null,
    at          timestamptz not null,
    actor       text        not null,
    verb        text        not null,
    reason      text        not null,
    differences jsonb       not null,
    primary key (plan_id, version),
    constraint nobody_is_named check (position('@' in actor || verb || reason) = 0)
);

create trigger only_added_to before update or delete or truncate on rollout_change
    for each statement execute function refuse_audit_change();

-- What plans go by: what operators and its Salesforce say of an org, and what its administrator
-- says of a feature.
create table org_profile (
    org       text collate "C" primary key,
    kind      text        not null default 'customer',
    zone      text,
    zone_told text,
    asked_at  timestamptz not null default '-infinity',
    region    text,
    tier      text,
    tags      text[]      not null default '{}',
    constraint org_has_18_characters check (length(org) = 18),
    constraint kind_is_known check (kind in ('customer', 'own_test'))
);

create table rollout_choice (
    flag   text             not null,
    org    text collate "C" not null,
    choice text             not null,
    actor  text             not null,
    at     timestamptz      not null default now(),
    primary key (flag, org),
    constraint org_has_18_characters check (length(org) = 18),
    constraint choice_is_known check (choice in ('in', 'out'))
);

create table rollout_freeze (
    freeze_id uuid        primary key,
    from_at   timestamptz not null,
    to_at     timestamptz not null,
    reason    text        not null,
    listed    text[]      not null,
    whom      text,
    regions   text[]      not null,
    zones     text[]      not null,
    tiers     text[]      not null,
    tags      text[]      not null,
    actor     text        not null,
    at        timestamptz not null default now(),
    constraint a_freeze_ends_after_it_begins check (to_at > from_at),
    constraint a_freeze_is_for_a_list_or_a_rule check (
        (cardinality(listed) = 0) = (whom is not null))
);
create index rollout_freeze_end on rollout_freeze (to_at);
