-- A start asks which versions of the pathway cases are kept under. The column changes with an upgrade only, so updates
-- stay heap-only.
CREATE INDEX case_state_pathway_version_idx ON case_state (pathway_version);
