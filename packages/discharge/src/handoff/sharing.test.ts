import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../histories/a-case.ts';
import { consent } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';
import { criticalSections } from './section-list.ts';

const handoffId = 'h1';
const acceptance = { withConditions: false, firstVisitOn: '@43' };
const codes = (child: Story, by: string, type: string, body: object = {}) =>
  codesOf(child.tries(by, type, { handoffId, ...body }));
const composed = (story = aCase().goesTo('readyForDischarge')) =>
  story.sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの項目' });

/** The case with a narrower consent for the station than the usual one. */
const sharing = (child: Story, ...categories: string[]) =>
  child.sends('dsn', 'consent.withdrawn', { consentId: 'c-station' }).sends('dsn', 'consent.recorded', {
    ...consent('c-less', { scope: 'recipient', recipient: 'org-nozomi', from: '@36' }),
    categories,
  });

describe('a handoff to whom the family has not opened the plan', () => {
  it('is not sent, whatever else is open: the lead asks the family', () => {
    const child = sharing(composed(), 'contacts', 'clinical', 'skills');
    expect(child.tries('dsn', 'handoff.sent', { handoffId })).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'handoff.planNotShared',
          text: { ja: expect.stringContaining('「計画・会議」'), en: expect.stringContaining('plan and minutes') },
          params: { recipient: 'org-nozomi', categories: ['plan'] },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { event: 'consent.recorded', fill: { scope: 'recipient', recipient: 'org-nozomi' } },
        },
      ],
    });
    child.sends('dsn', 'consent.recorded', {
      ...consent('c-plan', { scope: 'recipient', recipient: 'org-nozomi', from: '@36' }),
      categories: ['plan'],
    });
    expect(codes(child, 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('is sent where only sections are closed: the plan is what it stands in', () => {
    expect(codes(sharing(composed(), 'plan'), 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('says what else is missing beside it', () => {
    const child = aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', contacts: '支援室' });
    expect(codes(sharing(child, 'contacts'), 'dsn', 'handoff.sent')).toEqual([
      'handoff.unwritten',
      'handoff.planNotShared',
    ]);
  });

  it('is not there for its recipient, in the words of one that never was', () => {
    const child = sharing(composed().sends('dsn', 'handoff.sent', { handoffId }), 'contacts', 'clinical');
    const steps: readonly [string, object][] = [
      ['handoff.opened', {}],
      ['handoff.sectionConfirmed', { section: 'condition' }],
      ['handoff.asked', { questionId: 'q1', section: 'breathing', question: '圧は' }],
      ['handoff.accepted', acceptance],
      ['handoff.declined', { declineReason: 'hours' }],
    ];
    for (const [type, body] of steps) {
      const said = child.tries('hvn', type, { handoffId, ...body });
      expect(codesOf(said), type).toEqual(['item.unknown']);
      expect(said).toEqual(child.tries('hvn', type, { ...body, handoffId: 'none' }));
    }
    expect(codes(child, 'dsn', 'handoff.withdrawn')).toEqual([]);
  });
});

describe('a version of a handoff', () => {
  it('is sent once: for another sending there is something new', () => {
    const child = composed().sends('dsn', 'handoff.sent', { handoffId });
    expect(child.tries('dsn', 'handoff.sent', { handoffId })).toMatchObject({
      reasons: [
        {
          code: 'handoff.sentAlready',
          text: {
            ja: expect.stringMatching(/^第1版はもう送ってあります/),
            en: expect.stringMatching(/^Version 1 was sent/),
          },
          fix: { event: 'handoff.composed', fill: { handoffId } },
        },
      ],
    });
    child.sends('dsn', 'handoff.composed', { handoffId, content: '第2版' });
    expect(codes(child, 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('is not turned to somebody outside the network either', () => {
    const child = composed();
    expect(codes(child, 'dsn', 'handoff.composed', { outside: '島の診療所' })).toEqual(['handoff.anotherRecipient']);
  });
});

describe('whoever takes over the nursing at home', () => {
  const read = (child = composed()) =>
    criticalSections.reduce(
      (story, section) => story.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section }),
      child.sends('dsn', 'handoff.sent', { handoffId }),
    );
  const { firstVisitOn: _day, ...undated } = acceptance;

  it.each([true, false])('says when it comes first, with conditions: %s', withConditions => {
    const child = read();
    expect(child.tries('hvn', 'handoff.accepted', { handoffId, withConditions })).toMatchObject({
      reasons: [
        {
          code: 'handoff.firstVisit',
          text: { ja: expect.stringContaining('初回訪問の日'), en: expect.stringContaining('first visit') },
          turn: { org: 'org-nozomi', role: 'visitingNurse' },
          fix: { event: 'handoff.accepted', fill: { handoffId } },
        },
      ],
    });
    child.sends('hvn', 'handoff.accepted', { handoffId, ...acceptance, withConditions });
    expect(child.facts().visits).toMatchObject([{ id: 'first-h1', kind: 'first', plannedOn: '2026-02-17' }]);
  });

  it('is told of sections and day together', () => {
    const child = composed().sends('dsn', 'handoff.sent', { handoffId });
    expect(codes(child, 'hvn', 'handoff.accepted', undated)).toEqual(['handoff.unconfirmed', 'handoff.firstVisit']);
  });

  it('said for an earlier version, or with the child at home, is not asked again', () => {
    const again = read().sends('hvn', 'handoff.accepted', { handoffId, ...acceptance });
    again.sends('dsn', 'handoff.composed', { handoffId }).sends('dsn', 'handoff.sent', { handoffId });
    expect(codes(again, 'hvn', 'handoff.accepted', undated)).toEqual([]);
    const home = aCase().goesTo('followUp');
    home
      .sends('dsn', 'handoff.composed', { handoffId: 'h2', recipient: 'org-nozomi', content: '胃瘻の変更' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h2' });
    for (const section of criticalSections) home.sends('hvn', 'handoff.sectionConfirmed', { handoffId: 'h2', section });
    expect(codes(home, 'hvn', 'handoff.accepted', { ...undated, handoffId: 'h2' })).toEqual([]);
  });
});
