-- Answers that a wanted sign-in name is taken count for the code, as wrong birth dates do.
-- A new code for somebody who came before waits to be used while `renewed_at` is set.
ALTER TABLE guardian
  ADD COLUMN names_taken integer NOT NULL DEFAULT 0,
  ADD COLUMN renewed_at timestamptz(3),
  ADD COLUMN withdrawn_by text COLLATE "C";
