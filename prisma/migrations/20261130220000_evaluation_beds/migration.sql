-- How many beds a house keeps for evaluation admissions, and that one of them is held once a day (docs/decisions/046):
-- days of a bed are open deadlines of the case that holds it, called by house, bed and day.
CREATE TABLE evaluation_beds (
  org_id text COLLATE "C" NOT NULL PRIMARY KEY,
  beds smallint NOT NULL CHECK (beds BETWEEN 0 AND 60),
  said_by text COLLATE "C",
  said_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX deadline_bed_once ON deadline (ref) WHERE kind = 'bedDay' AND state = 'open';
CREATE INDEX deadline_bed_wait_idx ON deadline (ref) WHERE kind = 'bedWait' AND state = 'open';
