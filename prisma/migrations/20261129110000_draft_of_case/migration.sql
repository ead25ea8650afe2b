-- A case asks for the draft that it came from.
CREATE INDEX import_draft_case_id_idx ON import_draft (case_id) WHERE case_id IS NOT NULL;
