-- Tries of invitation codes are counted by quarter of an hour and address, apart from those of passwords.
ALTER TABLE sign_in_failure DROP CONSTRAINT sign_in_failure_kind;
ALTER TABLE sign_in_failure ADD CONSTRAINT sign_in_failure_kind CHECK (kind IN ('account', 'address', 'join'));
