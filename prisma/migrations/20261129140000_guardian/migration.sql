-- A guardian of one child: what it was invited to, from a day until a day. Of the code on paper only the SHA-256 is kept.
CREATE TABLE guardian (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  org_id text COLLATE "C" NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  relation text NOT NULL,
  categories text[] NOT NULL,
  decides boolean NOT NULL,
  from_on date NOT NULL,
  until_on date,
  code_hash text COLLATE "C" NOT NULL,
  code_expires_at timestamptz(3) NOT NULL,
  -- Birth dates that were wrong, with the right code.
  failures integer NOT NULL DEFAULT 0,
  invited_by text COLLATE "C" NOT NULL,
  invited_at timestamptz(3) NOT NULL,
  membership_id text COLLATE "C" REFERENCES membership (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  joined_at timestamptz(3),
  withdrawn_at timestamptz(3),
  CONSTRAINT guardian_period CHECK (until_on >= from_on)
);
CREATE UNIQUE INDEX guardian_code_hash_key ON guardian (code_hash);
CREATE UNIQUE INDEX guardian_membership_id_key ON guardian (membership_id);
CREATE INDEX guardian_case_id_idx ON guardian (case_id);
CREATE INDEX guardian_org_id_idx ON guardian (org_id);
