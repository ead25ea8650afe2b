import type { FullCard } from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import { createLogger } from '@kaerimichi/runtime';
import { withOwner } from '@kaerimichi/store';
import type { SignedInPerson } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryCases } from './carry-cases.ts';
import { startTestWorker, type TestWorker } from './testing/start-test-worker.ts';

let running: TestWorker;
let nurse: SignedInPerson;

beforeEach(async () => {
  running = await startTestWorker();
  nurse = await running.signInNurse();
});
afterEach(() => running.stop());

/** Version and due date of the card as everyone's board has it. */
const cardOf = async (caseId: string) => {
  const text = 'SELECT card FROM board_card WHERE case_id = $1';
  const [row] = (await withOwner(running.adminUrl, client => client.query<{ card: FullCard }>(text, [caseId]))).rows;
  return { version: row?.card.version, due: row?.card.due ?? null };
};
const typesOf = (id: string) => running.typesOf(id);
/** Longer than a turn of the clock. */
const aWhile = () => new Promise(resolve => setTimeout(resolve, 1_500));
const eventually = { timeout: 10_000 };

describe('the card of a case in which nobody does anything', () => {
  it('shows a skill to be checked again thirty days ahead, and what lapsed on its day', async () => {
    const id = await running.register(nurse, '2026-01-01');
    const skill = { type: 'skill.assessed', procedure: 'suctionTracheal', caregiver: 'mother', level: 4 };
    await running.send(nurse, { caseId: id, match: 1 }, skill);
    // “Alone” on 1 December holds for 90 days, until 1 March; the day after is the day it lapses.
    running.clock.set('2027-01-30T14:59:00.000Z');
    await aWhile();
    expect(await cardOf(id)).toEqual({ version: 2, due: null });
    running.clock.set('2027-01-30T15:00:00.000Z');
    await expect
      .poll(() => cardOf(id), eventually)
      .toEqual({
        version: 3,
        due: { kind: 'lapse.skill', on: '2027-03-02' },
      });
    running.clock.set('2027-03-02T00:00:00.000Z');
    await expect.poll(() => cardOf(id), eventually).toEqual({ version: 4, due: null });
    expect(await typesOf(id)).toEqual(['case.registered', 'skill.assessed', 'due.neared', 'fact.lapsed']);
  });

  it('shows the prompt at fifteen thirty days before the day, once', async () => {
    const id = await running.register(nurse, '2012-03-10');
    await expect.poll(() => typesOf(id), eventually).toEqual(['case.registered', 'adult.prompted']);
    running.clock.set('2027-02-07T00:00:00.000Z');
    await expect.poll(() => cardOf(id), eventually).toEqual({ version: 3, due: { kind: 'adult15', on: '2027-03-09' } });
    running.clock.set('2028-02-07T00:00:00.000Z');
    await aWhile();
    expect(await typesOf(id)).toEqual(['case.registered', 'adult.prompted', 'due.neared']);
  });

  it('is that of the present pathway once its case was carried there, and its days are those of before', async () => {
    const ids = [await running.register(nurse, '2026-01-01'), await running.register(nurse, '2026-01-01')];
    const [id = '', odd = ''] = ids;
    const { store } = running;
    const hold = { type: 'hold.added', holdId: 'h1', code: 'other', recheckOn: '2027-01-12' };
    for (const caseId of ids) await running.send(nurse, { caseId, match: 1 }, hold);
    const asOwner = (text: string, values: unknown[] = []) =>
      withOwner(running.adminUrl, async client => (await client.query(text, values)).rows);
    const days = () => asOwner('SELECT * FROM deadline ORDER BY case_id, kind, ref');
    const before = await days();
    await asOwner(
      `UPDATE case_state SET pathway_version = 0, facts = replace(facts::text, '"needs"', '"wants"')::json`,
    );
    await asOwner(`UPDATE case_state SET facts = '{}' WHERE case_id = $1`, [odd]);
    await asOwner(`UPDATE board_card SET card = replace(card::text, '"screening"', '"intake"')::json`);
    const stages = async () => (await store.board.cardsOf('hospital', ids)).map(({ card }) => card.stage);
    expect(await stages()).toEqual(['intake', 'intake']);
    const upgrade: typeof upgradeState = ({ value, facts }) =>
      upgradeState({
        pathwayVersion: 1,
        value,
        facts: JSON.parse(JSON.stringify(facts).replace('"wants"', '"needs"')),
      });
    const carry = () => carryCases({ store, log: createLogger('silent') }, new AbortController().signal, upgrade)();
    await carry();
    expect(await asOwner('SELECT case_id FROM case_state WHERE pathway_version = 0')).toEqual([{ case_id: odd }]);
    expect((await stages()).sort()).toEqual(['intake', 'screening']);
    expect(await store.cases.loadFresh(id)).toMatchObject({ version: 2, pathwayVersion: 1, facts: { needs: [] } });
    expect(await days()).toEqual(before);
    expect(await typesOf(id)).toEqual(['case.registered', 'hold.added']);
    // Again, as another worker would: what is left is looked at, and nothing else.
    await carry();
    expect(await cardOf(id)).toMatchObject({ version: 2 });
  });
});
