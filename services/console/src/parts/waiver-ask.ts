import type { CaseView } from '@kaerimichi/contracts';
import { type Item, itemsOf } from '../features/form/items-of.ts';

export type WaiverAsk = { readonly on: string; readonly refusedOn: string | null };

/** What was asked for last about a condition while the case stands where it does; null: nothing. */
export function askOf(view: Pick<CaseView, 'facts'>, requirement: string): WaiverAsk | null {
  const entry = Object.values(view.facts).flatMap(({ entry: found }) => (isEntry(found) ? [found.seq] : []))[0];
  const ask = itemsOf(view, 'waiverAsks').findLast(
    one => one.requirement === requirement && (entry === undefined || one.entry === entry),
  );
  return ask ? { on: textOf(ask, 'on'), refusedOn: textOf(ask, 'refusedOn') || null } : null;
}

const textOf = (item: Item, name: string): string => (typeof item[name] === 'string' ? item[name] : '');
const isEntry = (value: unknown): value is { seq: number } =>
  typeof value === 'object' && value !== null && 'seq' in value && typeof value.seq === 'number';
