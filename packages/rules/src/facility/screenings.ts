import { a246Screen1 } from '../deadlines/a246-1-screen.ts';
import { a246Screen2 } from '../deadlines/a246-2-screen.ts';
import { alike, type Counter, defineCounter, type FacilityCounts, type Judged, words } from './counter.ts';

const counts = words(
  '入院した日の記録がある入院（再入院・評価入院）のうち、退院困難な要因をその日までに記録したもの。期限がまだ来ていない入院は入れていません。',
  'Admissions of which the day is recorded (readmissions, evaluation admissions), with factors recorded by that day. Those whose day has not come are left out.',
);
const unrecorded = words(
  'はじめての入院の日（ケースの登録より前）。要因を記録した日は、記録のとおりです。',
  'The day of a first admission, which comes before the case. The day of the factors is as it was recorded.',
);
const noAdmissions = words('入院の日が記録された入院がありません。', 'No admission of which the day is recorded.');
const someLate = words(
  '「原則として」の期限です。遅れたものの事情を確かめてください。',
  'The text says “in principle”: look at why some were late.',
);

function judged({ admissions: { all } }: FacilityCounts, figure: number): Judged {
  if (all === 0) return { figure, needed: null, standing: 'review', why: noAdmissions };
  return figure === all
    ? { figure, needed: all, standing: 'met' }
    : { figure, needed: all, standing: 'review', why: someLate };
}

/** A duty about each patient, and no number of the house: what is late is looked at, one by one. */
export const screenedWithin3: Counter = defineCounter({
  id: 'screenedWithin3',
  title: words('入院後3日以内の要因の抽出', 'Factors found within three days'),
  asks: alike(
    '入退院支援加算1:原則として入院後3日以内に、退院困難な要因を持つ患者を抽出する。',
    'Discharge support 1: patients with factors are found within three days of admission, in principle.',
  ),
  counts,
  unrecorded,
  sources: a246Screen1.sources,
  judge: given => judged(given, given.admissions.within3),
});

export const screenedWithin7: Counter = defineCounter({
  id: 'screenedWithin7',
  title: words('入院後7日以内の要因の抽出', 'Factors found within seven days'),
  asks: alike(
    '入退院支援加算2・3:原則として入院後7日以内に、退院困難な要因を持つ患者を抽出する。',
    'Discharge support 2 and 3: patients with factors are found within seven days of admission, in principle.',
  ),
  counts,
  unrecorded,
  sources: a246Screen2.sources,
  judge: given => judged(given, given.admissions.within7),
});
