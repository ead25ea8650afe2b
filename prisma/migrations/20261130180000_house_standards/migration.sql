-- What a house has notified of its facility standards from a day on: asked by the fees of the cases that it leads
-- (docs/decisions/032).
CREATE TABLE house_standard (
  org_id text COLLATE "C" NOT NULL,
  from_on date NOT NULL,
  notified text[] NOT NULL,
  video boolean NOT NULL,
  dpc boolean NOT NULL,
  said_by text COLLATE "C" NOT NULL,
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (org_id, from_on)
);
