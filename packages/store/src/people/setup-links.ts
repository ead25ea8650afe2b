import type { Clock } from '@kaerimichi/casework';
import type { Day } from '@kaerimichi/discharge';
import type { Prisma } from '../administration/prisma.ts';
import type { Hubs } from '../cases/hubs.ts';
import type { Database, Statement } from '../database.ts';
import { hashOfToken, oneTimeToken } from './one-time-token.ts';
import {
  type NewOrganisation,
  nullWhenTaken,
  type Organisation,
  organisationRow,
  toOrganisation,
} from './organisations.ts';
import { insertMember, type NewPerson, type Person, toPerson } from './people.ts';

/** One-time links that let the first administrator in; the table keeps only the token's hash. */
export type SetupLinks = {
  /** A token for the link's fragment, good for half an hour; earlier ones stop working. */
  create(): Promise<{ token: string; expiresAt: string }>;
  /** `open`: it can be used. `done`: it cannot, since somebody is there already. `void`: it cannot, and nobody is. */
  stateOf(token: string): Promise<SetupState>;
  /**
   * Uses it up for the first organisation and its administrator, all of it or nothing: what is cut off can be done again
   * with the same link. `void`: it was used, is too old, or never was. null: the identifier is taken.
   */
  setUp(token: string, first: FirstSetup): Promise<SetUp | 'void' | null>;
};

type FirstSetup = { readonly organisation: NewOrganisation; readonly person: NewPerson; readonly on: Day };
type SetUp = { readonly organisation: Organisation; readonly person: Person };

type SetupState = 'open' | 'done' | 'void';

const VALID_MS = 30 * 60_000;

type Ports = { prisma: Prisma; database: Database; hubs: Hubs; clock: Clock };

export function setupLinks(ports: Ports): SetupLinks {
  const { database, clock } = ports;
  const about = (token: string) => [hashOfToken(token), clock.now()];
  return {
    async create() {
      const token = oneTimeToken();
      const [hash, at = ''] = about(token);
      const expiresAt = new Date(Date.parse(at) + VALID_MS).toISOString();
      await database.run(createText, [hash, at, expiresAt]);
      return { token, expiresAt };
    },
    async stateOf(token) {
      const [found] = await database.rows<{ is_open: boolean; is_done: boolean }>(stateText, about(token));
      if (found?.is_open) return 'open';
      return found?.is_done ? 'done' : 'void';
    },
    setUp: (token, first) => setUp(ports, token, first),
  };
}

const createText: Statement = {
  text: `WITH ended AS (UPDATE setup_link SET used_at = $2 WHERE used_at IS NULL)
    INSERT INTO setup_link (token_hash, created_at, expires_at) VALUES ($1, $2, $3)`,
};
const stateText: Statement = {
  text: `SELECT EXISTS (SELECT FROM setup_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2) AS is_open,
    EXISTS (SELECT FROM membership) AS is_done`,
};

async function setUp({ prisma, hubs, clock }: Ports, token: string, { organisation, person, on }: FirstSetup) {
  const at = new Date(clock.now());
  const done = await prisma(client =>
    client.$transaction(async transaction => {
      const good = { tokenHash: hashOfToken(token), usedAt: null, expiresAt: { gt: at } };
      const { count } = await transaction.setupLink.updateMany({ where: good, data: { usedAt: at } });
      if (count === 0) return 'void' as const;
      const org = await transaction.organisation.create({ data: organisationRow(organisation) });
      const administrator = { org: org.id, role: 'admin', flags: ['orgAdmin'], fromOn: on } as const;
      return { org, person: await insertMember(transaction, person, administrator) };
    }),
  ).catch(nullWhenTaken);
  if (!done || done === 'void') return done;
  hubs.forget();
  return { organisation: toOrganisation(done.org), person: toPerson(done.person) };
}
