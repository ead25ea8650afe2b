-- How many beds a house has from a day on, as the standard of 入退院支援加算1 tells them apart (docs/decisions/035).
CREATE TABLE house_beds (
  org_id text COLLATE "C" NOT NULL,
  from_on date NOT NULL,
  general integer NOT NULL CHECK (general >= 0),
  long_term integer NOT NULL CHECK (long_term >= 0),
  child integer NOT NULL CHECK (child >= 0),
  said_by text COLLATE "C" NOT NULL,
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (org_id, from_on)
);
