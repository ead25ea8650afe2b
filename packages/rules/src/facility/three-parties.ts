import { b005Multi } from '../fees/b005-multi.ts';
import { alike, defineCounter, words } from './counter.ts';

/** No standard of a house: each such conference may be claimed for. It says how often one managed to bring them together. */
export const conferencesOfThree = defineCounter({
  id: 'conferencesOfThree',
  title: words('3者以上との合同カンファレンス', 'Joint conferences with three parties'),
  asks: alike(
    '施設の基準ではありません。退院時共同指導料2 注3（多機関共同指導加算）の「3者以上」にあたる合同カンファレンスの数です。',
    'No standard of the house: joint conferences with three parties or more, as note 3 of joint guidance 2 counts them.',
  ),
  counts: words(
    '合同カンファレンスの出席の職種から。在宅医、薬局、訪問看護、相談支援専門員を数え、保健師・学校・業者は数えません。2つの訪問看護ステーションは1者とします。',
    'By the functions that took part in joint conferences. Home doctor, pharmacy, home nursing and support planner count; public health nurses, schools and vendors do not. Two nursing stations are one party.',
  ),
  unrecorded: words(
    '歯科・介護支援専門員の出席、算定したかどうか。',
    'Dentists and care managers, and what was claimed.',
  ),
  sources: b005Multi.sources,
  judge: ({ jointConferences: { all, ofThreeParties } }) => ({
    figure: ofThreeParties,
    needed: null,
    standing: 'counted',
    why: words(`合同カンファレンス${all}回のうち`, `Of ${all} joint conferences`),
  }),
});
