-- Every write of an org starts at the gate, so that an org can move to another stack one day
-- without any writer changing: what forgot to enter is refused, and what a moving org writes
-- leaves its key behind.

create table org_home (
    org_id   text collate "C" primary key,
    home     text    not null,
    epoch    bigint  not null default 1,
    journal  boolean not null default false,
    applier  bigint  not null default 0,
    outbound text    not null default 'on',
    constraint org_id_is_a_salesforce_org check (org_id ~ '^00D[0-9A-Za-z]{12}[A-Z0-5]{3}$'),
    constraint outbound_is_on_or_paused check (outbound in ('on', 'paused')),
    constraint epochs_count_from_one check (epoch >= 1)
);

-- Keys written while an org moves, oldest first. Never made unique: a writer would then wait for
-- whoever empties it.
create table org_journal (
    org_id text collate "C" not null,
    seq    bigint generated always as identity,
    tbl    text   not null,
    key    text[] not null,
    primary key (org_id, seq)
);

-- The first statement of every transaction that writes for an org. OK: go on. BUSY: the org is
-- being moved this instant, try again soon. AWAY:<stack>:<epoch>: it lives there. UNKNOWN.
-- The lock comes before the look, in statements of their own: that order is the whole fence, and
-- it holds in READ COMMITTED only, where each statement sees what was committed before it began.
create function org_enter(entering text, stack text) returns text
    language plpgsql volatile as
$$
declare
    found_home org_home;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'org_enter needs READ COMMITTED' using errcode = 'TO002';
    end if;
    if not pg_try_advisory_xact_lock_shared(1, hashtext(entering)) then
        return 'BUSY';
    end if;
    select * into found_home from org_home where org_id = entering;
    if not found then
        return 'UNKNOWN';
    end if;
    if found_home.home <> stack then
        return 'AWAY:' || found_home.home || ':' || found_home.epoch;
    end if;
    perform set_config('turnout.org', entering, true),
            set_config(
                'turnout.journal', case when found_home.journal then 'on' else 'off' end, true);
    return 'OK';
end
$$;

create function refuse_truncate() returns trigger
    language plpgsql as
$$
begin
    raise exception 'a tenant table is never truncated: %', tg_table_name using errcode = 'TO001';
end
$$;

-- Puts the guard on a tenant table: once per statement, however many rows it writes, all of them
-- must be of the org that entered. `key` lists the columns of the primary key after org_id.
create procedure guard_tenant_table(tbl text, variadic key text[] default '{}')
    language plpgsql as
$$
declare
    key_texts text := (select string_agg(format('%I::text', k), ', ') from unnest(key) k);
    body      text := $body$
        create function %1$I() returns trigger language plpgsql as
        $guard$
        declare
            entered text := coalesce(current_setting('turnout.org', true), '');
        begin
            if exists (select from %2$s where org_id <> entered) then
                raise exception '%3$s written without org_enter' using errcode = 'TO001';
            end if;
            if current_setting('turnout.journal', true) = 'on' then
                insert into org_journal (org_id, tbl, key)
                select distinct org_id, '%3$s', array[%4$s]::text[] from %2$s;
            end if;
            return null;
        end
        $guard$ $body$;
    changed   text := '(select * from was union all select * from written) as changed';
begin
    execute format(body, 'guard_insert_' || tbl, 'written', tbl, key_texts);
    execute format(body, 'guard_update_' || tbl, changed, tbl, key_texts);
    execute format(body, 'guard_delete_' || tbl, 'was', tbl, key_texts);
    execute format('create trigger guard_insert after insert on %I referencing new table as written
        for each statement execute function %I()', tbl, 'guard_insert_' || tbl);
    execute format('create trigger guard_update after update on %I
        referencing old table as was new table as written
        for each statement execute function %I()', tbl, 'guard_update_' || tbl);
    execute format('create trigger guard_delete after delete on %I referencing old table as was
        for each statement execute function %I()', tbl, 'guard_delete_' || tbl);
    execute format('create trigger guard_truncate before truncate on %I
        for each statement execute function refuse_truncate()', tbl);
end
$$;
