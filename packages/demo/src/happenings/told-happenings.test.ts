import { type LoadedCase, openedCase, planEvent, type ToldCase } from '@kaerimichi/casework';
import { addDays, startOfTokyoDay, tokyoDay } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { tellWorld } from '../demo-world.ts';
import { actorOf, viewerOf } from '../people.ts';
import { storyNow } from './story-now.ts';
import { toldHappenings } from './told-happenings.ts';

const hubs = ['org-kyoten'];
const usual = '2026-11-29T03:00:00.000Z';

/** A case as it stands after the last of its told events. */
function standing({ opening, no, plans }: ToldCase): LoadedCase {
  const begun = openedCase(opening, no);
  const last = plans.at(-1);
  const access = plans.findLast(plan => plan.access !== null)?.access ?? begun.access;
  return last ? { ...begun, ...last.next, version: last.event.seq, head: last.event.hash, access } : begun;
}
const casesOn = (now: string) => new Map(tellWorld('small', now).map(told => [told.no, standing(told)]));

/** Does what comes next, and answers what it was; null: the story is over. */
function goOn(cases: Map<string, LoadedCase>, at: string) {
  const { next } = storyNow(cases, { at, hubs });
  const loaded = next && cases.get(next.no);
  if (!loaded) return null;
  const { by, type, body } = next.happening;
  const sent = { type, ...body(tokyoDay(at)) };
  const planned = planEvent(loaded, sent, { by: actorOf(viewerOf(by)), at, hubs });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  cases.set(next.no, planned.answer.next);
  return next;
}

// In the middle of a day, a minute after a leap day began, and some days after the world was seeded.
it.each([
  [usual, 0],
  ['2028-02-28T15:01:00.000Z', 0],
  [usual, 5],
])('told on %s and %i days later everything happens in its order, and then it is over', (seededAt, daysLater) => {
  const at = daysLater === 0 ? seededAt : startOfTokyoDay(addDays(tokyoDay(seededAt), daysLater));
  const cases = casesOn(seededAt);
  expect(storyNow(cases, { at, hubs })).toMatchObject({ done: 0, stopped: [] });
  const happened = [];
  for (let next = goOn(cases, at); next; next = goOn(cases, at)) happened.push(next);
  expect(happened).toEqual(toldHappenings);
  const all = toldHappenings.length;
  expect(storyNow(cases, { at, hubs })).toEqual({ done: all, all, next: null, stopped: [] });
  const stages = ['K-0142', 'K-0077', 'K-0120'].map(no => cases.get(no)?.facts.entry.stage);
  expect(stages).toEqual(['readyForDischarge', 'followUp', 'stableAtHome']);
});

it('passes over what somebody has done already, and ends a child’s part where its case went another way', () => {
  const cases = casesOn(usual);
  const moment = { at: usual, hubs };
  const sora = cases.get('K-0142');
  if (!sora) throw new Error('K-0142 is not there');
  const send = (loaded: LoadedCase, by: string, sent: Record<string, unknown>): LoadedCase => {
    const planned = planEvent(loaded, sent, { by: actorOf(viewerOf(by)), ...moment });
    if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
    return planned.answer.next;
  };
  const suctions = { type: 'skill.assessed', procedure: 'suctionTracheal', caregiver: 'father', level: 4 };
  cases.set('K-0142', send(sora, 'ward', suctions));
  expect(storyNow(cases, moment)).toMatchObject({ done: 1, next: { happening: { type: 'actionItem.closed' } } });
  const evaluation = { type: 'case.closed', how: 'movedOut', reason: '引っ越し' };
  cases.set('K-0142', send(send(sora, 'ward', suctions), 'dsn', evaluation));
  const { next, stopped } = storyNow(cases, moment);
  expect(stopped.map(({ no }) => no)).toEqual(['K-0142']);
  expect(next?.no).toBe('K-0098');
  cases.delete('K-0098');
  expect(storyNow(cases, moment).stopped.map(({ no }) => no)).toEqual(['K-0142', 'K-0098']);
  const refused = new Map([['K-0077', { ja: '断られた', en: 'refused' }]]);
  expect(storyNow(cases, moment, refused).next?.no).not.toBe('K-0077');
});
