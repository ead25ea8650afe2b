import { withOwner } from '@kaerimichi/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestWorker, type TestWorker } from './testing/start-test-worker.ts';

let running: TestWorker;
beforeEach(async () => {
  running = await startTestWorker();
});
afterEach(() => running.stop());

const asked = async (text: string, values: unknown[] = []) =>
  (await withOwner(running.adminUrl, client => client.query(text, values))).rows;

it('compares each child that is new with all others, once', async () => {
  const nurse = await running.signInNurse();
  const twice = [await running.register(nurse, '2026-01-01'), await running.register(nurse, '2026-01-01')];
  const away = `UPDATE case_access SET org_id = 'elsewhere' WHERE case_id = $1`;
  await asked(away, [twice[0]]);
  await asked(`UPDATE care_case SET family_kana = 'いしい', given_kana = 'そら', kana_fold = 'いしいそら'`);
  await expect.poll(() => asked('SELECT FROM case_to_compare'), { timeout: 10_000 }).toEqual([]);
  const found = await asked('SELECT case_a, case_b, state FROM merge_proposal');
  expect(found).toEqual([{ case_a: [...twice].sort()[0], case_b: [...twice].sort()[1], state: 'found' }]);
});
