-- An org moves to another stack while it is written. Whoever copies it there enters by a gate of
-- its own: only the newest copier may, and only while the org is not at home where it is copied to.

alter table org_home
    add column mover bigint not null default 0;

create function apply_enter(entering text, stack text, token bigint) returns text
    language plpgsql volatile as
$$
declare
    found_home org_home;
begin
    perform pg_advisory_xact_lock_shared(2, hashtext(entering));
    select * into found_home from org_home where org_id = entering;
    if not found or found_home.home = stack or found_home.applier <> token then
        return 'NOT_YOURS';
    end if;
    perform set_config('turnout.org', entering, true),
            set_config('turnout.journal', 'off', true),
            set_config('turnout.applies', 'on', true);
    return 'OK';
end
$$;

-- What a copier brings was allowed where it was written, and is kept as it was there.
create function is_copied() returns boolean
    language sql stable
    return coalesce(current_setting('turnout.applies', true), '') = 'on';

create or replace function refuse_ledger_change() returns trigger
    language plpgsql as
$$
begin
    if not is_copied() then
        raise exception 'the ledger of erasures is only added to' using errcode = 'TO003';
    end if;
    return null;
end
$$;

-- A copier takes away and inserts, and never updates: what watches updates needs no change.
drop trigger closed_keys_insert on record_key;
create trigger closed_keys_insert after insert on record_key
    referencing new table as written
    for each statement when (not is_copied()) execute function refuse_closed_keys();

drop trigger closed_key_insert on org_connection;
create trigger closed_key_insert after insert on org_connection
    for each row when (not is_copied()) execute function refuse_closed_key();

drop trigger closed_finders_insert on attendee;
create trigger closed_finders_insert after insert on attendee
    referencing new table as written
    for each statement when (not is_copied()) execute function refuse_closed_finders();

drop trigger closed_finders_insert on link;
create trigger closed_finders_insert after insert on link
    referencing new table as written
    for each statement when (not is_copied()) execute function refuse_closed_finders();
