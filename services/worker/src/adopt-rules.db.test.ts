import { createCasework } from '@kaerimichi/casework';
import { createLogger } from '@kaerimichi/runtime';
import { openStore, withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adoptRules } from './adopt-rules.ts';
import { startTestWorker, type TestWorker } from './testing/start-test-worker.ts';

const CASES = 60;
let running: TestWorker;

beforeAll(async () => {
  running = await startTestWorker();
});
afterAll(() => running.stop());

const ask = async <Row>(text: string): Promise<Row[]> =>
  (await withOwner(running.adminUrl, client => client.query(text))).rows as Row[];
const adopted = () => ask<{ n: number }>(`SELECT count(*)::int AS n FROM case_event WHERE type = 'rules.adopted'`);

it('gives every live case the rules once, through an end half way and beside another worker, and then looks no more', async () => {
  const nurse = await running.signInNurse();
  const ids: string[] = [];
  for (let n = 0; n < CASES; n += 1) ids.push(await running.register(nurse, '2026-01-01'));
  const { store } = running;
  const [{ lead }] = (await ask<{ lead: string }>(`SELECT facts ->> 'lead' AS lead FROM case_state LIMIT 1`)) as [
    { lead: string },
  ];
  const by = { org: lead, person: 'p' };
  await store.ruleSets.saveDraft(by, { content: { stageDays: { screening: 4 } }, revision: 0 });
  const on = running.clock.now().slice(0, 10);
  // One turn that ends at once, then two workers beside the one that runs.
  const log = createLogger('silent');
  const { clock } = running;
  const others = await Promise.all([0, 1].map(() => openStore({ databaseUrl: running.databaseUrl, clock })));
  const turns = others.map(other => {
    const casework = createCasework({ store: other.cases, log: other.log, clock });
    return adoptRules({ store: other, casework, clock, log }, new AbortController().signal);
  });
  const ended = new AbortController();
  ended.abort();
  await store.ruleSets.publish(by, { revision: 1, fromOn: on });
  await adoptRules(
    { store, casework: createCasework({ store: store.cases, log: store.log, clock }), clock, log },
    ended.signal,
  )();
  await expect
    .poll(
      async () => {
        await Promise.all(turns.map(turn => turn()));
        return (await store.ruleSets.listBehind({ lead, version: 1 }, 100)).length;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  expect(await adopted()).toEqual([{ n: CASES }]);
  expect(await store.ruleSets.listPending(on)).toHaveLength(1);
  // What believed the version before has had its time: a last look, and nobody looks again.
  clock.set(new Date(Date.parse(clock.now()) + 20_000).toISOString());
  await Promise.all(turns.map(turn => turn()));
  expect(await store.ruleSets.listPending(on)).toEqual([]);
  const rows = await ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM deadline WHERE kind = 'stage' AND state = 'open'`,
  );
  expect(rows).toEqual([{ n: CASES }]);
  await Promise.all(others.map(other => other.close()));
}, 120_000);
