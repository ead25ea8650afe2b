-- Pairs of cases that were decided are read in pages, the latest first.
CREATE INDEX merge_proposal_decided_idx ON merge_proposal (decided_at DESC, id) WHERE decided_at IS NOT NULL;
