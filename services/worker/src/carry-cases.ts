import { cardFor } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import type { Logger } from '@kaerimichi/runtime';
import type { BehindCase, CarriedCase, Store } from '@kaerimichi/store';

type Ports = { readonly store: Pick<Store, 'behindCases'>; readonly log: Logger };

/** Written by one statement: a commit to one of them waits no longer than a nurse notices. */
const AT_ONCE = 100;
/** Of one turn of the clock: what is due meanwhile does not wait for it. */
const TURN_MS = 500;

/**
 * Carries the cases that an earlier version of the pathway left to the present one (docs/decisions/037): every read does
 * so for itself, but what is asked of their rows in the database, and cards on the board, are of before until they are
 * written. Over all of them once, some in every turn; a worker that ends half way, or a second one, goes on with the rest.
 */
export function carryCases({ store, log }: Ports, stopping: AbortSignal, upgrade = upgradeState): () => Promise<void> {
  let after: string | null = null;
  let written = 0;
  let isDone = false;
  const carry = (one: BehindCase): CarriedCase[] => {
    try {
      return [carried(one, upgrade(one.stored))];
    } catch (err) {
      log.error({ caseId: one.caseId, err }, 'a case could not be carried to this version of the pathway');
      return [];
    }
  };
  return async () => {
    if (isDone) return;
    if (after === null) isDone = !(await store.behindCases.isAny());
    const until = performance.now() + TURN_MS;
    while (!isDone && !stopping.aborted && performance.now() < until) {
      const cases: BehindCase[] = await store.behindCases.list(after ?? '', AT_ONCE);
      const ready = cases.flatMap(carry);
      if (ready.length > 0) written += await store.behindCases.carry(ready);
      after = cases.at(-1)?.caseId ?? after ?? '';
      isDone = cases.length < AT_ONCE;
      if (isDone) log.info({ cases: written }, 'cases were carried to this version of the pathway');
    }
  };
}

function carried({ caseId, version, no, identity, at, stored }: BehindCase, state: CarriedCase['state']): CarriedCase {
  const card = cardFor({ id: caseId, no, identity }, state, { version, on: tokyoDay(at) });
  return { caseId, version, from: stored.pathwayVersion, state, card };
}
