import type { Member } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { ownerOptions } from './owner-options.ts';

const speech = createSpeech(ja, 'ja');
const of = (name: string, role: string, org: string, open = true): Member => ({ name, role, org, open });
const members = {
  'm-visit': of('佐藤', 'visitingNurse', 'org-nozomi'),
  'm-doctor': of('田村', 'doctor', 'org-kodomo'),
  'm-mine': of('松本', 'dischargeNurse', 'org-kodomo'),
  'm-gone': of('昔の人', 'wardNurse', 'org-kodomo', false),
};
const orgs = { 'org-kodomo': 'こども医療センター(デモ)', 'org-nozomi': 'のぞみ訪問看護ステーション(デモ)' };
const me = { id: 'm-mine', org: 'org-kodomo' };

it('offers oneself first, then the own organisation, then the others, each with role and organisation', () => {
  const offered = ownerOptions({ members, orgs, me, chosen: '' }, speech);
  expect(offered).toEqual([
    { value: 'm-mine', label: '松本(退院支援看護師、こども医療センター(デモ))' },
    { value: 'm-doctor', label: '田村(医師、こども医療センター(デモ))' },
    { value: 'm-visit', label: '佐藤(訪問看護師、のぞみ訪問看護ステーション(デモ))' },
  ]);
});

it('keeps whoever was chosen and has left, and offers them to nobody else', () => {
  const offered = ownerOptions({ members, orgs, me, chosen: 'm-gone' }, speech);
  expect(offered.map(({ value }) => value)).toEqual(['m-mine', 'm-gone', 'm-doctor', 'm-visit']);
});

it('offers a task of one’s own organisation to its people, and to no family that it invited', () => {
  const invited = { ...members, 'm-mother': of('母', 'family', 'org-kodomo') };
  const offered = (isOwnTask: boolean) =>
    ownerOptions({ members: invited, orgs, me, chosen: '', isOwnTask }, speech).map(({ value }) => value);
  expect(offered(true)).toEqual(['m-mine', 'm-doctor']);
  expect(offered(false)).toContain('m-mother');
});
