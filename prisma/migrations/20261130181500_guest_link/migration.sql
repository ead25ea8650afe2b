-- Links by which a guest without an account answers for one seat of one conference (docs/decisions/040). Of the token the
-- hash alone is kept.
CREATE TABLE guest_link (
  token_hash text COLLATE "C" NOT NULL PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  conference_id text COLLATE "C" NOT NULL,
  seat_id text COLLATE "C" NOT NULL,
  -- As whoever gives the link calls the guest; never the child.
  who text,
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  -- How often something was written by it.
  uses smallint NOT NULL DEFAULT 0 CHECK (uses >= 0)
);
CREATE INDEX guest_link_seat_idx ON guest_link (case_id, conference_id, seat_id);
