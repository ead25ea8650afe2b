-- A membership that was ended on its first day, or before it, held on no day: its last day is the one before its first.
UPDATE membership SET until_on = from_on - 1 WHERE until_on < from_on - 1;
ALTER TABLE membership ADD CONSTRAINT membership_period CHECK (until_on >= from_on - 1);
