-- Of twins and more: which one (第1子 …). Numbers of cases that were merged into this one are found as its own.
ALTER TABLE care_case ADD COLUMN birth_order smallint CHECK (birth_order BETWEEN 1 AND 9);
ALTER TABLE care_case ADD COLUMN former_nos text[] NOT NULL DEFAULT '{}';
CREATE INDEX care_case_former_nos_idx ON care_case USING gin (former_nos) WHERE former_nos <> '{}';
CREATE INDEX care_case_family_name_idx ON care_case (family_name);

-- Cases whose child is to be compared with the others. A trigger, so that every writer of a case leaves a row; compared
-- by the worker, so that no answer tells by its time whether there is a match.
CREATE TABLE case_to_compare (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL
);
CREATE FUNCTION compare_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_to_compare (case_id) VALUES (NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER care_case_compare AFTER INSERT OR UPDATE OF family_name, given_name, family_kana, given_kana, sex ON care_case
  FOR EACH ROW EXECUTE FUNCTION compare_case();

-- Two cases that may be one child. A pair stands here once, whatever became of it: what was rejected is not found again.
CREATE TABLE merge_proposal (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  case_a text COLLATE "C" NOT NULL,
  case_b text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('found', 'proposed', 'rejected', 'merged')),
  found_at timestamptz(3) NOT NULL,
  survivor text COLLATE "C",
  proposed_by text COLLATE "C",
  proposed_org text COLLATE "C",
  proposed_role text,
  proposed_at timestamptz(3),
  reason text,
  decided_by text COLLATE "C",
  decided_org text COLLATE "C",
  decided_at timestamptz(3),
  decided_reason text,
  CHECK (case_a < case_b),
  CHECK (survivor IS NULL OR survivor IN (case_a, case_b)),
  CHECK (state NOT IN ('proposed', 'merged') OR (survivor IS NOT NULL AND proposed_by IS NOT NULL)),
  CHECK ((state IN ('rejected', 'merged')) = (decided_at IS NOT NULL)),
  -- Merging takes two people.
  CHECK (state <> 'merged' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX merge_proposal_case_a_case_b_key ON merge_proposal (case_a, case_b);
CREATE INDEX merge_proposal_case_b_idx ON merge_proposal (case_b);
CREATE INDEX merge_proposal_state_idx ON merge_proposal (state, found_at DESC);
