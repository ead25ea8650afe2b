import type { Relation } from './people-table.ts';
import { routeColumns } from './route-table.ts';

/**
 * Who is answered about what waits for somebody's decision, by hand from people.md (others send a referral that a lead
 * accepts; a match outside tells nobody but the coordinator; merging needs two people) and docs/decisions/016 and 018,
 * apart from the program's own rules. What no line names is told that there is no such thing.
 *
 * + answered · - refused · . told that there is no such thing · w told that it is decided already
 * ! done: asked on one of its own (waiting-done.ts), so that the next question finds the world as it was
 *
 * The station `partner-all` asked the lead to take a child on, which has not answered; what `stranger` asked was added to
 * the first child's case. The first child and one of `twin-lead` were found to be alike; of the second and another of
 * `twin-lead` the lead's discharge nurse says that they are one, after a coordinator pointed to them. A founder in a hub
 * proposed another hub. `hub*`: of every hub; `founder`: with the flag to administer.
 */
const waitingTable = `
GET /referrals/{id}#waiting                  partner-all  +  +  +  +  +  +  +  +  +  .  .  .  .
GET /referrals/{id}#waiting                  lead         +  .  +  .  +  .  .  .  .  .  .  .  .
GET /referrals/{id}#accepted                 stranger     +  +  +  +  +  +  +  +  +  .  .  .  .
GET /referrals/{id}#accepted                 lead         +  .  +  .  +  .  .  .  .  .  .  .  .
POST /referrals/{id}/decision#accept         partner-all  -  -  -  -  -  -  -  -  -  .  .  .  .
POST /referrals/{id}/decision#accept         lead         !  .  !  .  !  .  .  .  .  .  .  .  .
POST /referrals/{id}/decision#decline        partner-all  -  -  -  -  -  -  -  -  -  .  .  .  .
POST /referrals/{id}/decision#decline        lead         !  .  !  .  !  .  .  .  .  .  .  .  .
POST /referrals/{id}/decision#withdraw       partner-all  !  !  !  !  !  !  !  !  !  .  .  .  .
POST /referrals/{id}/decision#withdraw       lead         -  .  -  .  -  .  .  .  .  .  .  .  .
POST /referrals/{id}/decision#late-withdraw  stranger     w  w  w  w  w  w  w  w  w  .  .  .  .
POST /referrals/{id}/decision#late-withdraw  lead         -  .  -  .  -  .  .  .  .  .  .  .  .
POST /referrals/{id}/decision#late-decline   stranger     -  -  -  -  -  -  -  -  -  .  .  .  .
POST /referrals/{id}/decision#late-decline   lead         w  .  w  .  w  .  .  .  .  .  .  .  .
GET /merges/{id}#found                       hub*         .  .  .  .  +  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#found-propose     hub*         .  .  .  .  !  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#found-confirm     hub*         .  .  .  .  -  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#found-reject      hub*         .  .  .  .  !  .  .  .  .  .  .  .  .
GET /merges/{id}#proposed                    hub*         .  .  .  .  +  .  .  .  .  .  .  .  .
GET /merges/{id}#proposed                    lead         +  .  +  .  +  .  .  .  .  .  .  .  .
GET /merges/{id}#proposed                    twin-lead    +  .  +  .  +  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#propose           hub*         .  .  .  .  w  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#propose           lead         w  .  w  .  w  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#propose           twin-lead    w  .  w  .  w  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#confirm           hub*         .  .  .  .  -  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#confirm           lead         -  .  -  .  -  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#confirm           twin-lead    !  .  !  .  !  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#reject            hub*         .  .  .  .  !  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#reject            lead         !  .  !  .  !  .  .  .  .  .  .  .  .
POST /merges/{id}/decision#reject            twin-lead    !  .  !  .  !  .  .  .  .  .  .  .  .
POST /admin/proposals/{id}/confirm#waiting   founder      .  .  .  .  .  .  .  .  .  .  .  !  .
POST /admin/proposals/{id}/withdraw#waiting  founder      .  .  .  .  .  .  .  .  .  .  .  !  .`;

type Line = { readonly row: string; readonly side: string; readonly letters: readonly string[] };

const lines = waitingTable
  .trim()
  .split('\n')
  .map((line): Line => {
    const [method = '', path = '', side = '', ...letters] = line.split(/\s+/);
    if (letters.length !== routeColumns.length) throw new Error(`${path} ${side}: ${letters.length} letters`);
    return { row: `${method} ${path}`, side, letters };
  });

export const waitingRows: readonly string[] = [...new Set(lines.map(({ row }) => row))];

/** No child decides about these: asked in one organisation of every kind, and in those that the table names. */
export const caselessWaiting: readonly string[] = waitingRows.filter(row => !row.startsWith('GET /merges'));
export const sidesOfReferrals: readonly string[] = ['partner-all', 'stranger'];

/** An organisation that leads a child's other case and has to do with none of the two children. */
export const twinLead: Relation = { name: 'twin-lead', kind: 'hospital', stands: 'stranger', consent: [] };

type Standing = { readonly relation: Relation; readonly role: string; readonly flags: readonly string[] };

const isOn = (side: string, { relation, flags }: Standing): boolean =>
  side === 'hub*' ? relation.kind === 'hub' : side === 'founder' ? flags.includes('orgAdmin') : relation.name === side;

/** The letter of a row for somebody: `.` where no line names them. */
export const waitingLetter = (row: string, who: Standing): string =>
  lines.find(line => line.row === row && isOn(line.side, who))?.letters[routeColumns.indexOf(who.role)] ?? '.';

/** Words that stand in what waits, each in one place. */
export const waitingWords = {
  referralName: 'ツバメノ',
  referralReason: 'swallow-reason',
  acceptedName: 'キツツキノ',
  acceptedReason: 'woodpecker-reason',
  proposedBecause: 'twins-of-one-child',
  hub: '試験の拠点あおさぎ',
} as const;
export type Word = keyof typeof waitingWords | 'foundTwin' | 'proposedTwin' | 'firstChild' | 'secondChild';

/**
 * Where such a word, or a case by its id, is told, and to which side: nowhere else, and to whoever is refused there not
 * either. `knownTo`: whoever is told of a case anyway, hubs of every number; `keptFrom`: whom alone it is looked for with.
 */
type Telling = {
  readonly word: Word;
  readonly told: Readonly<Record<string, string>>;
  readonly knownTo?: string;
  readonly keptFrom?: string;
};
const wordTable: readonly Telling[] = [
  {
    word: 'referralName',
    told: {
      'GET /referrals#in': 'lead',
      'GET /referrals#out': 'partner-all',
      'GET /referrals/{id}#waiting': 'partner-all lead',
    },
  },
  { word: 'referralReason', told: { 'GET /referrals/{id}#waiting': 'partner-all lead' } },
  {
    word: 'acceptedName',
    told: {
      'GET /referrals#in': 'lead',
      'GET /referrals#out': 'stranger',
      'GET /referrals/{id}#accepted': 'stranger lead',
    },
  },
  { word: 'acceptedReason', told: { 'GET /referrals/{id}#accepted': 'stranger lead' } },
  {
    word: 'proposedBecause',
    told: { 'GET /merges': 'hub* lead twin-lead', 'GET /merges/{id}#proposed': 'hub* lead twin-lead' },
  },
  { word: 'hub', told: { 'GET /admin/proposals': 'founder' } },
  { word: 'foundTwin', told: {}, knownTo: 'hub* twin-lead' },
  {
    word: 'proposedTwin',
    told: { 'GET /merges': 'lead', 'GET /merges/{id}#proposed': 'lead' },
    knownTo: 'hub* twin-lead',
  },
  // Who asked is told that it was taken on, and not of which case it became a part.
  { word: 'firstChild', told: {}, keptFrom: 'stranger twin-lead' },
  {
    word: 'secondChild',
    told: { 'GET /merges': 'twin-lead', 'GET /merges/{id}#proposed': 'twin-lead' },
    keptFrom: 'stranger twin-lead',
  },
];

const sidesOf = (sides = ''): string[] => sides.split(' ');

/** Of a hub its coordinators alone are told; the flag alone keeps people of the own organisation, and founds nothing. */
const isOf = (side: string, { role }: Standing): boolean =>
  side === 'hub*' ? role === 'coordinator' : side !== 'founder' || role === 'admin';

/** Which of these words somebody is told in the answer to a row, and which not. */
export function waitingTold(row: string, who: Standing, isAnswered: boolean): [word: Word, isTold: boolean][] {
  const isAmong = (sides?: string) => sidesOf(sides).some(side => isOn(side, who));
  return wordTable
    .filter(({ knownTo, keptFrom }) => !isAmong(knownTo) && (keptFrom === undefined || isAmong(keptFrom)))
    .map(({ word, told }) => [word, isAnswered && sidesOf(told[row]).some(side => isOn(side, who) && isOf(side, who))]);
}
