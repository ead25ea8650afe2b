-- A day that is moved keeps the one it was first set for, how often it was moved, and the event that set it last: who did
-- it stands there. Of what was armed before nothing is known but its day.
ALTER TABLE deadline
  ADD COLUMN first_on date,
  ADD COLUMN moves smallint NOT NULL DEFAULT 0,
  ADD COLUMN set_seq integer;

-- Up to which release of the kinds of deadlines the rows of every case were looked over (docs/decisions/030).
ALTER TABLE deployment ADD COLUMN armed_release smallint NOT NULL DEFAULT 0;
