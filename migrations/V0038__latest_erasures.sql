-- Whoever answers for privacy sees what was asked for last, in all orgs, a page at a time.

create index erasure_in_time on erasure (asked_at, org_id, erasure_id);
