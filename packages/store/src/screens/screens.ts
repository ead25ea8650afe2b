import { randomUUID } from 'node:crypto';
import { WALL_SIGHT_MS } from '@kaerimichi/access';
import type { Clock, SignedIn } from '@kaerimichi/casework';
import { tokyoDay, type WallLevel } from '@kaerimichi/discharge';
import type { Database } from '../database.ts';
import { hashOfToken, oneTimeToken } from '../people/one-time-token.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { type PinTries, pinTries } from './pin-tries.ts';
import { changeText, contactText, endText, linkText, listText, makeText, openText, sightText } from './screen-texts.ts';

type ScreenSettings = {
  readonly name: string;
  readonly level: WallLevel;
  readonly nightDimming: boolean;
  readonly reducedMotion: boolean;
};
export type NewScreen = ScreenSettings & {
  /** Left out: one is made up. */
  readonly id?: string;
  readonly org: string;
  /** Argon2id in PHC form; null: names cannot be unlocked. */
  readonly pinHash: string | null;
};
type ScreenChanges = Partial<ScreenSettings> & { readonly pinHash?: string | null };

export type StoredScreen = ScreenSettings & {
  readonly id: string;
  readonly org: string;
  readonly membership: string;
  readonly hasPin: boolean;
  readonly state: 'waiting' | 'void' | 'open' | 'revoked';
  readonly madeAt: string;
  readonly lastContactAt: string | null;
  readonly sightUntil: string | null;
};
type ScreenLink = { readonly token: string; readonly expiresAt: string };

/** Wall displays: a membership in the role `display` each, which no person has. */
export type Screens = PinTries & {
  /** The link is given away once; seven days. null: there is one with this id. */
  make(screen: NewScreen): Promise<{ readonly screen: StoredScreen; readonly link: ScreenLink } | null>;
  /** Those of an organisation by name, what was revoked long ago left out. */
  listOf(org: string): Promise<StoredScreen[]>;
  find(id: string): Promise<StoredScreen | null>;
  /** An open wall follows within two seconds. null: none of this organisation, or revoked. */
  change(org: string, id: string, changes: ScreenChanges): Promise<StoredScreen | null>;
  /** A new link; earlier ones and the device that shows it now end. null as for `change`. */
  link(org: string, id: string): Promise<{ readonly screen: StoredScreen; readonly link: ScreenLink } | null>;
  /** Uses a link up: the token goes into the device's cookie. null: used, too old, revoked, or never was. */
  open(token: string): Promise<{ readonly token: string; readonly signedIn: SignedIn } | null>;
  /** A device without a link, as in the demo; null: revoked, or no such one. */
  openById(id: string): Promise<{ readonly token: string; readonly signedIn: SignedIn } | null>;
  /** Ends it for good; again the same. null: none of this organisation. */
  revoke(org: string, id: string): Promise<StoredScreen | null>;
  /** Names are shown from now on, for two minutes, or no longer; open walls follow at once. */
  setSight(id: string, isUnlocked: boolean): Promise<{ readonly until: string | null }>;
  /** That the devices of these screens were heard of. */
  noteContact(ids: readonly string[]): Promise<void>;
};

const LINK_MS = 7 * 24 * 3_600_000;

type Ports = { readonly database: Database; readonly sessions: Sessions; readonly clock: Clock };
type Row = StoredScreen & { readonly person: string };

export function screens(ports: Ports): Screens {
  const { database, clock } = ports;
  return {
    ...pinTries(database, clock),
    ...keeping(ports),
    ...devices(ports),
    find: id => find(ports, id),
    async listOf(org) {
      return (await database.rows<Row>(listText, [org, null, clock.now()])).map(shown);
    },
    noteContact: async ids => void (await database.run(contactText, [ids, clock.now()])),
  };
}

/** What administrators do with screens. */
function keeping(ports: Ports): Pick<Screens, 'make' | 'change' | 'link' | 'revoke'> {
  const { database, sessions, clock } = ports;
  return {
    make: screen => make(ports, screen),
    async change(org, id, changes) {
      const { name, level, nightDimming, reducedMotion, pinHash } = changes;
      const values = [org, id, name, level, nightDimming, reducedMotion, pinHash !== undefined, pinHash ?? null];
      const [changed] = await database.rows<{ person: string }>(changeText, values);
      if (!changed) return null;
      await sessions.changed(changed.person);
      return find(ports, id);
    },
    async link(org, id) {
      const link = newLink(clock);
      const [ended] = await database.rows<{ person: string }>(linkText, [
        org,
        id,
        hashOfToken(link.token),
        link.expiresAt,
      ]);
      if (!ended) return null;
      await sessions.revokeAllOf(ended.person);
      const screen = await find(ports, id);
      return screen && { screen, link };
    },
    async revoke(org, id) {
      const now = clock.now();
      const [ended] = await database.rows<{ person: string }>(endText, [org, id, now, tokyoDay(now)]);
      if (!ended) return null;
      await sessions.revokeAllOf(ended.person);
      return find(ports, id);
    },
  };
}

/** What devices do that are screens. */
function devices(ports: Ports): Pick<Screens, 'open' | 'openById' | 'setSight'> {
  const { database, sessions, clock } = ports;
  const opened = (membership: string | undefined) =>
    membership === undefined ? null : sessions.open(membership, { isDevice: true });
  return {
    async open(token) {
      const [used] = await database.rows<{ membership: string }>(openText, [hashOfToken(token), clock.now()]);
      return opened(used?.membership);
    },
    async openById(id) {
      const screen = await find(ports, id);
      return opened(screen && screen.state !== 'revoked' ? screen.membership : undefined);
    },
    async setSight(id, isUnlocked) {
      const until = isUnlocked ? new Date(Date.parse(clock.now()) + WALL_SIGHT_MS).toISOString() : null;
      const [seen] = await database.rows<{ person: string }>(sightText, [id, until]);
      if (seen) await sessions.lookAgain();
      return { until: seen ? until : null };
    },
  };
}

const newLink = (clock: Clock): ScreenLink => ({
  token: oneTimeToken(),
  expiresAt: new Date(Date.parse(clock.now()) + LINK_MS).toISOString(),
});

const shown = ({ person: _device, ...screen }: Row): StoredScreen => screen;

async function find({ database, clock }: Ports, id: string): Promise<StoredScreen | null> {
  const [row] = await database.rows<Row>(listText, [null, id, clock.now()]);
  return row ? shown(row) : null;
}

async function make(ports: Ports, screen: NewScreen) {
  const { database, clock } = ports;
  const { id = randomUUID(), org, name, level, pinHash, nightDimming, reducedMotion } = screen;
  const [link, now] = [newLink(clock), clock.now()];
  const device = [randomUUID(), randomUUID(), `screen:${id}`, tokyoDay(now)];
  const values = [id, org, name, level, pinHash, nightDimming, reducedMotion, now];
  const made = await database.run(makeText, [...values, ...device, hashOfToken(link.token), link.expiresAt]);
  const stored = made === 0 ? null : await find(ports, id);
  return stored && { screen: stored, link };
}
