-- How many rows were compared before an organisation moved, and a hash of what they said; empty
-- where the mover died after it had let go, and of moves before this.

alter table org_move
    add column proven_rows bigint,
    add column proof       text,
    add constraint a_proof_is_whole check ((proven_rows is null) = (proof is null));
