-- How two cases agreed when somebody proposed that they are one child: the leads are told that, and not what the other
-- case says later. Null: found by the program alone, or proposed before this was kept.
ALTER TABLE merge_proposal ADD COLUMN agreement jsonb;
