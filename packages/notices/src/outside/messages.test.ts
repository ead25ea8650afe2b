import { noticeKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { standardMail } from '../choices.ts';
import { goesNow } from '../when.ts';
import { composePush, pushChoiceOf } from './push-choice.ts';
import { composeWebhook, webhookKinds } from './webhook-message.ts';

describe('a message of a webhook', () => {
  it('tells kind, number, instant, organisation and link, and holds nothing else', () => {
    const about = { no: 'K-0001', caseId: 'c1' };
    const body = composeWebhook(
      { kind: 'handoff', at: '2026-12-01T00:00:00.000Z', org: 'o1', about },
      'https://k.example',
    );
    expect(JSON.parse(body)).toEqual({
      type: 'case.handoff',
      timestamp: '2026-12-01T00:00:00.000Z',
      data: { organisation: 'o1', case: { no: 'K-0001', url: 'https://k.example/cases/c1' } },
    });
    const trial = composeWebhook({ kind: 'test', at: '2026-12-01T00:00:00.000Z', org: 'o1', about: null }, '');
    expect(JSON.parse(trial)).toMatchObject({ type: 'test', data: { case: null } });
  });

  it('is of any kind but a call to one person', () => {
    expect(noticeKinds.filter(kind => !webhookKinds.some(other => other === kind))).toEqual(['mention']);
  });
});

describe('a push', () => {
  it('says that something waits, whatever it is', () => {
    expect(JSON.parse(composePush('ja'))).toEqual({
      title: 'かえりみち',
      body: 'あなたの番があります',
      path: '/inbox',
    });
    expect(JSON.parse(composePush('en')).path).toBe('/inbox');
  });

  it('comes when a mail would, at once where none is wanted, and never in quiet hours or for a change', () => {
    const day = { at: '2026-12-01T03:00:00.000Z', isDigest: false };
    const night = { at: '2026-12-01T13:00:00.000Z', isDigest: false };
    const turn = { kind: 'turn' } as const;
    expect(goesNow(turn, pushChoiceOf(standardMail), day)).toBe(true);
    expect(goesNow(turn, pushChoiceOf(standardMail), night)).toBe(false);
    const digest = pushChoiceOf({ ...standardMail, pace: 'digest', changes: true });
    expect(goesNow(turn, digest, day)).toBe(false);
    expect(goesNow(turn, digest, { ...day, isDigest: true })).toBe(true);
    expect(goesNow({ kind: 'move' }, digest, { ...day, isDigest: true })).toBe(false);
  });
});
