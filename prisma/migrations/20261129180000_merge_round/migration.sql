-- What was decided about two cases stays as it was when somebody proposes them anew: that is a further row, of the next
-- round. The program finds a pair in the first round alone, so that what was decided is not found again.
ALTER TABLE merge_proposal ADD COLUMN round smallint NOT NULL DEFAULT 1 CHECK (round > 0);
DROP INDEX merge_proposal_case_a_case_b_key;
CREATE UNIQUE INDEX merge_proposal_case_a_case_b_round_key ON merge_proposal (case_a, case_b, round);
