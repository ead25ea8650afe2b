-- What somebody proposed who does not found is confirmed by two who do: the first of them, and when.
ALTER TABLE proposal ADD COLUMN confirmed_by text COLLATE "C";
ALTER TABLE proposal ADD COLUMN confirmed_at timestamptz(3);
