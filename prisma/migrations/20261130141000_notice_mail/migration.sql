-- Notices go out by rows (docs/decisions/031): where somebody is told by mail, when it is looked what is new for them,
-- which notice went out with which mail, and the mails. No row holds a name of a child or a word of a notice.
CREATE TABLE mail_address (
  person_id text COLLATE "C" NOT NULL PRIMARY KEY,
  address text COLLATE "C" NOT NULL,
  -- Number that was sent there and not entered yet.
  code text COLLATE "C",
  code_until timestamptz(3),
  code_failures integer NOT NULL DEFAULT 0,
  codes integer NOT NULL DEFAULT 0,
  codes_on date,
  confirmed_at timestamptz(3),
  failed_at timestamptz(3)
);

CREATE TABLE notice_look (
  membership_id text COLLATE "C" NOT NULL PRIMARY KEY,
  next_at timestamptz(3) NOT NULL,
  digest_at timestamptz(3),
  seen text COLLATE "C",
  claimed_until timestamptz(3)
);
CREATE INDEX notice_look_next_at_idx ON notice_look (next_at);

CREATE TABLE notice_delivery (
  membership_id text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  notice_key text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  mail_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (membership_id, channel, notice_key),
  CONSTRAINT notice_delivery_state CHECK (state IN ('waiting', 'sent', 'failed', 'dropped'))
);
CREATE INDEX notice_delivery_mail_id_idx ON notice_delivery (mail_id);
CREATE INDEX notice_delivery_case_id_idx ON notice_delivery (case_id);

CREATE TABLE outgoing_mail (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  person_id text COLLATE "C" NOT NULL,
  membership_id text COLLATE "C",
  state text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  claimed_until timestamptz(3),
  ended_at timestamptz(3),
  failure text COLLATE "C",
  CONSTRAINT outgoing_mail_state CHECK (state IN ('waiting', 'sent', 'failed', 'dropped'))
);
-- What waits is little, however much was sent.
CREATE INDEX outgoing_mail_waiting_idx ON outgoing_mail (due_at) WHERE state = 'waiting';
CREATE INDEX outgoing_mail_person_id_made_at_idx ON outgoing_mail (person_id, made_at);
