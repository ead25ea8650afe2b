-- Cases that an organisation of some name leads: without it a search reads every access of the network.
CREATE INDEX case_access_led_idx ON case_access (org_id, case_id) WHERE closed_at IS NULL AND class = 'full';
