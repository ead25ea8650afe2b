import type { FamilyPage } from '@kaerimichi/contracts';

export type FamilyPart = 'now' | 'next' | 'ambulance' | 'contacts' | 'tasks' | 'received';

type Of = Pick<FamilyPage, 'over' | 'granted'>;

/** What the page has, from above, by what was granted. After a death only whom one may talk to: nothing there is urgent. */
export function partsOf({ over, granted }: Of): FamilyPart[] {
  const has = (...categories: readonly string[]) => granted.some(category => categories.includes(category));
  const isShown: Readonly<Record<FamilyPart, boolean>> = {
    now: over === null && has('plan'),
    next: over === null && has('plan'),
    ambulance: over !== 'deceased' && has('contacts'),
    contacts: has('contacts'),
    tasks: over === null && has('clinical', 'plan', 'skills', 'money'),
    received: over !== 'deceased' && has('plan', 'family', 'disaster'),
  };
  return order.filter(part => isShown[part]);
}

const order = ['now', 'next', 'ambulance', 'contacts', 'tasks', 'received'] as const satisfies readonly FamilyPart[];
