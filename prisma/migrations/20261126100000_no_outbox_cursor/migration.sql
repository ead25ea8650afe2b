-- Relays begin at the head and remember their place themselves: nobody ever kept one here.
DROP TABLE outbox_cursor;
