import { deadlineRelease } from '@kaerimichi/discharge';
import { rowsToRepair } from '@kaerimichi/discharge/chart';
import type { Logger } from '@kaerimichi/runtime';
import type { ArmedCase, Store } from '@kaerimichi/store';

type Ports = { readonly store: Pick<Store, 'deadlines' | 'deployment'>; readonly log: Logger };

/** Cases looked at together, so that a hundred thousand take a few megabytes. */
const AT_ONCE = 200;
/** Of one turn of the clock: what is due meanwhile does not wait for it. */
const TURN_MS = 500;

/**
 * Gives cases under way the rows of deadlines that came into the program after their last event: nothing else would arm
 * them in a case where nobody does anything. Over all of them once for each release, some in every turn of the clock; of
 * two workers both may do it, and write the same.
 */
export function armMissing({ store, log }: Ports, stopping: AbortSignal): () => Promise<void> {
  let after: string | null = null;
  let written = 0;
  let isDone = false;
  return async () => {
    if (isDone) return;
    if (after === null) isDone = (await store.deployment.armedRelease()) >= deadlineRelease;
    const until = performance.now() + TURN_MS;
    while (!isDone && !stopping.aborted && performance.now() < until) {
      const cases: ArmedCase[] = await store.deadlines.listArmed(after ?? '', AT_ONCE);
      for (const one of cases) written += await repair(store, one);
      after = cases.at(-1)?.caseId ?? after ?? '';
      isDone = cases.length < AT_ONCE;
      if (isDone) await store.deployment.noteArmed(deadlineRelease);
      if (isDone && written > 0) log.info({ cases: written }, 'deadlines of cases under way were armed anew');
    }
  };
}

/** 1: rows were written. A case in which something happens meanwhile is looked at again. */
async function repair({ deadlines }: Ports['store'], read: ArmedCase): Promise<0 | 1> {
  let one: ArmedCase | null = read;
  while (one) {
    const changes = rowsToRepair(one.facts, one.rows);
    if (changes.length === 0) return 0;
    if (await deadlines.rearm(one, changes)) return 1;
    one = await deadlines.findArmed(one.caseId);
  }
  return 0;
}
