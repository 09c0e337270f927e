-- Who is signed in to the dashboard, so that any instance knows them and anybody can be signed out
-- at once. A row is found by the hash of what the browser holds, and nobody is named in it. It is
-- of a stack and of no org.

create table operator_session (
    key       text        primary key,
    subject   text        not null,
    roles     text[]      not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null,
    constraint a_key_is_a_hash check (key ~ '^[0-9a-f]{64}$'),
    constraint nobody_is_named_in_a_session check (position('@' in subject) = 0),
    constraint seen_after_it_began check (seen_at >= opened_at)
);
create index operator_session_of_whom on operator_session (subject, opened_at);
