-- By how many days the clock of the demo was pushed; elsewhere nothing ever changes it (docs/decisions/034).
ALTER TABLE deployment ADD COLUMN ahead_days smallint NOT NULL DEFAULT 0;
