import type { CaseView } from '@kaerimichi/contracts';

type Seen = Pick<CaseView, 'class' | 'hidden' | 'sight'>;

/** Rights of a role that read every word of a category. */
const whole: readonly (string | undefined)[] = ['write', 'writeOwn', 'read'];

export type WithheldWord = 'part.hidden' | 'part.notYours' | 'part.unsaid';

/** Why a category is not shown at all: the role has no part in it, or no consent names it. */
export const whyCategory = ({ sight }: Seen, category: string): WithheldWord =>
  sight[category] === undefined ? 'part.notYours' : 'part.hidden';

/**
 * Why the words of an entry are not shown: the role reads no entries of its category, or no consent names that. What is
 * between others, or not even told by its category, has no reason that could be said.
 */
export function whyEntry(view: Seen, category: string): WithheldWord {
  const isTold = category in view.sight || view.hidden.includes(category);
  if (isTold && !whole.includes(view.sight[category])) return 'part.notYours';
  return view.hidden.includes(category) ? 'part.hidden' : 'part.unsaid';
}

/** Whether the way on (what is next, whose turn, how far) is kept from a viewer because of the role. */
export const isWayKept = ({ class: seenAs, sight }: Seen): boolean =>
  seenAs !== 'numberOnly' && !whole.includes(sight.plan);

/** Whether a role is shown a part of a category only: then nothing to see does not mean that nothing is known. */
export const isPart = ({ sight }: Seen, category: string): boolean =>
  sight[category] !== undefined && !whole.includes(sight[category]);
