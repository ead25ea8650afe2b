import { ageOn, type Day, daysBetween, type FullCard } from '@kaerimichi/discharge';
import type { CaseAccess } from './viewer.ts';

/** A card as one visibility class sees it (interface.md): nothing personal to the viewer, ages in whole months. */
export type SeenCard = {
  id: string;
  no: string;
  name?: string;
  initial?: string;
  age?: number;
  corrAge?: number;
  stage: string;
  column: string;
  phase: string;
  tracks: Record<string, string>;
  needs: string[];
  due?: { kind: string; on: Day };
  turn?: { org: string | null; role: string; since: Day };
  holds: { code: string; n: number }[];
  cond: { done: number; all: number };
  next: string | null;
  owners: string[];
  flags: string[];
  lead: string;
  version: number;
};

/** Number, stage, due date and holds: what a hub or a candidate sees without consent. */
function numberOnly(card: FullCard): SeenCard {
  const { id, no, stage, column, phase, due, holds, lead, version } = card;
  return {
    id,
    no,
    stage,
    column,
    phase,
    tracks: {},
    needs: [],
    ...(due ? { due } : {}),
    holds: [...holds],
    cond: { done: 0, all: 0 },
    next: null,
    owners: [],
    flags: [],
    lead,
    version,
  };
}

const FULL_TERM_WEEKS = 40;
const PRETERM_BELOW_WEEKS = 37;
/** Corrected age is shown until three years (experience.md §4.3). */
const CORRECTED_UNTIL_MONTHS = 36;

function agesOf({ bornOn, gestationWeeks }: FullCard, on: Day): Pick<SeenCard, 'age' | 'corrAge'> {
  const age = bornOn ? ageOn(bornOn, on) : null;
  if (!age || !bornOn) return {};
  const months = age.years * 12 + age.months;
  const isPreterm = gestationWeeks !== null && gestationWeeks < PRETERM_BELOW_WEEKS;
  if (!isPreterm || months >= CORRECTED_UNTIL_MONTHS) return { age: months };
  const early = (FULL_TERM_WEEKS - gestationWeeks) * 7;
  return { age: months, corrAge: Math.max(0, Math.floor((daysBetween(bornOn, on) - early) / 30.44)) };
}

/** The card for one class and its categories: written by hand, so that nothing new leaks by itself. */
export function projectCard(card: FullCard, access: CaseAccess, on: Day): SeenCard {
  const base = numberOnly(card);
  if (access.class === 'numberOnly') return base;
  const shares = (category: CaseAccess['categories'][number]) => access.categories.includes(category);
  const plan = shares('plan')
    ? {
        cond: card.cond,
        next: card.next,
        owners: [...card.owners],
        tracks: { ...card.tracks },
        flags: [...card.flags],
        ...(card.turn ? { turn: card.turn } : {}),
      }
    : {};
  return {
    ...base,
    ...(shares('contacts') && card.name ? { name: card.name } : {}),
    ...(shares('contacts') ? agesOf(card, on) : {}),
    ...(shares('clinical') ? { needs: [...card.needs] } : {}),
    ...plan,
  };
}

/** Cards with the same key are the same bytes: a delta is serialised once per key, not once per socket. */
export const visibilityKey = ({ class: visibility, categories }: CaseAccess): string =>
  visibility === 'partner' ? `partner:${[...categories].sort().join(',')}` : visibility;
