-- Of what was changed by hand at the rollout server: for whom a flag was to be on, and what was
-- there instead, in words for people. Of older rows nobody knows.

alter table flag_drift add column expected text not null default '';
alter table flag_drift add column observed text not null default '';
