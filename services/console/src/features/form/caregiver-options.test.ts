import type { CaseView } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { caregiverOptions } from './caregiver-options.ts';

const words = (text: string) => ({ ja: text, en: text });
const speech = createSpeech(ja, 'ja', { mother: words('母'), father: words('父'), grandparent: words('祖父母') });
const viewWith = (...caregivers: string[]): Pick<CaseView, 'facts'> => ({
  facts: { skills: { skills: caregivers.map(caregiver => ({ caregiver })) } },
});
const known = 'このケースで記録のある人';
const another = '新しく加える人(続柄)';
const offered = (view: Pick<CaseView, 'facts'> | null, value = '') => caregiverOptions(view, value, speech);

it('offers first the caregivers whom the case knows, each once', () => {
  const options = offered(viewWith('mother', 'grandparent', 'mother'));
  expect(options.filter(({ group }) => group === known)).toEqual([
    { value: 'mother', label: '母', group: known },
    { value: 'grandparent', label: '祖父母', group: known },
  ]);
});

it('offers a new one by relation, a second grandparent too, and no second mother under one code', () => {
  const fresh = offered(viewWith('mother', 'grandparent')).filter(({ group }) => group === another);
  expect(fresh).toContainEqual({ value: 'father', label: '父', group: another });
  expect(fresh).toContainEqual({ value: 'grandparent-2', label: '祖父母(2人目)', group: another });
  expect(fresh.map(({ value }) => value)).not.toContain('mother');
});

it('counts on when there are two already', () => {
  const fresh = offered(viewWith('grandparent', 'grandparent-2'));
  expect(fresh).toContainEqual({ value: 'grandparent-3', label: '祖父母(3人目)', group: another });
});

it('keeps what was chosen though nobody knows the word', () => {
  expect(offered(null, 'aunt')).toContainEqual({ value: 'aunt', label: 'aunt', group: known });
});
