import { ageOn, type Category, correctedBirth, type Day, deadlineKind, type FullCard } from '@kaerimichi/discharge';
import { fitCard } from './fit-card.ts';
import { tellsDeadline } from './project-deadlines.ts';
import type { CaseAccess } from './viewer.ts';

/** A card as one visibility class sees it (interface.md): nothing personal to the viewer, ages in whole months. */
export type SeenCard = {
  id: string;
  no: string;
  name?: string;
  /** No given name yet. */
  unnamed?: true;
  initial?: string;
  age?: number;
  corrAge?: number;
  /** Of a child that is not born yet. */
  expectedOn?: Day;
  stage: string;
  column: string;
  phase: string;
  tracks: Record<string, string>;
  needs: string[];
  due?: { kind: string; on: Day };
  /** When a consent ends soon, where another day is nearer. */
  consentEnds?: Day;
  /** `owner` and `lent`, who has it by name, to the organisation whose turn it is. */
  turn?: NonNullable<FullCard['turn']>;
  holds: { code: string; n: number }[];
  cond: { done: number; all: number };
  next: string | null;
  owners: string[];
  flags: string[];
  lead: string;
  version: number;
};

// A card never changes, and every reader of one class sees the same of it on a day: a first board is mostly what the last
// reader was shown.
const shown = new WeakMap<FullCard, Map<string, SeenCard>>();

/** The day of the question, and the organisation that asks: it is told its own turn. */
export type CardReader = { readonly on: Day; readonly org: string };

/** The card for one class and its categories on a day; the same object for the same question, not to be changed. */
export function projectCard(card: FullCard, access: CaseAccess, { on, org }: CardReader): SeenCard {
  const isOwnTurn = card.turn?.org === org;
  const key = `${on} ${visibilityKey(access)} ${isOwnTurn}`;
  const known = shown.get(card);
  const before = known?.get(key);
  if (before) return before;
  const seen = project(card, access, { on, isOwnTurn });
  // Yesterday's ages are asked for no more.
  if (known && known.size < KEYS_PER_CARD) known.set(key, seen);
  else shown.set(card, new Map([[key, seen]]));
  return seen;
}

/** Sets of categories that families consent to are few. */
const KEYS_PER_CARD = 16;

/** Written by hand, so that nothing new leaks by itself. Never kana or birth date. */
function project(card: FullCard, access: CaseAccess, { on, isOwnTurn }: { on: Day; isOwnTurn: boolean }): SeenCard {
  if (access.class === 'full') return fitCard(full(isOwnTurn || isOfLead(card) ? card : withoutOwner(card), on));
  if (access.class === 'invited') return fitCard(invited(card, access.categories, on));
  // Whoever is asked is told so, whatever else is shared: else nobody answers.
  const own = isOwnTurn && card.turn ? { turn: card.turn } : {};
  return access.class === 'partner'
    ? fitCard({ ...partner(isOwnTurn ? card : withoutCandidate(withoutOwner(card)), access.categories, on), ...own })
    : { ...numberOnly(card), ...own };
}

/**
 * Number, stage, due date and holds: what a hub or a candidate sees without consent. Conditions are 0 of 0 and the next
 * step null: how far a child is counts as its plan.
 */
export function numberOnly(card: FullCard): SeenCard {
  const { id, no, stage, column, phase, due, holds, lead, version } = card;
  return {
    id,
    no,
    stage,
    column,
    phase,
    tracks: {},
    needs: [],
    ...dueFor(due, () => false),
    holds: [...holds],
    cond: { done: 0, all: 0 },
    next: null,
    owners: [],
    flags: card.flags.filter(flag => flagsOfNumber.includes(flag)),
    lead,
    version,
  };
}

/** Where no organisation is named it is the lead's turn, unless it is a coordinator's. */
const isOfLead = ({ turn, lead }: FullCard): boolean => (turn?.org ?? lead) === lead;

/** Whom another organisation gave a task to is its own. */
function withoutOwner(card: FullCard): FullCard {
  if (!card.turn) return card;
  const { owner: _owner, lent: _lent, ...turn } = card.turn;
  return { ...card, turn };
}

/** Partners learn that an answer is waited for, not whose: who was asked, and said no, is between them and the lead. */
function withoutCandidate(card: FullCard): FullCard {
  const { turn, lead, owners } = card;
  if (!turn?.org || turn.org === lead || owners.includes(turn.org)) return card;
  return { ...card, turn: { ...turn, org: null } };
}

/** Stands for the kind of a due date that is not shared: that something is due may be known, not what. */
const UNNAMED = 'due';

type Shares = (category: Category) => boolean;

/** The next due date: its day, with its kind for whoever is shared the plan and what the date follows from. */
export function dueFor(due: FullCard['due'], shares: Shares): Pick<SeenCard, 'due'> {
  if (!due || (tellsBirthday(due) && !(shares('plan') && shares('contacts')))) return {};
  const isNamed = tellsDeadline(due.kind, shares);
  return { due: isNamed ? due : { kind: UNNAMED, on: due.on } };
}

const CONSENT_ENDS = 'lapse.consent';
const consentOf = ({ consentEnds }: FullCard): Pick<SeenCard, 'consentEnds'> => (consentEnds ? { consentEnds } : {});

/** The prompts at twelve and fifteen fall on the birthday; of a kind that nobody knows the worst is thought. */
const tellsBirthday = ({ kind }: { kind: string }): boolean => deadlineKind(kind)?.tellsBirthday ?? true;

/** What consent names: name and ages with contacts, needs with clinical, the way and who walks it with plan. */
function partner(card: FullCard, categories: readonly Category[], on: Day): SeenCard {
  const shares = (category: Category | undefined) => category !== undefined && categories.includes(category);
  return {
    ...numberOnly(card),
    ...(shares('contacts') ? whoOf(card, on) : {}),
    ...(shares('clinical') ? { needs: [...card.needs] } : {}),
    ...(shares('plan') ? wayOf(card) : {}),
    ...dueFor(card.due, shares),
    ...(tellsDeadline(CONSENT_ENDS, shares) ? consentOf(card) : {}),
    flags: card.flags.filter(flag => flagsOfNumber.includes(flag) || shares(categoryOfFlag[flag])),
  };
}

/** A guardian is told no reason why a case is not moving, nor whose turn it is: those words are for those who work. */
const invited = (card: FullCard, categories: readonly Category[], on: Day): SeenCard => {
  const { due: _due, ...rest } = numberOnly(card);
  return {
    ...rest,
    ...(categories.includes('contacts') ? whoOf(card, on) : {}),
    ...(categories.includes('clinical') ? { needs: [...card.needs] } : {}),
    holds: [],
    flags: [],
  };
};

const full = (card: FullCard, on: Day): SeenCard => ({
  ...numberOnly(card),
  ...(card.due ? { due: card.due } : {}),
  ...consentOf(card),
  ...whoOf(card, on),
  needs: [...card.needs],
  ...wayOf(card),
  flags: [...card.flags],
});

/** Flags that say no more than the stage does. */
const flagsOfNumber: readonly string[] = ['onTrialStay', 'readmitted'];
/** What a flag tells; one that is not named here is for the lead alone. */
const categoryOfFlag: Readonly<Record<string, Category>> = {
  discharged15: 'contacts',
  deceased: 'clinical',
  exception: 'plan',
  adopted: 'plan',
  evaluationFromHome: 'plan',
  evaluationFromWard: 'plan',
};

const wayOf = (card: FullCard): Pick<SeenCard, 'cond' | 'next' | 'owners' | 'tracks' | 'turn'> => ({
  cond: card.cond,
  next: card.next,
  owners: [...card.owners],
  tracks: { ...card.tracks },
  ...(card.turn ? { turn: card.turn } : {}),
});

const whoOf = (card: FullCard, on: Day): Pick<SeenCard, 'name' | 'unnamed' | 'age' | 'corrAge' | 'expectedOn'> => ({
  ...(card.name ? { name: card.name } : {}),
  ...(card.unnamed ? { unnamed: true } : {}),
  ...(card.expectedOn ? { expectedOn: card.expectedOn } : {}),
  ...agesOf(card, on),
});

/** Corrected age is shown until three years (experience.md §4.3). */
const CORRECTED_UNTIL_MONTHS = 36;

const monthsOn = (from: Day, on: Day): number => {
  const age = ageOn(from, on);
  return age ? age.years * 12 + age.months : 0;
};

/** Completed months since birth and, for a preterm child, since the day it was expected (修正月齢); 0 before that day. */
export function agesOf({ bornOn, gestationWeeks }: FullCard, on: Day): Pick<SeenCard, 'age' | 'corrAge'> {
  if (!bornOn || on < bornOn) return {};
  const age = monthsOn(bornOn, on);
  const corrected = gestationWeeks === null ? null : correctedBirth(bornOn, gestationWeeks);
  if (!corrected || age >= CORRECTED_UNTIL_MONTHS) return { age };
  return { age, corrAge: monthsOn(corrected, on) };
}

/** Cards with the same key are the same bytes: a delta is serialised once per key, not once per socket. */
export const visibilityKey = ({ class: visibility, categories }: CaseAccess): string =>
  visibility === 'partner' ? `partner:${[...categories].sort().join(',')}` : visibility;
