import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';

describe('stable at home', () => {
  it('completes the case when nothing is open', () => {
    const child = aCase().goesTo('stableAtHome');
    const complete = () => child.tries('dsn', 'case.completed');
    expect(complete()).toMatchObject({ reasons: [{ code: 'nothingOpen', fix: { event: 'actionItem.closed' } }] });
    child.prepares().sends('dsn', 'hold.added', { holdId: 'w1', code: 'awaitingReply', recheckOn: '@260' });
    expect(complete()).toMatchObject({ reasons: [{ fix: { event: 'hold.removed', fill: { holdId: 'w1' } } }] });
    child
      .sends('dsn', 'hold.removed', { holdId: 'w1' })
      .sends('dsn', 'handoff.composed', { handoffId: 'h1', content: '改めた' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' });
    expect(complete()).toMatchObject({ reasons: [{ fix: { event: 'handoff.withdrawn', fill: { handoffId: 'h1' } } }] });
    child.sends('dsn', 'handoff.withdrawn', { handoffId: 'h1' }).sends('dsn', 'case.completed');
    expect(child.position().step).toBe('completed');
  });

  it('does not complete over an open question', () => {
    const child = aCase().goesTo('stableAtHome').prepares();
    const handoffs = child.facts().handoffs.length;
    expect(handoffs).toBe(1);
    child
      .sends('dsn', 'handoff.composed', { handoffId: 'h2', recipient: 'org-nozomi', content: '胃瘻の変更' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h2' })
      .sends('hvn', 'handoff.asked', {
        handoffId: 'h2',
        questionId: 'q1',
        section: 'nutrition',
        question: '固定水の量',
      })
      .sends('dsn', 'handoff.composed', { handoffId: 'h2' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h2' });
    expect(child.tries('dsn', 'case.completed')).toMatchObject({
      reasons: [{ code: 'nothingOpen', fix: { event: 'handoff.answered', fill: { questionId: 'q1' } } }],
    });
    child
      .sends('dsn', 'handoff.answered', { handoffId: 'h2', questionId: 'q1', answer: '5 mL' })
      .plays(
        ['condition', 'breathing', 'medicines', 'emergencies'].map(section => ({
          day: 0,
          by: 'hvn',
          type: 'handoff.sectionConfirmed',
          body: { handoffId: 'h2', section },
        })),
      )
      .sends('hvn', 'handoff.accepted', { handoffId: 'h2', withConditions: false })
      .sends('dsn', 'case.completed');
  });

  it('asks for the end of the transition to adult care, or a reason, once it was begun', () => {
    const child = aCase({ bornOn: '2012-01-01' }).sends('clock', 'adult.prompted').goesTo('stableAtHome').prepares();
    expect(child.tries('dsn', 'case.completed')).toMatchObject({
      reasons: [{ code: 'adultClosedOrReason', fix: { event: 'adult.reasonSigned' } }],
    });
    child.sends('dsn', 'adult.opened');
    expect(child.tries('dsn', 'case.completed')).toMatchObject({ reasons: [{ fix: { event: 'adult.stayed' } }] });
    child.sends('dsn', 'adult.stayed', { reason: '小児科で診つづける' }).sends('dsn', 'case.completed');
  });

  it('completes with a signed reason when the transition was only prompted', () => {
    const child = aCase({ bornOn: '2012-01-01' }).sends('clock', 'adult.prompted').goesTo('stableAtHome').prepares();
    child.sends('dsn', 'adult.reasonSigned', { reason: '13歳、まだ早い' }).sends('dsn', 'case.completed');
  });
});
