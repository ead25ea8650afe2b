import type { FullCard } from '@kaerimichi/discharge';
import { withOwner } from '@kaerimichi/store';
import type { SignedInPerson } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
});
