import type { ToldCase } from '@kaerimichi/casework';
import type { Category, Day, MembershipFlag, RoleId } from '@kaerimichi/discharge';
import type { Statement } from '../database.ts';
import { hashOfToken, oneTimeToken } from '../people/one-time-token.ts';
import { type NewOrganisation, searchTextOf } from '../people/organisations.ts';
import { foldIdentifier } from '../people/people.ts';
import { type CaseRows, rowsOfCase } from './case-rows.ts';
import type { Insertion } from './insertion.ts';
import { nothingWaits, rowsOfWaiting, type WorldWaiting } from './waiting-rows.ts';
import { insertions, seededText } from './world-texts.ts';

/** Somebody with a name to sign in with and one membership. */
export type WorldPerson = {
  readonly id: string;
  readonly identifier: string;
  readonly displayName: string;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly membership: {
    readonly id: string;
    readonly org: string;
    readonly role: RoleId;
    readonly flags: readonly MembershipFlag[];
    readonly fromOn: Day;
  };
};

/** Somebody of a family who came by the code on paper, among the people of the world. */
export type WorldGuardian = {
  readonly person: WorldPerson;
  readonly caseId: string;
  /** Membership of whoever invited. */
  readonly by: string;
  readonly relation: string;
  readonly categories: readonly Category[];
  readonly decides: boolean;
};

type WorldOrganisation = Pick<NewOrganisation, 'kind' | 'name' | 'kana' | 'municipality'> & {
  readonly id: string;
  readonly telephone?: string;
};

export type World = {
  readonly organisations: readonly WorldOrganisation[];
  readonly people: readonly WorldPerson[];
  readonly guardians: readonly WorldGuardian[];
  readonly cases: readonly ToldCase[];
  /** Who is on duty, by organisation, as the contract parses it. */
  readonly duty?: Readonly<Record<string, unknown>>;
  /** How many evaluation beds a house keeps, by organisation. */
  readonly evaluationBeds?: Readonly<Record<string, number>>;
  /** Nothing waits where it is absent. */
  readonly waiting?: WorldWaiting;
  readonly seededAt: string;
};

/** Rows of one statement: some megabytes, and a second of a slow disk at most. */
const BATCH = 4_000;

/** Writes every row of a world and that it was written, within a transaction of the caller's. */
export async function writeWorld(run: Run, world: World): Promise<void> {
  for (const [insertion, rows] of tablesOf(world))
    for (let from = 0; from < rows.length; from += BATCH)
      await run(insertion, columnsOf(insertion, rows.slice(from, from + BATCH)));
  const { rowCount } = await run(seededText, [world.seededAt]);
  if (rowCount !== 1) throw new Error('this database waits for no world: it has one, or is not named yet');
}

type Row = Readonly<Record<string, unknown>>;
export type Run = (statement: Statement, values: unknown[]) => Promise<{ readonly rowCount: number | null }>;

const columnsOf = ({ columns }: Insertion, rows: readonly Row[]): unknown[] =>
  columns.map(column => rows.map(row => row[column] ?? null));

/** Every table with its rows, in the order in which they are written. */
function tablesOf({
  organisations,
  people,
  guardians,
  cases,
  duty = {},
  evaluationBeds = {},
  waiting = nothingWaits,
  seededAt,
}: World): (readonly [Insertion, readonly Row[]])[] {
  const byCase = inOrder(cases).map(rowsOfCase);
  const all = (table: keyof CaseRows) => [insertions[table], byCase.flatMap(rows => rows[table])] as const;
  return [
    [insertions.organisation, organisations.map(organisationRow)],
    [insertions.dutyRoster, Object.entries(duty).map(roster => dutyRow(roster, seededAt))],
    [
      insertions.evaluationBeds,
      Object.entries(evaluationBeds).map(([org_id, beds]) => ({ org_id, beds, said_at: seededAt })),
    ],
    [insertions.person, people.map(personRow)],
    [insertions.membership, people.map(membershipRow)],
    [insertions.guardian, guardians.map(guardian => guardianRow(guardian, seededAt))],
    all('care_case'),
    all('case_state'),
    all('board_card'),
    all('case_access'),
    all('case_event'),
    all('record'),
    all('deadline'),
    all('outbox'),
    ...rowsOfWaiting(waiting),
  ];
}

/** Cases are numbered in the order of their registration. */
const inOrder = (cases: readonly ToldCase[]) =>
  [...cases].sort((a, b) => a.opening.plan.event.at.localeCompare(b.opening.plan.event.at));

function organisationRow({ id, kind, name, kana = null, municipality = null, telephone }: WorldOrganisation): Row {
  const search_text = searchTextOf({ name, kana, nameEn: null, code: null });
  return { id, kind, name, kana, municipality, search_text, details: JSON.stringify(telephone ? { telephone } : {}) };
}

const dutyRow = ([org_id, content]: [string, unknown], changed_at: string): Row => ({
  ...{ org_id, version: 1, changed_at },
  content: JSON.stringify(content),
});

const personRow = ({ id, identifier, displayName, passwordHash }: WorldPerson): Row => ({
  id,
  identifier: foldIdentifier(identifier),
  display_name: displayName,
  password_hash: passwordHash,
});

const membershipRow = ({ id: person_id, membership: { id, org, role, flags, fromOn } }: WorldPerson): Row => ({
  id,
  person_id,
  org_id: org,
  role,
  flags: flags.join(','),
  from_on: fromOn,
});

/** As an invitation that was accepted the moment it was made; its code is nobody's. */
function guardianRow({ person, caseId, by, relation, categories, decides }: WorldGuardian, at: string): Row {
  const { id, org, fromOn } = person.membership;
  const code = { code_hash: hashOfToken(oneTimeToken()), code_expires_at: at };
  const invited = { invited_by: by, invited_at: at, membership_id: id, joined_at: at };
  const what = { relation, categories: categories.join(','), decides, from_on: fromOn };
  return { id: `guardian-${id}`, case_id: caseId, org_id: org, ...what, ...code, ...invited };
}
