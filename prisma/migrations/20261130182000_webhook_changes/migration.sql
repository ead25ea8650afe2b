-- A webhook that was changed during a look is looked for anew; one that was switched on again keeps silent of what waits
-- since (docs/decisions/036).
ALTER TABLE webhook ADD COLUMN changes integer NOT NULL DEFAULT 0;
ALTER TABLE webhook ADD COLUMN begins_anew boolean NOT NULL DEFAULT false;
-- A push is tried for a day from its first try: quiet hours and absence before it take nothing of that.
ALTER TABLE outgoing_push ADD COLUMN begun_at timestamptz(3);
