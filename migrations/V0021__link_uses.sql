-- Which registration came by which link, and which of its uses it has: one, unless the organiser
-- allowed more. Whoever cancels gives the use back, so only those who did not are counted.

alter table registration
    add column link_id  uuid,
    add column link_use integer,
    add constraint a_use_is_of_a_link check ((link_id is null) = (link_use is null)),
    add constraint uses_count_from_one check (link_use >= 1);
create unique index one_registration_a_use on registration (org_id, link_id, link_use)
    where link_id is not null and status <> 'cancelled';
