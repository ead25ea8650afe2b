-- What one administrator proposed and another person is to confirm.
CREATE TABLE proposal (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  membership_id text COLLATE "C" NOT NULL,
  wish json NOT NULL,
  decided_at timestamptz(3)
);
