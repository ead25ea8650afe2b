import type { CaseView, Pathway } from '@kaerimichi/contracts';

type Form = Pathway['events'][number]['form'];

/** What the fields of an event's form begin with: what the case knows of them, and today (a Japanese day) where that is meant. */
export function knownValues(form: Form, view: Pick<CaseView, 'facts'>, today: string): Record<string, unknown> {
  const factOf = (name: string) =>
    Object.values(view.facts)
      .map(facts => facts[name])
      .find(fact => fact !== undefined);
  const { knows, knowsNeeds, beginsToday: first } = form;
  const fact = knows ? factOf(knows) : undefined;
  const known = typeof fact === 'object' && fact !== null ? { ...fact } : {};
  return { ...known, ...(knowsNeeds ? { needs: factOf('needs') } : {}), ...(first ? { [first]: today } : {}) };
}
