-- Who gave a slip (null: on the machine), and when the right to found was last taken from a membership: for seven days
-- nobody acts alone, or confirms, by what one founder did to another.
ALTER TABLE password_slip ADD COLUMN given_by text COLLATE "C";
ALTER TABLE membership ADD COLUMN stood_down_at timestamptz(3);
