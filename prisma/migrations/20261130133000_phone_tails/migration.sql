-- The last four digits of each telephone number in a text, as people ask for a family by its telephone: ten or eleven
-- digits after a 0, with whatever people write between them, half or full width.
CREATE FUNCTION phone_tails(contact text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT right(digits, 4)), '{}') FROM (
    SELECT regexp_replace(found[1], '[^0-9]', '', 'g') AS digits
    FROM regexp_matches(normalize(contact, NFKC), '(?:^|[^0-9])(0[0-9][0-9() ‐‑–—ー−-]{6,14}[0-9])(?![0-9])', 'g') AS m (found)
  ) numbers WHERE digits ~ '^0[0-9]{9,10}$'
$$;

-- Contacts alone: what other entries say is no telephone of the child's.
CREATE INDEX record_phone_tails_idx ON record USING gin (phone_tails(body->>'contact')) WHERE kind = 'contacts.recorded';
