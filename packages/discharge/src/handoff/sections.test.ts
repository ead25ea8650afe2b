import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../histories/a-case.ts';
import { consent } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';
import { handoffEvents } from './events.ts';
import { criticalSections, neededSections } from './section-list.ts';

const handoffId = 'h1';
const acceptance = { withConditions: false, firstVisitOn: '@43' };
const refusal = (child: Story, by: string, type: string, body: object = {}) =>
  codesOf(child.tries(by, type, { handoffId, ...body }));
const confirmed = (child: Story) =>
  criticalSections.reduce(
    (story, section) => story.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section }),
    child,
  );

/** The sections without which nothing is sent; the usual child has a ventilator. */
const always = { contacts: '連絡先', condition: '安定', breathing: '吸引', medicines: 'なし', emergencies: '救急へ' };
const needed = { ...always, deviceSettings: '呼吸器 型A' };

describe('a section of a handoff', () => {
  const compose = (texts: object) =>
    aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', ...texts });
  const handoff = (child: Story) => child.facts().handoffs[0];

  it('that is needed keeps the handoff back by its name, in both languages', () => {
    const { condition: _, emergencies: __, ...rest } = needed;
    const child = compose(rest);
    expect(child.tries('dsn', 'handoff.sent', { handoffId })).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'handoff.unwritten',
          text: {
            ja: 'まだ書いていない項目があります:いまの状態、緊急時。',
            en: 'Sections not yet written: Present condition, In an emergency.',
          },
          params: { sections: ['condition', 'emergencies'] },
          fix: { event: 'handoff.composed', fill: { handoffId } },
        },
      ],
    });
    child.sends('dsn', 'handoff.composed', { handoffId, condition: '安定', emergencies: '救急へ' });
    expect(handoff(child)?.unwritten).toEqual(['nutrition', 'caregiving', 'schemes']);
    expect(refusal(child, 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('about devices is needed where one is recorded, and the refusal says so', () => {
    expect(neededSections({ devices: [] })).toEqual(Object.keys(always));
    expect(neededSections({ devices: [{}] })).toEqual([
      ...['contacts', 'condition', 'breathing', 'deviceSettings', 'medicines', 'emergencies'],
    ]);
    const child = compose(always);
    expect(child.tries('dsn', 'handoff.sent', { handoffId })).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'handoff.unwritten',
          text: {
            ja: 'まだ書いていない項目があります:機器。機器を使うお子さんには、機器の項目も要ります。',
            en: 'Sections not yet written: Devices. For a child with a device that section is needed, too.',
          },
          params: { sections: ['deviceSettings'] },
        },
      ],
    });
    child.sends('dsn', 'handoff.composed', { handoffId, deviceSettings: '呼吸器 型A' });
    expect(refusal(child, 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('is written by itself or with all others in one text', () => {
    expect(refusal(compose({}), 'dsn', 'handoff.sent')).toEqual(['handoff.unwritten']);
    expect(refusal(compose({ content: '電話のとおり' }), 'dsn', 'handoff.sent')).toEqual([]);
  });

  it('is named by its number, too', () => {
    const child = compose(needed).sends('dsn', 'handoff.sent', { handoffId });
    child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 3 });
    expect(handoff(child)?.confirmed).toEqual(['breathing']);
    expect(() => child.tries('hvn', 'handoff.sectionConfirmed', { handoffId, section: 10 })).toThrow();
  });

  it('whose text came anew is confirmed anew, and each that is named beside', () => {
    const child = confirmed(compose(needed).sends('dsn', 'handoff.sent', { handoffId }));
    child.sends('dsn', 'handoff.composed', { handoffId, medicines: '別紙', changedSections: ['condition'] });
    expect(handoff(child)?.changed).toEqual(['condition', 'medicines']);
    child.sends('dsn', 'handoff.sent', { handoffId });
    expect(handoff(child)?.confirmed).toEqual(['breathing', 'emergencies']);
  });

  it('is not confirmed anew when a version says nothing new and names none', () => {
    const child = confirmed(compose(needed).sends('dsn', 'handoff.sent', { handoffId }));
    child.sends('dsn', 'handoff.composed', { handoffId }).sends('dsn', 'handoff.sent', { handoffId });
    expect(handoff(child)).toMatchObject({ sentVersion: 2, confirmed: [...criticalSections] });
    expect(handoff(child)).not.toHaveProperty('changed');
  });

  it('keeps an acceptance back by its name, as does an open question', () => {
    const child = compose(needed).sends('dsn', 'handoff.sent', { handoffId });
    const accept = () => child.tries('hvn', 'handoff.accepted', { handoffId, ...acceptance });
    child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'condition' });
    expect(accept()).toMatchObject({
      reasons: [
        {
          code: 'handoff.unconfirmed',
          text: {
            ja: 'まだ確認していない項目があります:呼吸・吸引、薬、緊急時。',
            en: 'Sections not yet confirmed: Breathing and suction, Medicines, In an emergency.',
          },
          fix: { fill: { handoffId } },
        },
      ],
    });
    confirmed(child).sends('hvn', 'handoff.asked', {
      handoffId,
      questionId: 'q1',
      section: 'nutrition',
      question: '?',
    });
    expect(accept()).toMatchObject({
      reasons: [
        {
          code: 'handoff.question',
          text: {
            ja: '回答を待っている質問があります:栄養・胃瘻。',
            en: 'Questions not yet answered: Nutrition and feeding tube.',
          },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { fill: { handoffId } },
        },
      ],
    });
  });

  it('that is asked about is no longer confirmed, nor can it be until the answer is there to be read', () => {
    const child = confirmed(compose(needed).sends('dsn', 'handoff.sent', { handoffId }));
    const ask = (questionId: string, section: string) =>
      child.sends('hvn', 'handoff.asked', { handoffId, questionId, section, question: '?' });
    ask('q1', 'breathing');
    expect(handoff(child)?.confirmed).toEqual(['condition', 'medicines', 'emergencies']);
    expect(child.tries('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'breathing' })).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'handoff.question',
          text: {
            ja: '回答を待っている質問があります:呼吸・吸引。',
            en: 'Questions not yet answered: Breathing and suction.',
          },
          params: { sections: ['breathing'], questions: ['q1'] },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { event: 'handoff.answered', fill: { handoffId } },
        },
      ],
    });
    // Another section, whose question is another one, is not held up by it.
    ask('q2', 'nutrition');
    expect(refusal(child, 'hvn', 'handoff.sectionConfirmed', { section: 'condition' })).toEqual([]);
    child.sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '20kPa' });
    expect(handoff(child)?.confirmed).not.toContain('breathing');
    child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'breathing' });
    expect(handoff(child)?.confirmed).toContain('breathing');
    expect(refusal(child, 'hvn', 'handoff.sectionConfirmed', { section: 'nutrition' })).toEqual(['handoff.question']);
  });

  it('that is asked about stays so in a new version: what is asked waits for its answer', () => {
    const child = confirmed(compose(needed).sends('dsn', 'handoff.sent', { handoffId }))
      .sends('hvn', 'handoff.asked', { handoffId, questionId: 'q1', section: 'nutrition', question: '?' })
      .sends('dsn', 'handoff.composed', { handoffId, medicines: '別紙' })
      .sends('dsn', 'handoff.sent', { handoffId });
    expect(handoff(child)).toMatchObject({ status: 'questioned', sentVersion: 2 });
    child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'medicines' });
    expect(refusal(child, 'hvn', 'handoff.accepted', acceptance)).toEqual(['handoff.question']);
    child.sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '-' });
    expect(refusal(child, 'hvn', 'handoff.accepted', acceptance)).toEqual([]);
  });

  it('outside the consent is not confirmed, and a critical one keeps an acceptance back as not shared', () => {
    const child = compose(needed)
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('hvn', 'handoff.sectionConfirmed', { handoffId, section: 'condition' })
      .sends('dsn', 'consent.withdrawn', { consentId: 'c-station' })
      .sends('dsn', 'consent.recorded', {
        ...consent('c-less', { scope: 'recipient', recipient: 'org-nozomi', from: '@36' }),
        categories: ['contacts', 'plan'],
      });
    expect(refusal(child, 'hvn', 'handoff.sectionConfirmed', { section: 'medicines' })).toEqual(['handoff.notShared']);
    expect(refusal(child, 'hvn', 'handoff.sectionConfirmed', { section: 'contacts' })).toEqual([]);
    expect(child.tries('hvn', 'handoff.accepted', { handoffId, ...acceptance })).toMatchObject({
      reasons: [
        {
          code: 'handoff.criticalNotShared',
          text: {
            ja: '同意の範囲外のため共有されていない項目があり、受け入れられません:呼吸・吸引、薬、緊急時。',
            en: 'These sections are not shared, being outside the consent, so it cannot be accepted: Breathing and suction, Medicines, In an emergency.',
          },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { event: 'consent.recorded', fill: { scope: 'recipient', recipient: 'org-nozomi' } },
        },
      ],
    });
  });

  it('that consent opens later is confirmed, and then nothing keeps the acceptance back', () => {
    const child = compose(needed)
      .sends('dsn', 'consent.withdrawn', { consentId: 'c-station' })
      .sends('dsn', 'consent.recorded', {
        ...consent('c-less', { scope: 'recipient', recipient: 'org-nozomi', from: '@36' }),
        categories: ['contacts', 'plan'],
      })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('dsn', 'consent.recorded', {
        ...consent('c-more', { scope: 'recipient', recipient: 'org-nozomi', from: '@36' }),
        categories: ['clinical'],
      });
    expect(refusal(confirmed(child), 'hvn', 'handoff.accepted', acceptance)).toEqual([]);
  });

  it('gives its category to what is asked and answered about it', () => {
    const child = compose(needed)
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('hvn', 'handoff.asked', { handoffId, questionId: 'q1', section: 'schemes', question: '?' })
      .sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '-' });
    const apart = child.past.slice(-2).map(({ event }) => {
      const definition = handoffEvents.find(({ type }) => type === event.type);
      return typeof definition?.apart === 'function' && definition.apart(event.body, () => 'plan');
    });
    expect(apart).toEqual([{ question: 'money' }, { answer: 'money' }]);
  });
});
