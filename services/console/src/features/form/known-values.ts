import type { CaseView } from '@kaerimichi/contracts';

/** Events that write a known fact anew: their form begins with what is there (nothing is asked twice). */
const revised: Readonly<Record<string, string>> = {
  'plan.written': 'plan',
  'home.checked': 'homeChecked',
  'order.issued': 'nursingOrder',
};
/** Events that also carry the child's care needs. */
const withNeeds = new Set(['plan.written', 'factors.recorded']);

/** What the case knows of the fields of an event's form. */
export function knownValues(type: string, view: Pick<CaseView, 'facts'>): Record<string, unknown> {
  const factOf = (name: string) =>
    Object.values(view.facts)
      .map(facts => facts[name])
      .find(fact => fact !== undefined);
  const source = revised[type];
  const fact = source ? factOf(source) : undefined;
  const known = typeof fact === 'object' && fact !== null ? { ...fact } : {};
  return withNeeds.has(type) ? { ...known, needs: factOf('needs') } : known;
}
