-- Notices go outside by two more ways (docs/decisions/036): webhooks of organisations, and web push to people's browsers.
-- No row holds a name of a child or a word of a notice.
CREATE TABLE webhook (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  org_id text COLLATE "C" NOT NULL,
  url text COLLATE "C" NOT NULL,
  kinds text[] NOT NULL,
  secret text COLLATE "C" NOT NULL,
  -- The one before still signs beside it until then.
  secret_before text COLLATE "C",
  secret_before_until timestamptz(3),
  -- stopped: switched off by the program, since nothing arrived for days.
  state text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  failing_since timestamptz(3),
  stopped_at timestamptz(3),
  -- After a failure nothing else is tried there before then.
  rest_until timestamptz(3),
  next_look_at timestamptz(3) NOT NULL,
  seen text COLLATE "C",
  claimed_until timestamptz(3),
  CONSTRAINT webhook_state CHECK (state IN ('on', 'off', 'stopped'))
);
CREATE INDEX webhook_org_id_idx ON webhook (org_id);
CREATE INDEX webhook_next_look_at_idx ON webhook (next_look_at) WHERE state = 'on';

CREATE TABLE webhook_seen (
  webhook_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (webhook_id, case_id)
);

CREATE TABLE webhook_delivery (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  webhook_id text COLLATE "C" NOT NULL,
  notice_key text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- null: a trial.
  case_id text COLLATE "C",
  state text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  -- From which its day of tries is counted: anew when somebody has it tried again.
  begun_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  claimed_until timestamptz(3),
  ended_at timestamptz(3),
  failure text COLLATE "C",
  status integer,
  CONSTRAINT webhook_delivery_state CHECK (state IN ('waiting', 'sent', 'failed', 'dropped'))
);
CREATE UNIQUE INDEX webhook_delivery_webhook_id_notice_key_key ON webhook_delivery (webhook_id, notice_key);
CREATE INDEX webhook_delivery_waiting_idx ON webhook_delivery (due_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_webhook_id_made_at_idx ON webhook_delivery (webhook_id, made_at);

CREATE TABLE push_subscription (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  person_id text COLLATE "C" NOT NULL,
  endpoint text COLLATE "C" NOT NULL,
  p256dh text COLLATE "C" NOT NULL,
  auth text COLLATE "C" NOT NULL,
  device text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX push_subscription_endpoint_key ON push_subscription (endpoint);
CREATE INDEX push_subscription_person_id_idx ON push_subscription (person_id);

CREATE TABLE outgoing_push (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  person_id text COLLATE "C" NOT NULL,
  membership_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  made_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  claimed_until timestamptz(3),
  ended_at timestamptz(3),
  failure text COLLATE "C",
  CONSTRAINT outgoing_push_state CHECK (state IN ('waiting', 'sent', 'failed', 'dropped'))
);
CREATE INDEX outgoing_push_waiting_idx ON outgoing_push (due_at) WHERE state = 'waiting';
CREATE INDEX outgoing_push_person_id_made_at_idx ON outgoing_push (person_id, made_at);

-- A membership is looked for by each way by which it is told.
ALTER TABLE notice_look ADD COLUMN channel text COLLATE "C" NOT NULL DEFAULT 'mail';
ALTER TABLE notice_look DROP CONSTRAINT notice_look_pkey;
ALTER TABLE notice_look ADD CONSTRAINT notice_look_pkey PRIMARY KEY (membership_id, channel);
