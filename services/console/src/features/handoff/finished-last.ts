import type { HandoffRow } from '@kaerimichi/contracts';

type Dated = Pick<HandoffRow, 'turn' | 'turnedOn'>;

/** What still moves as it was listed; below it what is decided, the newest first. */
export function finishedLast<Row extends Dated>(rows: readonly Row[]): Row[] {
  const finished = rows.filter(({ turn }) => turn === null);
  const newest = finished.toSorted((a, b) => (b.turnedOn ?? '').localeCompare(a.turnedOn ?? ''));
  return [...rows.filter(({ turn }) => turn !== null), ...newest];
}
