-- Who stands in for whom while they are away (代理), from the first day to the last: it ends by itself.
CREATE TABLE substitute (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  membership_id text COLLATE "C" NOT NULL REFERENCES membership (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  substitute_id text COLLATE "C" NOT NULL REFERENCES membership (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  from_on date NOT NULL,
  until_on date NOT NULL,
  -- Membership of whoever said so.
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  CONSTRAINT substitute_another CHECK (membership_id <> substitute_id),
  CONSTRAINT substitute_period CHECK (from_on <= until_on)
);
CREATE INDEX substitute_membership_id_idx ON substitute (membership_id);
CREATE INDEX substitute_substitute_id_idx ON substitute (substitute_id);
