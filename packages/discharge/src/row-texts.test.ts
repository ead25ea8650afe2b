import { describe, expect, it } from 'vitest';
import { eventsByType, wireSchemaOf } from './events.ts';
import { joinRowTexts, splitTexts } from './row-texts.ts';

const held = eventsByType.get('conference.held');
if (!held) throw new Error('conference.held');
const items = [{ id: 'a1', what: '通訳を予約する', dueOn: '2026-12-05' }, { id: 'a2' }];
const sent = { conferenceId: 'k1', attended: ['family'], actionItems: items, note: 'メモ' };

describe('the text of a row', () => {
  it('leaves the body with the others, and stands in its row again for whoever reads it', () => {
    const { body, texts } = splitTexts(held, sent);
    expect(body.actionItems).toEqual([{ id: 'a1', dueOn: '2026-12-05' }, { id: 'a2' }]);
    expect(texts).toEqual({ note: 'メモ', 'actionItems.a1.what': '通訳を予約する' });
    expect(joinRowTexts(held, { body, texts })).toEqual({
      body: { conferenceId: 'k1', attended: ['family'], actionItems: items },
      texts: { note: 'メモ' },
    });
  });

  it('is a text like every other: with something to see, not too long, and no more rows than before', () => {
    const issues = (actionItems: unknown) =>
      wireSchemaOf('conference.held')
        ?.safeParse({ type: 'conference.held', ...sent, actionItems })
        .error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(issues(items)).toEqual([]);
    expect(issues([{ id: 'a1', what: ' ' }])).toContain('actionItems.0.what');
    expect(issues([{ id: 'a1', what: 'あ'.repeat(201) }])).toEqual(['actionItems.0.what']);
    expect(issues([{ id: 'a1', why: 'x' }])).toEqual(['actionItems.0']);
    expect(issues(Array.from({ length: 21 }, (_, n) => ({ id: `a${n}` })))).toEqual(['actionItems']);
  });
});
