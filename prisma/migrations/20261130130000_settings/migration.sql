-- How somebody likes the program to be, on every computer: what is not said is as it comes.
ALTER TABLE person ADD COLUMN settings jsonb NOT NULL DEFAULT '{}';
