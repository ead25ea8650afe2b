-- Files that somebody added to a case (docs/decisions/044). The entry that added one keeps its record under the same id: a
-- file without it was never accepted, and goes after a day.
CREATE TABLE attachment (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  media_type text COLLATE "C" NOT NULL CHECK (media_type IN ('pdf', 'jpeg', 'png')),
  -- As it was kept, without what a camera wrote beside the picture; nothing once it was removed.
  bytes bytea,
  kept_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  CHECK ((bytes IS NULL) = (removed_at IS NOT NULL))
);
-- Such files are packed already.
ALTER TABLE attachment ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX attachment_case_idx ON attachment (case_id);
