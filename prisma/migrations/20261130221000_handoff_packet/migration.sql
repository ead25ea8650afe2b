-- Short codes of printed handoffs, by which somebody without an account answers for the version that was printed
-- (docs/decisions/043). Of the code the hash alone is kept.
CREATE TABLE handoff_packet (
  code_hash text COLLATE "C" NOT NULL PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  handoff_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  -- How often it was answered.
  uses smallint NOT NULL DEFAULT 0 CHECK (uses >= 0)
);
CREATE INDEX handoff_packet_handoff_idx ON handoff_packet (case_id, handoff_id);
