-- Rule sets (docs/decisions/033): what an organisation asks of the cases that it leads, by version. Version 0 is the
-- draft; a published one is never written again but for `adopted_at`, when every live case had taken it over.
CREATE TABLE rule_set (
  org_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 0),
  -- Of the draft: counts the times it was saved, from 1.
  revision integer NOT NULL,
  content json NOT NULL,
  from_on date,
  changed_by text COLLATE "C" NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  published_at timestamptz(3),
  adopted_at timestamptz(3),
  PRIMARY KEY (org_id, version),
  CONSTRAINT rule_set_published CHECK ((version = 0) = (published_at IS NULL) AND (version = 0) = (from_on IS NULL))
);
