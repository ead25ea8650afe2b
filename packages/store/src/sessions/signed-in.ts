import type { Guardianship, WallScreen } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import {
  type Category,
  grantable,
  type MembershipFlag,
  membershipFlags,
  organisationKinds,
  roleId,
  wallLevels,
} from '@kaerimichi/discharge';
import { z } from 'zod';

/** A session that holds at an instant, with person, membership and organisation; no row: signed out. */
export const SIGNED_IN_SQL = (id: string, at: string) => `
  SELECT s.id, s.epoch, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
    s.person_id AS person, s.membership_id AS membership, p.display_name AS "displayName", p.hides_presence AS "hidesPresence",
    m.org_id AS org, o.kind AS "orgKind", m.role, m.flags,
    g.case_id AS "guardedCase", g.categories AS granted, g.decides, g.relation,
    c.id AS screen, c.level, c.sight_until AS "sightUntil"
  FROM session s
  JOIN person p ON p.id = s.person_id
  JOIN membership m ON m.id = s.membership_id
  JOIN organisation o ON o.id = m.org_id
  LEFT JOIN guardian g ON g.membership_id = m.id AND g.withdrawn_at IS NULL
  LEFT JOIN screen c ON c.membership_id = m.id AND c.revoked_at IS NULL
  WHERE s.id = ${id} AND s.revoked_at IS NULL AND s.expires_at > ${at}::timestamptz AND p.disabled_at IS NULL
    AND (${at}::timestamptz AT TIME ZONE 'Asia/Tokyo')::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`;

const sessionRow = z.object({
  id: z.string(),
  epoch: z.int(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  person: z.string(),
  membership: z.string(),
  displayName: z.string(),
  hidesPresence: z.boolean(),
  org: z.string(),
  orgKind: z.enum(organisationKinds),
  role: roleId,
  flags: z.array(z.string()),
  guardedCase: z.string().nullable(),
  granted: z.array(z.string()).nullable(),
  decides: z.boolean().nullable(),
  relation: z.string().nullable(),
  screen: z.string().nullable(),
  level: z.enum(wallLevels).nullable(),
  sightUntil: z.string().nullable(),
});
export type SessionRow = z.input<typeof sessionRow>;

const membershipFlag = z.enum(membershipFlags);

/** Flags that this program knows; others have no effect. */
export const knownFlags = (flags: readonly string[]): MembershipFlag[] =>
  flags.flatMap(flag => membershipFlag.safeParse(flag).data ?? []);

/** Parses the row; throws when role or kind are none that this program knows. */
export function toSignedIn(row: SessionRow): SignedIn {
  const parsed = sessionRow.parse(row);
  const { id, epoch, displayName, hidesPresence, person, membership, org, orgKind, role, flags } = parsed;
  // Whoever invited a guardian is not whom it acts for: it acts for nobody but itself.
  const own = role === 'family' ? { org: membership, ...guardianIn(parsed) } : { org };
  return {
    session: { id, epoch },
    displayName,
    ...(hidesPresence && { hidesPresence }),
    viewer: {
      ...{ person, membership, ...own, orgKind, role },
      flags: role === 'family' ? [] : knownFlags(flags),
      ...(role === 'display' && screenIn(parsed)),
    },
  };
}

function screenIn({ screen, level, sightUntil }: z.infer<typeof sessionRow>): { screen?: WallScreen } {
  return screen === null || level === null ? {} : { screen: { id: screen, level, sightUntil } };
}

function guardianIn({ guardedCase, granted, decides, relation }: z.infer<typeof sessionRow>) {
  if (guardedCase === null) return {};
  const guardian: Guardianship = {
    caseId: guardedCase,
    categories: knownCategories(granted ?? []),
    decides: decides ?? false,
    relation: relation ?? '',
  };
  return { guardian };
}

/** Categories that this program knows and that an invitation may name; others have no effect. */
export const knownCategories = (names: readonly string[]): Category[] =>
  names.flatMap(name => grantable.safeParse(name).data ?? []);
