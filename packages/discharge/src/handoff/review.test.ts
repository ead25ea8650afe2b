import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';
import { openTask } from '../tasks/open-task.ts';

const handoffId = 'h1';
const review = {
  handoffId,
  informed: 'informedPartly',
  differed: ['breathing'],
  wantsReply: true,
  difference: '固定水',
};
const open = (child: Story, point: string) => openTask(child.facts(), `handoff.${handoffId}.${point}`, child.on());

describe('after the first visit', () => {
  it('the receiver is asked to look back, once', () => {
    const before = aCase().goesTo('firstVisit');
    expect(open(before, 'review')).toBeNull();
    const child = aCase().goesTo('followUp');
    expect(open(child, 'review')).toEqual({ org: 'org-nozomi' });
    expect(codesOf(child.tries('dsn', 'handoff.reviewed', review))).toEqual(['handoff.side']);
    child.sends('hvn', 'handoff.reviewed', review);
    expect(open(child, 'review')).toBeNull();
    expect(codesOf(child.tries('hvn', 'handoff.reviewed', review))).toEqual(['handoff.notReviewed']);
    expect(codesOf(before.tries('hvn', 'handoff.reviewed', review))).toEqual(['handoff.state']);
  });

  it('what it left open is the sender’s to answer, and the way home does not end before', () => {
    const child = aCase().goesTo('followUp').sends('hvn', 'handoff.reviewed', review);
    expect(open(child, 'reply')).toEqual({ org: 'org-kodomo', waiting: 'org-nozomi' });
    child.goesTo('stableAtHome').sends('dsn', 'actionItem.closed', { actionItemId: 'a1' });
    expect(child.tries('dsn', 'case.completed')).toMatchObject({
      reasons: [{ code: 'nothingOpen', fix: { event: 'handoff.reviewAnswered', fill: { handoffId } } }],
    });
    child.sends('dsn', 'handoff.reviewAnswered', { handoffId, reply: '次の版で直しました' });
    expect(open(child, 'reply')).toBeNull();
    expect(child.facts().handoffs[0]?.review).toMatchObject({ informed: 'informedPartly', answeredOn: child.on() });
    const again = { handoffId, reply: 'もう一度' };
    expect(codesOf(child.tries('dsn', 'handoff.reviewAnswered', again))).toEqual(['handoff.reviewSettled']);
    child.sends('dsn', 'case.completed');
    expect(redecide(child.past)).toMatchObject({ ok: true });
  });

  it('nobody is asked any more after a month, and may still write it', () => {
    const child = aCase().goesTo('followUp');
    const on = (days: number) => openTask(child.facts(), 'handoff.h1.review', addDays(child.on(), days));
    expect([on(30), on(31)]).toEqual([{ org: 'org-nozomi' }, null]);
    child.waits(60).sends('hvn', 'handoff.reviewed', { handoffId, informed: 'informedWell' });
  });

  it('nothing is owed where nothing was left open', () => {
    const child = aCase().goesTo('followUp').sends('hvn', 'handoff.reviewed', { handoffId, informed: 'informedWell' });
    expect(open(child, 'reply')).toBeNull();
  });
});
