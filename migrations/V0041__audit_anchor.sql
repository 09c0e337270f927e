-- What is old enough may be dropped from the start of the trail, and only from there: an anchor
-- says how far, and is sealed with a key that is in no table, so that nobody makes one by hand.

create table audit_anchor (
    number  bigint      primary key,
    hash    text        not null,
    dropped bigint      not null,
    at      timestamptz not null,
    actor   text        not null,
    seal    bytea       not null,
    constraint numbers_begin_with_one check (number >= 1)
);

create function refuse_loose_anchor() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        if (new.number, new.hash, new.dropped, new.at, new.actor)
            is distinct from (old.number, old.hash, old.dropped, old.at, old.actor)
        then
            raise exception 'an anchor is only sealed anew' using errcode = 'TO003';
        end if;
    elsif not exists (
        select from audit_record where number = new.number and hash = new.hash)
    then
        raise exception 'an anchor names a record that is there' using errcode = 'TO003';
    end if;
    return new;
end
$$;

create trigger anchors_hold before insert or update on audit_anchor
    for each row execute function refuse_loose_anchor();
create trigger only_added_to before delete or truncate on audit_anchor
    for each statement execute function refuse_audit_change();

create function refuse_audit_gap() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from gone
        where number > (select coalesce(max(audit_anchor.number), 0) from audit_anchor))
    then
        raise exception 'the audit trail is only added to' using errcode = 'TO003';
    end if;
    return null;
end
$$;

drop trigger only_added_to on audit_record;
create trigger only_added_to before update or truncate on audit_record
    for each statement execute function refuse_audit_change();
create trigger dropped_up_to_an_anchor after delete on audit_record
    referencing old table as gone
    for each statement execute function refuse_audit_gap();
