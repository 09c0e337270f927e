-- Which organisations somebody asked to be moved, how far each move is and how it ended. It decides
-- nothing: where an organisation may be written stands in org_home alone.

create table org_move (
    id           uuid        primary key,
    org          text        collate "C" not null,
    from_stack   text        not null,
    to_stack     text        not null,
    state        text        not null default 'asked',
    asked_by     text        not null,
    asked_at     timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    halted       boolean     not null default false,
    epoch        bigint,
    active       boolean,
    pause_millis bigint,
    compared     int,
    why          text,
    detail       text        not null default '',
    constraint a_move_has_a_state
        check (state in ('asked', 'moving', 'moved', 'stayed', 'completed')),
    constraint a_move_leads_elsewhere check (from_stack <> to_stack),
    constraint what_moved_has_a_home check (
        (state in ('moved', 'completed'))
        = (epoch is not null and active is not null and pause_millis is not null
            and compared is not null)),
    constraint what_stayed_has_a_reason check ((state = 'stayed') = (why is not null))
);

create unique index one_unfinished_move_per_org on org_move (org)
    where state in ('asked', 'moving');
create index moves_by_age on org_move (asked_at desc, id);

-- When each step of a move began, and how much was copied and left to copy then.
create table org_move_step (
    move_id uuid        not null references org_move,
    phase   text        not null,
    at      timestamptz not null default now(),
    rows    bigint      not null,
    backlog bigint      not null,
    primary key (move_id, phase)
);
