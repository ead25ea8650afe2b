import { eventDefinitions } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../form/schema.ts';
import { answerFields, withoutReason } from './answer-fields.ts';

const choice = (name: string, values: readonly string[], isRequired: boolean): FieldSpec => ({
  ...{ name, label: name, isRequired, kind: 'choice' },
  choices: values.map(value => ({ value, label: value })),
});
const fields: readonly FieldSpec[] = [
  choice('answer', ['accepted', 'declined', 'ended'], true),
  choice('declineReason', ['noCapacity', 'hours'], false),
  { name: 'note', label: 'メモ', isRequired: false, kind: 'text', isLong: true, isCode: false },
];
const words = { answer: '返事', accepted: 'はい', declined: 'いいえ', note: '条件', noteHint: '例' };

describe('the answer to an enquiry', () => {
  it('is yes or no, with conditions; ending a part that was taken is no answer', () => {
    const [answer, note, ...more] = answerFields(fields, {}, words);
    expect(answer).toMatchObject({
      label: '返事',
      choices: [
        { value: 'accepted', label: 'はい' },
        { value: 'declined', label: 'いいえ' },
      ],
    });
    expect(note).toMatchObject({ name: 'note', label: '条件', hint: '例' });
    expect(more).toEqual([]);
  });

  it('asks why only whoever declines', () => {
    const names = (answer: string) => answerFields(fields, { answer }, words).map(({ name }) => name);
    expect(names('accepted')).toEqual(['answer', 'note']);
    expect(names('declined')).toEqual(['answer', 'declineReason', 'note']);
  });

  it('gives no reason once it is yes after all', () => {
    expect(withoutReason({ answer: 'accepted', declineReason: 'hours', note: 'x' })).toEqual({
      answer: 'accepted',
      note: 'x',
    });
    const declined = { answer: 'declined', declineReason: 'hours' };
    expect(withoutReason(declined)).toBe(declined);
  });

  it('names fields that the event has', () => {
    const event = eventDefinitions.find(({ type }) => type === 'candidate.answered');
    const known = [...Object.keys(event?.body.shape ?? {}), ...Object.keys(event?.texts ?? {})];
    expect(known).toEqual(expect.arrayContaining(fields.map(({ name }) => name)));
  });
});
