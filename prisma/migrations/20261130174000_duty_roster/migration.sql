-- Duty rosters (docs/decisions/038): who is on duty in an organisation, every week and on single days, as posts with a
-- telephone of the house. One row for each organisation that keeps one.
CREATE TABLE duty_roster (
  org_id text COLLATE "C" NOT NULL PRIMARY KEY,
  -- Counts the times it was saved, from 1.
  version integer NOT NULL CHECK (version > 0),
  content json NOT NULL,
  -- Person; null: as the demo began.
  changed_by text COLLATE "C",
  changed_at timestamptz(3) NOT NULL
);
