-- People are found by a keyed hash with a key of its own, which can be replaced while everybody
-- writes: it starts with the id of that key. One of 32 bytes is from before there were such keys.
-- Half a minute after a newer key came nothing is kept any more that an older one would find.

alter table org_key
    drop constraint purpose_is_known,
    add constraint purpose_is_known check (purpose in ('seal', 'index', 'email', 'token'));

create function refuse_closed_finders() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from org_key join written using (org_id)
        where purpose = 'email' and key_id > 1 and created_at < now() - interval '30 seconds'
        and email_digest <> ''
        and (octet_length(email_digest) = 32 or substr(email_digest, 1, 4) < int4send(key_id)))
    then
        raise exception 'found by a key that was replaced' using errcode = 'TO004';
    end if;
    return null;
end
$$;

create trigger closed_finders_insert after insert on attendee
    referencing new table as written
    for each statement execute function refuse_closed_finders();
create trigger closed_finders_insert after insert on link
    referencing new table as written
    for each statement execute function refuse_closed_finders();

create function refuse_closed_finder() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from org_key
        where org_id = new.org_id
        and purpose = 'email' and key_id > 1 and created_at < now() - interval '30 seconds'
        and (octet_length(new.email_digest) = 32
            or substr(new.email_digest, 1, 4) < int4send(key_id)))
    then
        raise exception 'found by a key that was replaced' using errcode = 'TO004';
    end if;
    return null;
end
$$;

create trigger closed_finder_update after update on attendee
    for each row when (new.email_digest <> '' and new.email_digest <> old.email_digest)
    execute function refuse_closed_finder();
create trigger closed_finder_update after update on link
    for each row when (new.email_digest <> '' and new.email_digest <> old.email_digest)
    execute function refuse_closed_finder();
