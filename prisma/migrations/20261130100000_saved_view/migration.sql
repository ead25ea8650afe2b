-- How somebody looks at the board, under a name: filters, lanes, columns and limits as codes, ids and numbers. What was
-- typed to search may be a child's name and stands in none.
CREATE TABLE saved_view (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  org_id text COLLATE "C" NOT NULL,
  membership_id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('personal', 'team', 'organisation')),
  name text NOT NULL,
  settings json NOT NULL,
  version integer NOT NULL DEFAULT 1,
  made_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
CREATE INDEX saved_view_org_id_idx ON saved_view (org_id);
