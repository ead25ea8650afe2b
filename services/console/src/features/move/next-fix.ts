import type { Transition } from '@kaerimichi/contracts';

type Known = {
  /** What a card says is next: an unmet condition, or the move itself. */
  readonly next: string | null;
  readonly transitions: readonly Transition[];
  /** Events that this person may send to the case. */
  readonly can: readonly string[];
};

/** Address of the form that supplies what is next, for whoever may send it. */
export function nextFix({ next, transitions, can }: Known): string | undefined {
  const reasons = transitions.find(({ forward }) => forward)?.reasons ?? [];
  const fix = reasons.find(({ code }) => code === next)?.fix;
  return fix && can.includes(fix.event) ? fix.route : undefined;
}
