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

it('compares those behind ones that cannot be compared, which wait on', async () => {
  const nurse = await running.signInNurse();
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push(await running.register(nurse, '2026-01-02'));
  await expect.poll(() => asked('SELECT FROM case_to_compare'), { timeout: 10_000 }).toEqual([]);
  const [broken, good] = [ids.slice(0, 2).sort(), ids.slice(2).sort()];
  await asked(`ALTER TABLE merge_proposal ADD CONSTRAINT broken CHECK (case_a <> '${broken[0]}')`);
  const called = (id: string, name: string) =>
    `UPDATE care_case SET family_kana = '${name}', given_kana = 'うみ', kana_fold = '${name}うみ' WHERE id = '${id}';`;
  // At once, each leaving a row behind the one before.
  await asked(`BEGIN; UPDATE case_access SET org_id = 'org-' || case_id;
    ${broken.map(id => called(id, 'もり')).join('')} ${good.map(id => called(id, 'はやし')).join('')} COMMIT`);
  const waiting = async () =>
    (await asked('SELECT DISTINCT case_id FROM case_to_compare ORDER BY case_id')).map(row => row.case_id);
  await expect.poll(waiting, { timeout: 10_000 }).toEqual(broken);
  expect(await asked('SELECT case_a, case_b FROM merge_proposal')).toEqual([{ case_a: good[0], case_b: good[1] }]);
});
