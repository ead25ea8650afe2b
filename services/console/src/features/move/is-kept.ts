import type { CaseView, Transition } from '@kaerimichi/contracts';

/** Whether a case goes ways that are not shared with the viewer, who is told of none: then nothing is said about them. */
export const isKept = (view: Pick<CaseView, 'class' | 'hidden'>, transitions: readonly Transition[]): boolean =>
  transitions.length === 0 && (view.class === 'numberOnly' || view.hidden.includes('plan'));
