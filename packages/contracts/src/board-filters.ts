import { addDays, type Day } from '@kaerimichi/discharge';
import type { Card } from './card.ts';

/** `3d`, `7d`: within so many days, what is overdue included. */
export const dueChoices = ['overdue', 'today', '3d', '7d', 'none'] as const;

/** By what a card is filtered; `town`, `station` and `owner` are organisations that carry the case. */
export type CardFilterKind =
  | ('stage' | 'column' | 'hold' | 'need' | 'lead' | 'due')
  | ('town' | 'station' | 'owner' | 'age' | 'consent');
/** By kind the values of which a card has one, `any` for any hold; an absent or empty list asks for nothing. */
export type CardFilters = Partial<Readonly<Record<CardFilterKind, readonly string[]>>>;

type Aged = Partial<Pick<Card, 'age' | 'expectedOn'>>;
type Shown = Pick<Card, 'stage' | 'column' | 'holds' | 'needs' | 'lead' | 'due' | 'turn'> &
  Aged &
  Partial<Pick<Card, 'owners' | 'consentEnds'>>;

const carries = ({ owners }: Shown, org: string) => owners?.includes(org) ?? false;

/** Whether a card has one value of a kind. */
const has: Readonly<Record<CardFilterKind, (card: Shown, value: string, today: Day) => boolean>> = {
  stage: ({ stage }, value) => stage === value,
  column: ({ column }, value) => column === value,
  hold: ({ holds }, code) => (code === 'any' ? holds.length > 0 : holds.some(hold => hold.code === code)),
  need: ({ needs }, need) => needs.includes(need),
  lead: ({ lead }, org) => lead === org,
  due: ({ due }, choice, today) => isDue(due?.on, choice, today),
  town: carries,
  station: carries,
  owner: carries,
  age: (card, band) => ageBandOf(card) === band,
  consent: (card, choice, today) => isDue(consentEndOf(card), choice, today),
};
const kinds = Object.keys(has) as readonly CardFilterKind[];

/** Whether a card as its viewer sees it has one value of one kind. */
export const fitsFilter = (card: Shown, kind: CardFilterKind, value: string, today: Day): boolean =>
  has[kind](card, value, today);

/** Whether a card as its viewer sees it has what every kind asks for: a filter tells nothing that the card does not. */
export const fitsFilters = (card: Shown, filters: CardFilters, today: Day): boolean =>
  kinds.every(kind => {
    const wanted = filters[kind] ?? [];
    return wanted.length === 0 || wanted.some(value => has[kind](card, value, today));
  });

/** Kind of the deadline that a card names when a consent is what ends next. */
const CONSENT_ENDS = 'lapse.consent';
/** Said as what is due next, or beside it where something else is. */
const consentEndOf = ({ due, consentEnds }: Shown): Day | undefined =>
  due?.kind === CONSENT_ENDS ? due.on : consentEnds;
export const consentChoices = ['overdue', '7d', '30d'] as const;

const spans: Readonly<Record<string, number>> = { '3d': 3, '7d': 7, '30d': 30 };

function isDue(on: Day | undefined, choice: string, today: Day): boolean {
  if (choice === 'none') return on === undefined;
  if (on === undefined) return false;
  if (choice === 'overdue') return on < today;
  if (choice === 'today') return on === today;
  return on <= addDays(today, spans[choice] ?? 7);
}

/** 年齢区分, youngest first; a card whose age is not shared is in none. */
export const ageBands = ['unborn', 'under1', 'from1', 'from6', 'from12', 'from15'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Completed months from which a band begins, oldest first. */
const bandsFrom: readonly (readonly [AgeBand, number])[] = [
  ['from15', 180],
  ['from12', 144],
  ['from6', 72],
  ['from1', 12],
  ['under1', 0],
];

export function ageBandOf({ age, expectedOn }: Aged): AgeBand | null {
  if (age === undefined) return expectedOn === undefined ? null : 'unborn';
  return bandsFrom.find(([, months]) => age >= months)?.[0] ?? null;
}

/** Organisation whose turn it is: the lead where the turn names none; null where it is nobody's. */
export const orgOfTurn = ({ turn, lead }: Shown): string | null => (turn ? (turn.org ?? lead) : null);
