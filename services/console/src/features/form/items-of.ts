import type { CaseView } from '@kaerimichi/contracts';

export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of the case's facts, in whatever category it stands. */
export function itemsOf(view: Pick<CaseView, 'facts'> | null, name: string): Item[] {
  const lists = Object.values(view?.facts ?? {}).map(category => category[name]);
  return lists.flatMap(list => (Array.isArray(list) ? list.filter(isItem) : []));
}
