-- A child that one organisation asks another to take on. Before it is accepted there is no case; what the sender told
-- stands here alone, and the sender never learns more than the state.
CREATE TABLE referral (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  from_org text COLLATE "C" NOT NULL,
  to_org text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'accepted', 'declined', 'withdrawn')),
  content json NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by text COLLATE "C",
  decline_reason text,
  case_id text COLLATE "C",
  CHECK ((state = 'sent') = (decided_at IS NULL)),
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
  CHECK ((state = 'accepted') = (case_id IS NOT NULL))
);
CREATE INDEX referral_to_org_idx ON referral (to_org, sent_at DESC);
CREATE INDEX referral_from_org_idx ON referral (from_org, sent_at DESC);
