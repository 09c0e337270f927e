-- What was said about flags: who has what, who was forced and what was pulled back, so that every
-- instance decides the same, and how far each instance is with it. It is a stack's and not an
-- org's: an org is pulled back also where it is not at home, and while it moves.

create table flag_rule (
    flag     text        not null,
    kind     text        not null,
    audience text collate "C" not null,
    turned   text,
    until    timestamptz,
    actor    text        not null,
    reason   text        not null,
    at       timestamptz not null,
    primary key (flag, kind, audience),
    constraint kind_is_known check (kind in ('killed', 'forced', 'allowed')),
    constraint an_audience_is_everybody_or_an_org check (
        audience = '*' or length(audience) = 18),
    constraint nobody_forces_everybody check (kind <> 'forced' or audience <> '*'),
    constraint a_force_goes_one_way check ((kind = 'forced') = (turned is not null)),
    constraint there_are_two_ways check (turned in ('on', 'off')),
    constraint only_a_force_ends check (kind = 'forced' or until is null),
    constraint nobody_is_named check (position('@' in actor || reason) = 0)
);

-- One row a step; the highest number is how things stand.
create table flag_change (
    revision bigint      primary key,
    at       timestamptz not null,
    constraint revisions_begin_with_one check (revision >= 1)
);

create table flag_acknowledgement (
    instance text        not null,
    revision bigint      not null,
    at       timestamptz not null,
    seen_at  timestamptz not null,
    primary key (instance, revision),
    constraint an_instance_has_a_short_name check (length(instance) between 1 and 128)
);
create index flag_acknowledgement_seen on flag_acknowledgement (seen_at);

-- What was there before flags were stays everybody's.
insert into flag_rule (flag, kind, audience, actor, reason, at)
values ('waiting-room', 'allowed', '*', 'turnout', 'as it always was', now()),
       ('bulk-lane', 'allowed', '*', 'turnout', 'as it always was', now());
insert into flag_change (revision, at) values (1, now());
