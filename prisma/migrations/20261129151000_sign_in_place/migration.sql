-- Networks from which an account signed in, both as one hash: there it is not locked by what fails elsewhere.
CREATE TABLE sign_in_place (
  subject text COLLATE "C" NOT NULL PRIMARY KEY,
  last_at timestamptz(3) NOT NULL
);

-- How often an account was locked without a quiet day in between: each lock is longer than the one before.
ALTER TABLE sign_in_failure ADD COLUMN locks smallint NOT NULL DEFAULT 0;
