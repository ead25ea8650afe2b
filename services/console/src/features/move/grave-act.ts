import type { Pathway, Transition } from '@kaerimichi/contracts';

type Event = Pick<Pathway['events'][number], 'type' | 'form'>;

/** What the next entry cannot take back, whether or not something else follows from it. */
export const isGrave = ({ form }: Event): boolean => form.asks === 'grave';

const asks = ({ event: { form }, values }: Act): boolean =>
  form.asks !== null && (form.asksWhen === null || form.asksWhen.is.includes(String(values[form.asksWhen.field])));

type Act = {
  readonly event: Event;
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
  const { event, values, transitions } = act;
  const variants = transitions.filter(move => move.event === event.type);
  const fits = ({ fixed }: Transition) => Object.entries(fixed).every(([name, value]) => values[name] === value);
  const chosen = variants.find(fits);
  const effects = (chosen ?? variants[0])?.effects ?? [];
  return { isAsked: asks(act) || effects.length > 0, effects, to: chosen?.to ?? null };
}
