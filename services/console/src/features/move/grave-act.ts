import type { Transition } from '@kaerimichi/contracts';

/** What the next entry cannot take back, whether or not something else follows from it. */
const grave: readonly string[] = ['child.died', 'case.closed', 'case.completed', 'discharge.done', 'consent.withdrawn'];

export const isGrave = (type: string): boolean => grave.includes(type);

/** What goes out to others, or ends somebody's part: it can be answered later, but not unsaid. */
const outgoing: readonly string[] = ['lead.offered', 'lead.accepted', 'handoff.sent', 'handoff.declined'];

const goesOut = ({ type, values }: Act): boolean =>
  outgoing.includes(type) || (type === 'candidate.answered' && ['declined', 'ended'].includes(String(values.answer)));

type Act = {
  readonly type: string;
  /** What the form holds: it decides between the variants of a move (how a case is closed). */
  readonly values: Readonly<Record<string, unknown>>;
  /** Moves of the case as the server explains them. */
  readonly transitions: readonly Transition[];
};

export type Following = {
  /** Whether it is asked about once before it is sent. */
  readonly isAsked: boolean;
  /** What follows, as the definition of the act says it. */
  readonly effects: readonly string[];
  /** Stage that it leads to; null where it moves nothing, or where the form does not say yet. */
  readonly to: string | null;
};

/** What follows from an act that is recorded by its form. */
export function following(act: Act): Following {
  const { type, values, transitions } = act;
  const variants = transitions.filter(({ event }) => event === type);
  const fits = ({ fixed }: Transition) => Object.entries(fixed).every(([name, value]) => values[name] === value);
  const chosen = variants.find(fits);
  const effects = (chosen ?? variants[0])?.effects ?? [];
  return { isAsked: isGrave(type) || goesOut(act) || effects.length > 0, effects, to: chosen?.to ?? null };
}
