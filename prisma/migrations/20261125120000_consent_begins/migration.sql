-- Consents given ahead of their first day wait for it from now on (begin.consent). Cases that hold one already get the
-- row that their next event would not write; a day that is past comes in the clock's first turn.
INSERT INTO deadline (case_id, kind, ref, due_on, fires, state)
SELECT s.case_id, 'begin.consent', c ->> 'id', (c ->> 'from')::date, 'fact.begun', 'open'
FROM case_state s, json_array_elements(s.facts -> 'consents') c
WHERE s.facts -> 'closing' IS NULL
  AND c ->> 'from' > c ->> 'on'
  AND c ->> 'withdrawnOn' IS NULL
  AND c ->> 'lapsedOn' IS NULL
ON CONFLICT (case_id, kind, ref) DO NOTHING;
