-- What somebody has typed and not sent yet, one for each form; read by whoever typed it and by nobody else.
CREATE TABLE form_draft (
  membership_id text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  case_id text COLLATE "C",
  subject text COLLATE "C" NOT NULL,
  route text NOT NULL,
  content text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (membership_id, place)
);
CREATE INDEX form_draft_at_idx ON form_draft (at);
