-- One-time slips with which a person chooses the own password; only the token's SHA-256 is kept.
CREATE TABLE password_slip (
  token_hash text COLLATE "C" NOT NULL PRIMARY KEY,
  person_id text COLLATE "C" NOT NULL REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX password_slip_person_id_idx ON password_slip (person_id);
