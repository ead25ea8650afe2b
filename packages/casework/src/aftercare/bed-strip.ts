import { accessOf, mayWrite } from '@kaerimichi/access';
import { addDays, bedOfRef, type Day } from '@kaerimichi/discharge';
import type { CaseworkPorts } from '../casework.ts';
import type { BedRow, LoadedCase, SignedIn } from '../ports.ts';
import type { BedDaySeen, BedsSeen } from './aftercare-seen.ts';

/** Days of a strip: two weeks, which a screen bears. */
const STRIP_DAYS = 14;
/** Longer than any list of a house has been. */
const MOST_WAITING = 30;

type Asked = { readonly who: SignedIn; readonly loaded: LoadedCase; readonly from: Day };

/**
 * The evaluation beds of the house that leads, by day, and who waits for one. Told to that house alone: how full its beds
 * are, and of whom, is nobody else's. A case that the viewer does not see is a taken bed without a number.
 */
export async function bedStrip(ports: CaseworkPorts, { who, loaded, from }: Asked): Promise<BedsSeen | null> {
  const house = loaded.facts.lead;
  if (who.viewer.org !== house || !accessOf(loaded, who.viewer)) return null;
  const to = addDays(from, STRIP_DAYS - 1);
  const [count, rows, waits] = await Promise.all([
    ports.store.evaluationBeds(house),
    ports.store.bedDays(house, { from, to }),
    ports.store.bedWaits(house, MOST_WAITING),
  ]);
  const cases = await casesOf(ports, [...rows, ...waits], who);
  const days = Array.from({ length: STRIP_DAYS }, (_, at) => addDays(from, at));
  const dayOf = (no: number, on: Day): BedDaySeen => {
    const row = rows.find(one => one.on === on && bedOfRef(one.ref)?.no === no);
    if (!row) return { on, is: 'free', caseNo: null };
    return { on, is: row.caseId === loaded.id ? 'own' : 'taken', caseNo: cases.get(row.caseId)?.no ?? null };
  };
  return {
    ...{ house, count },
    beds: Array.from({ length: count ?? 0 }, (_, at) => ({ no: at + 1, days: days.map(on => dayOf(at + 1, on)) })),
    waiting: waits.map(({ caseId, ref, on }) => {
      const known = cases.get(caseId);
      const wished = known?.facts.evaluations.find(({ id }) => ref === `${house}.${id}`);
      return {
        ...{ caseNo: known?.no ?? null, isOwn: caseId === loaded.id, since: on },
        ...{ from: wished?.from ?? null, to: wished?.to ?? null },
      };
    }),
    mayKeep: mayWrite(who.viewer, loaded, 'evaluation.bedHeld'),
  };
}

/** Those of these cases that the viewer sees. */
async function casesOf(
  ports: CaseworkPorts,
  rows: readonly BedRow[],
  { viewer }: SignedIn,
): Promise<ReadonlyMap<string, LoadedCase>> {
  const ids = [...new Set(rows.map(({ caseId }) => caseId))];
  const all = await Promise.all(ids.map(id => ports.store.load(id)));
  return new Map(all.flatMap(one => (one && accessOf(one, viewer) ? [[one.id, one] as const] : [])));
}
