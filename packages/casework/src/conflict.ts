import { positionOf } from '@kaerimichi/discharge/chart';
import { type Outcome, refused } from './outcome.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

/** Events told with a conflict; a client further behind than this loads afresh. */
const EVENTS_TOLD = 50;

/** 409 with the case now and what happened since the version the client had. */
export async function conflictOf(store: CaseStore, loaded: LoadedCase, seen: number): Promise<Outcome<never>> {
  const rows = await store.listEvents(loaded.id, seen, EVENTS_TOLD);
  return refused({
    code: 'version-conflict',
    current: { version: loaded.version, stage: positionOf(loaded.value).stage },
    events: rows.map(({ seq, type, at }) => ({ seq, type, at })),
  });
}
