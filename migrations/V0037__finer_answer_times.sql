-- How long answers to an org's requests took, in finer steps. Programs before this one go on
-- counting in `latencies` until they are gone; rows are kept for two days.

alter table org_measure add column answer_times bigint[] not null default '{}';
