-- The flag tenant-home, which nothing asked for, is now one flag for each stack. What was planned
-- of it was planned of nothing; what was done to such plans stays in their history.

delete from rollout_member where plan_id in
    (select plan_id from rollout_plan where flag = 'tenant-home');
delete from rollout_wave where plan_id in
    (select plan_id from rollout_plan where flag = 'tenant-home');
delete from rollout_plan where flag = 'tenant-home';
