-- What retention will delete is counted and told for a day before the first of it goes: for each
-- org and kind the period that was told, and what it meant then. It is a stack's own, as its
-- settings are.

create table retention_notice (
    kind    text             not null,
    about   text collate "C" not null default '',
    period  interval         not null,
    told_at timestamptz      not null default now(),
    overdue bigint           not null default 0,
    primary key (kind, about)
);
