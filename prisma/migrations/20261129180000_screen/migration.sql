-- A wall display of an organisation (壁面ディスプレイ): a device that signs in by a one-time link. Of the link and of the PIN
-- only hashes are kept.
CREATE TABLE screen (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  org_id text COLLATE "C" NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  membership_id text COLLATE "C" NOT NULL REFERENCES membership (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name text NOT NULL,
  -- What of a child it shows to whoever walks past.
  level text NOT NULL DEFAULT 'number',
  pin_hash text,
  -- PINs that were wrong since the last right one.
  pin_failures integer NOT NULL DEFAULT 0,
  pin_locked_until timestamptz(3),
  -- Until when names are shown to whoever stands before it.
  sight_until timestamptz(3),
  night_dimming boolean NOT NULL DEFAULT true,
  reduced_motion boolean NOT NULL DEFAULT false,
  link_hash text COLLATE "C",
  link_expires_at timestamptz(3),
  made_at timestamptz(3) NOT NULL,
  last_contact_at timestamptz(3),
  revoked_at timestamptz(3),
  CONSTRAINT screen_level CHECK (level IN ('number', 'initial', 'name'))
);
CREATE UNIQUE INDEX screen_membership_id_key ON screen (membership_id);
CREATE UNIQUE INDEX screen_link_hash_key ON screen (link_hash);
CREATE INDEX screen_org_id_idx ON screen (org_id);
