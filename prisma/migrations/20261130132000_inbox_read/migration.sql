-- Up to where somebody has read a case, and what they want to hear of it no more: all that is kept of 通知. What a notice
-- says is read from the case when it is shown (docs/decisions/024).
CREATE TABLE inbox_read (
  membership_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  told text[] NOT NULL DEFAULT '{}',
  muted text[] NOT NULL DEFAULT '{}',
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (membership_id, case_id)
);
CREATE INDEX inbox_read_at_idx ON inbox_read (at);
