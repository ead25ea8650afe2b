-- What waits for an instant and no whole day: an answer by the hour (docs/decisions/030). It stands on its Tokyo day too.
ALTER TABLE deadline ADD COLUMN due_at timestamptz(3);
