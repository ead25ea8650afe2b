-- What is counted of an organisation's cases by period (docs/decisions/035): exceptions with the rules and corrections
-- that say which of them count, conferences, screenings, admissions. Of every other kind of event the index costs a commit
-- one comparison. Kinds stand in `packages/store/src/counts/counted-events.ts` too.
CREATE INDEX case_event_counted_idx ON case_event (case_id, at) WHERE type IN (
  'requirement.waived', 'case.registered', 'lead.accepted', 'case.reopened', 'rules.adopted', 'entry.corrected', 'move.undone',
  'conference.planned', 'conference.held', 'factors.recorded', 'readmission.begun', 'evaluation.admitted'
);

-- That a condition was passed over often and its rule is left as it is all the same: from then on it is counted anew.
CREATE TABLE rule_kept (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  org_id text COLLATE "C" NOT NULL,
  requirement text NOT NULL,
  -- How many exceptions stood against the rule.
  overrides integer NOT NULL,
  reason text NOT NULL,
  kept_by text COLLATE "C" NOT NULL,
  kept_at timestamptz(3) NOT NULL
);
CREATE INDEX rule_kept_org_id_kept_at_idx ON rule_kept (org_id, kept_at);
