import type { CaseView } from '@kaerimichi/contracts';

/** Events that write a known fact anew: their form begins with what is there (nothing is asked twice). */
const revised: Readonly<Record<string, string>> = {
  'plan.written': 'plan',
  'home.checked': 'homeChecked',
  'order.issued': 'nursingOrder',
};
/** Events that also carry the child's care needs. */
const withNeeds = new Set(['plan.written', 'factors.recorded']);

/** First days that are today as a rule: what is given holds from the day it is given. Never a last day. */
const beginsToday: Readonly<Record<string, string>> = { 'consent.recorded': 'from' };

/** What the fields of an event's form begin with: what the case knows of them, and today (a Japanese day) where that is meant. */
export function knownValues(type: string, view: Pick<CaseView, 'facts'>, today: string): Record<string, unknown> {
  const factOf = (name: string) =>
    Object.values(view.facts)
      .map(facts => facts[name])
      .find(fact => fact !== undefined);
  const source = revised[type];
  const fact = source ? factOf(source) : undefined;
  const known = typeof fact === 'object' && fact !== null ? { ...fact } : {};
  const first = beginsToday[type];
  return { ...known, ...(withNeeds.has(type) ? { needs: factOf('needs') } : {}), ...(first ? { [first]: today } : {}) };
}
