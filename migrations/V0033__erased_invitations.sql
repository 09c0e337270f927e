-- By whose wish a record that an org made to invite somebody names nobody, so that the receipt of
-- the wish can say whether the org has that.

alter table minted_link add column erasure_id uuid;
create index minted_link_erased on minted_link (org_id, erasure_id) where erasure_id is not null;
