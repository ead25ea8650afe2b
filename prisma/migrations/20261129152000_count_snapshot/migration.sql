-- The counts of the network that everybody is told (docs/decisions/015): one row, looked at anew once a day.
CREATE TABLE count_snapshot (
  id smallint NOT NULL DEFAULT 1 PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  looked_on date NOT NULL,
  counted json NOT NULL,
  CONSTRAINT count_snapshot_one CHECK (id = 1)
);
