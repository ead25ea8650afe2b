-- What each person last saw of a case (前回からの変更), so that another workplace knows it. Read by that person alone.
CREATE TABLE seen_case (
  person_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  -- How the case was shown then; null with the card: the case had moved on before this was noted.
  sight text COLLATE "C",
  -- Codes and days of the card, nothing that names a child.
  card jsonb,
  at timestamptz(3) NOT NULL,
  CONSTRAINT seen_case_pkey PRIMARY KEY (person_id, case_id)
);
CREATE INDEX seen_case_case_id_idx ON seen_case (case_id);

-- When a person last looked at a board of an organisation.
CREATE TABLE board_visit (
  person_id text COLLATE "C" NOT NULL,
  org_id text COLLATE "C" NOT NULL,
  board text COLLATE "C" NOT NULL,
  -- End of the visit before this one; of the first, its begin.
  since timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  CONSTRAINT board_visit_pkey PRIMARY KEY (person_id, org_id, board)
);

-- Whoever does not want colleagues to see which board or case they have open.
ALTER TABLE person ADD COLUMN hides_presence boolean NOT NULL DEFAULT false;
