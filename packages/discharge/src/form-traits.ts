import type { CaseFacts } from './facts.ts';

/** What a form does beside asking for its fields, said where the event is defined. */
export type FormTraits = {
  /**
   * Asked about once before it is sent. `grave`: no later entry takes it back. `outgoing`: it goes out to others or ends
   * somebody's part, and can be answered later but not unsaid.
   */
  readonly asks?: 'grave' | 'outgoing';
  /** It is asked about for these values of a field alone. */
  readonly asksWhen?: { readonly field: string; readonly is: readonly string[] };
  /** A move after which nobody is offered to take it back at once. */
  readonly isFinal?: true;
  /** Fact that is written anew: the form begins with what is there (nothing is asked twice). */
  readonly knows?: keyof CaseFacts;
  /** The form also carries the child's care needs. */
  readonly knowsNeeds?: true;
  /** First day that is today as a rule: what is given holds from the day it is given. Never a last day. */
  readonly beginsToday?: string;
};

/** The same for machines, with nothing left out. */
export const describeForm = (form: FormTraits, kind: string) => ({
  asks: form.asks ?? null,
  asksWhen: form.asksWhen ? { field: form.asksWhen.field, is: [...form.asksWhen.is] } : null,
  undoable: kind === 'move' && !form.isFinal,
  knows: form.knows ?? null,
  knowsNeeds: form.knowsNeeds ?? false,
  beginsToday: form.beginsToday ?? null,
});
