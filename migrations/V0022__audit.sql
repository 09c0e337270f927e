-- What those who run the house did, so that it can be shown later and nobody can change it unseen:
-- rows are only added, and each holds the hash of the one before. It is the trail of a stack, and
-- stays where it is when an org moves.

create table audit_record (
    number   bigint      primary key,
    at       timestamptz not null,
    actor    text        not null,
    action   text        not null,
    about    text collate "C",
    subject  text        not null,
    outcome  text        not null,
    request  text        not null,
    previous text        not null,
    hash     text        not null,
    constraint numbers_begin_with_one check (number >= 1),
    constraint nobody_is_named check (
        position('@' in actor || action || subject || outcome || request) = 0)
);
create index audit_record_in_time on audit_record (at);

create function refuse_audit_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the audit trail is only added to' using errcode = 'TO003';
end
$$;

create trigger only_added_to before update or delete or truncate on audit_record
    for each statement execute function refuse_audit_change();
