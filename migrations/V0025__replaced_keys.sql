-- Keys of orgs are replaced while everybody writes. Instances hear of a new key within seconds;
-- half a minute after it came, nothing is kept any more that was sealed under an older one,
-- whichever instance it comes from. So it can be told when nobody needs the older one. A wrapped
-- key starts with a byte of format and four with the id of the key that wraps it; where it stands
-- beside its ciphertext, its length comes first.

create function refuse_closed_keys() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from org_key join written using (org_id)
        where purpose = 'seal' and key_id > 1 and created_at < now() - interval '30 seconds'
        and substr(written.wrapped, 2, 4) < int4send(key_id))
    then
        raise exception 'sealed under a key that was replaced' using errcode = 'TO004';
    end if;
    return null;
end
$$;

create trigger closed_keys_insert after insert on record_key
    referencing new table as written
    for each statement execute function refuse_closed_keys();
create trigger closed_keys_update after update on record_key
    referencing new table as written
    for each statement execute function refuse_closed_keys();

create function refuse_closed_key() returns trigger
    language plpgsql as
$$
declare
    sealed bytea;
begin
    if tg_table_name = 'outbox' then
        sealed := new.reason_words;
    else
        sealed := new.sealed;
    end if;
    if exists (
        select from org_key
        where org_id = new.org_id
        and purpose = 'seal' and key_id > 1 and created_at < now() - interval '30 seconds'
        and substr(sealed, 6, 4) < int4send(key_id))
    then
        raise exception 'sealed under a key that was replaced' using errcode = 'TO004';
    end if;
    return null;
end
$$;

create trigger closed_key_update after update of reason_words on outbox
    for each row when (new.reason_words is not null)
    execute function refuse_closed_key();
create trigger closed_key_insert after insert on org_connection
    for each row execute function refuse_closed_key();
create trigger closed_key_update after update on org_connection
    for each row execute function refuse_closed_key();
