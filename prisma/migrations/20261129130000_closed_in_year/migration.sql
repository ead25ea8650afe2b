-- How many cases were closed in a fiscal year is counted without reading the archive. closed_at changes only where a case
-- is closed or reopened, so every other update of a card stays heap-only.
CREATE INDEX board_card_closed_idx ON board_card (closed_at) WHERE closed_at IS NOT NULL;
