-- A membership that was ended on its own first day held on the day before it, at most: no period ends before it begins.
UPDATE membership SET from_on = until_on WHERE until_on < from_on;
ALTER TABLE membership ADD CONSTRAINT membership_period CHECK (until_on >= from_on);
