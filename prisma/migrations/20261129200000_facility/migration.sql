-- Public lists of facilities: what is around a child, beside the organisations of the network. An import writes rows in
-- batches, each of them short, and is seen when it is published: a row says which import brought it and which one its
-- next version.
CREATE TABLE facility_import (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  org_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  listed jsonb NOT NULL DEFAULT '{}',
  published_at timestamptz(3)
);

CREATE TABLE facility (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  list text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  import_id text COLLATE "C" NOT NULL,
  superseded_by text COLLATE "C",
  seen_by text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  kana text,
  address text,
  municipality text COLLATE "C" CHECK (municipality ~ '^[0-9]{6}$'),
  phone text,
  latitude double precision,
  longitude double precision,
  details json NOT NULL,
  search_text text NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (latitude <> 0)
);
CREATE UNIQUE INDEX facility_list_key_import_id_key ON facility (list, key, import_id);
CREATE INDEX facility_sort_key_idx ON facility (sort_key, id);
CREATE INDEX facility_kind_idx ON facility (kind, sort_key, id);
CREATE INDEX facility_municipality_idx ON facility (municipality, sort_key, id);
CREATE INDEX facility_import_id_idx ON facility (import_id);
CREATE INDEX facility_superseded_by_idx ON facility (superseded_by) WHERE superseded_by IS NOT NULL;
