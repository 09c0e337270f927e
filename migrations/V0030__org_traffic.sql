-- When an org's people come, by the hours of its own day, so that it is switched while they sleep;
-- and since when an event has been on sale, so that nothing is switched around that. Counted once a
-- day from the ids of registrations, which tell when they were made, by their index alone.

create table org_traffic (
    org_id     text collate "C" primary key,
    zone       text        not null,
    hours      bigint[]    not null,
    counted_at timestamptz not null,
    constraint org_id_has_18_characters check (length(org_id) = 18),
    constraint a_day_has_24_hours check (array_length(hours, 1) = 24)
);
create index org_traffic_age on org_traffic (counted_at);

call guard_tenant_table('org_traffic');

-- Whatever is published from now on starts a sale. Of what was there before nobody knows.
alter table event add column on_sale_at timestamptz not null default '-infinity';
alter table event alter column on_sale_at set default now();

create function event_goes_on_sale() returns trigger
    language plpgsql as
$$
begin
    new.on_sale_at := now();
    return new;
end
$$;

create trigger on_sale_again before update on event
    for each row when (old.status = 'withdrawn' and new.status = 'published')
    execute function event_goes_on_sale();
