import type { Statement } from '../database.ts';

/** What was revoked is listed for so long, so that whoever looks sees what became of it. */
const LISTED_MS = 30 * 86_400_000;

/** $1 organisation or $2 id, the other null; $3 now. */
export const listText: Statement = {
  text: `SELECT s.id, s.org_id AS org, s.membership_id AS membership, m.person_id AS person, s.name, s.level,
      s.night_dimming AS "nightDimming", s.reduced_motion AS "reducedMotion", s.pin_hash IS NOT NULL AS "hasPin",
      CASE WHEN s.revoked_at IS NOT NULL THEN 'revoked' WHEN s.link_hash IS NULL THEN 'open'
        WHEN s.link_expires_at > $3 THEN 'waiting' ELSE 'void' END AS state,
      s.made_at AS "madeAt", s.last_contact_at AS "lastContactAt",
      CASE WHEN s.sight_until > $3 THEN s.sight_until END AS "sightUntil"
    FROM screen s JOIN membership m ON m.id = s.membership_id
    WHERE (s.org_id = $1 OR $1::text IS NULL) AND (s.id = $2 OR $2::text IS NULL)
      AND (s.revoked_at IS NULL OR $1::text IS NULL
        OR s.revoked_at > $3::timestamptz - ${LISTED_MS} * interval '1 millisecond')
    ORDER BY s.revoked_at IS NOT NULL, s.name, s.id`,
};

/** Person, membership and screen, all or none; who is there already stays as it is. */
export const makeText: Statement = {
  text: `WITH device AS (
      INSERT INTO person (id, identifier, display_name) SELECT $9, $11, $3
      WHERE NOT EXISTS (SELECT FROM screen WHERE id = $1)
      ON CONFLICT DO NOTHING RETURNING id
    ), joined AS (
      INSERT INTO membership (id, person_id, org_id, role, from_on) SELECT $10, id, $2, 'display', $12::date FROM device
      RETURNING id
    )
    INSERT INTO screen (id, org_id, membership_id, name, level, pin_hash, night_dimming, reduced_motion, made_at,
      link_hash, link_expires_at)
    SELECT $1, $2, id, $3, $4, $5, $6, $7, $8, $13, $14 FROM joined`,
};

const OWN = 's.org_id = $1 AND s.id = $2';
const DEVICE = 'membership m WHERE m.id = s.membership_id';

/** A change of the PIN or of the level takes back what was unlocked before it, and what was mistyped. */
export const changeText: Statement = {
  text: `UPDATE screen s SET name = coalesce($3::text, s.name), level = coalesce($4::text, s.level),
      night_dimming = coalesce($5::boolean, s.night_dimming), reduced_motion = coalesce($6::boolean, s.reduced_motion),
      pin_hash = CASE WHEN $7::boolean THEN $8::text ELSE s.pin_hash END, pin_failures = 0, pin_locked_until = NULL,
      sight_until = NULL
    FROM ${DEVICE} AND ${OWN} AND s.revoked_at IS NULL RETURNING m.person_id AS person`,
};

export const linkText: Statement = {
  text: `UPDATE screen s SET link_hash = $3, link_expires_at = $4, sight_until = NULL
    FROM ${DEVICE} AND ${OWN} AND s.revoked_at IS NULL RETURNING m.person_id AS person`,
};

/** The row's lock lets one after the other try: of two devices with one link the second finds it used. */
export const openText: Statement = {
  text: `UPDATE screen s SET link_hash = NULL, link_expires_at = NULL
    WHERE s.link_hash = $1 AND s.link_expires_at > $2 AND s.revoked_at IS NULL
    RETURNING s.membership_id AS membership`,
};

/** Its last day is yesterday, or the day before its first. */
export const endText: Statement = {
  text: `WITH ended AS (
      UPDATE screen s SET revoked_at = coalesce(s.revoked_at, $3), link_hash = NULL, link_expires_at = NULL,
        sight_until = NULL
      WHERE ${OWN} RETURNING s.membership_id
    )
    UPDATE membership m SET until_on = greatest(m.from_on - 1, least(m.until_on, $4::date - 1))
    FROM ended WHERE m.id = ended.membership_id RETURNING m.person_id AS person`,
};

export const sightText: Statement = {
  text: `UPDATE screen s SET sight_until = $2 FROM ${DEVICE} AND s.id = $1 AND s.revoked_at IS NULL
    RETURNING m.person_id AS person`,
};

export const contactText: Statement = {
  name: 'screen-contact',
  text: 'UPDATE screen SET last_contact_at = $2 WHERE id = ANY ($1::text[])',
};
