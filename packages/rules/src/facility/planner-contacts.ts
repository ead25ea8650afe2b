import type { Source } from '../source.ts';
import { type Beds, defineCounter, words } from './counter.ts';

/** In hundredths of a contact a bed, so that no rounding decides: 0.15, 0.1 and 0.05. */
const PER_BED = { general: 15, longTerm: 10, child: 5 } as const;

const hundredths = ({ general, longTerm, child }: Beds): number =>
  general * PER_BED.general + longTerm * PER_BED.longTerm + child * PER_BED.child;

const asked = (place: string): readonly Source[] => [
  {
    kind: 'notice',
    place,
    mark: 'C',
    note: {
      ja: '「上回ること」なので、同じ数では足りない。A307の病床は0.05だけを掛けると読む（介護支援等連携指導料を別に算定できないため）。',
      en: '“To exceed”: the same number is not enough. Beds of A307 are read as counting 0.05 alone, since the liaison fee cannot be claimed there.',
    },
  },
];

const enoughOnlyWithClaims = words(
  '介護支援等連携指導料の算定回数を入れて確かめてください。',
  'Enter how often the liaison fee was claimed.',
);
const withoutBeds = words('病床数が入っていません。', 'The number of beds is not known.');

export const plannerContacts = defineCounter({
  id: 'plannerContacts',
  title: words('相談支援専門員との連携と病床数', 'Contacts with support planners against beds'),
  asks: {
    R6: words(
      '過去1年の介護支援等連携指導料の算定回数と、A307の患者についての相談支援専門員との連携回数の合計が、病床数（一般病棟等×0.15、療養病棟等×0.1、A307×0.05の合計）を上回る。',
      'Liaison fees claimed in the last year, and contacts with support planners about patients of A307, exceed beds (general × 0.15, long-term × 0.1, A307 × 0.05).',
    ),
    R8: words(
      '過去1年の介護支援等連携指導料の算定回数と、A307の患者についての相談支援専門員との連携回数の合計が、病床数（一般病棟等と地域包括医療・回復期・地域包括ケア病棟×0.15、療養病棟等×0.1、A307×0.05の合計）を上回る。',
      'Liaison fees claimed in the last year, and contacts with support planners about patients of A307, exceed beds (general, and community-based or recovery wards × 0.15, long-term × 0.1, A307 × 0.05).',
    ),
  },
  counts: words(
    '相談支援専門員が出席したカンファレンスの回数。患者がA307の病棟にいたものとみなしています。',
    'Conferences in which a support planner took part, as if the patient was on a ward of A307.',
  ),
  unrecorded: words(
    'カンファレンスのほかでの連携、介護支援等連携指導料の算定回数（会計の記録）、病棟の入院料。',
    'Contacts outside conferences, liaison fees claimed (kept by the accounts), the ward fee.',
  ),
  sources: {
    R6: asked('基本診療料の施設基準 別添3 第26の5 1(5)（令和6年）'),
    R8: asked('基本診療料の施設基準 別添3 第26の5 1(6)（令和8年）'),
  },
  judge({ plannerContacts: contacts, liaisonClaims, beds }) {
    const figure = contacts + (liaisonClaims ?? 0);
    if (!beds) return { figure, needed: null, standing: 'review', why: withoutBeds };
    const needed = Math.floor(hundredths(beds) / 100) + 1;
    if (figure >= needed) return { figure, needed, standing: 'met' };
    return liaisonClaims === null
      ? { figure, needed, standing: 'review', why: enoughOnlyWithClaims }
      : { figure, needed, standing: 'missing' };
  },
});
