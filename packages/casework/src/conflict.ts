import { knowsWay, type Viewer } from '@kaerimichi/access';
import { positionOf } from '@kaerimichi/discharge/chart';
import { HIDDEN, readerOf, typeFor } from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';
import { type Outcome, refused } from './outcome.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

/** Events told with a conflict; a client further behind than this loads afresh. */
const EVENTS_TOLD = 50;

type Stale = { readonly viewer: Viewer; readonly loaded: LoadedCase; readonly seen: number };

/** Where a case stands, for whoever is told; empty for whoever is not. */
export const stageFor = (viewer: Viewer, { stage }: { readonly stage: string }): string =>
  knowsWay(viewer) ? stage : '';

/** 409 with the case now and what happened since the version the client had, as far as this viewer may know it. */
export async function conflictOf(store: CaseStore, { viewer, loaded, seen }: Stale): Promise<Outcome<never>> {
  const rows = await store.listEvents(loaded.id, seen, EVENTS_TOLD);
  const reader = readerOf(viewer, loaded);
  return refused({
    code: 'version-conflict',
    current: { version: loaded.version, stage: stageFor(viewer, positionOf(loaded.value)) },
    events: rows.map(({ seq, at, payload }) => {
      const type = typeFor(parseEventBytes(payload), reader);
      return type === HIDDEN ? { seq, type } : { seq, type, at };
    }),
  });
}
