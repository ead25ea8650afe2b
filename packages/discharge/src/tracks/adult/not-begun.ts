import type { Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';

export const adultOf = (facts: CaseFacts): NonNullable<CaseFacts['adult']> =>
  facts.adult ?? { answers: [], services: [], visits: [] };

export const notBegun = (facts: CaseFacts): Objection | null =>
  facts.adult?.openedOn
    ? null
    : {
        code: 'adult.notOpen',
        text: { ja: '成人移行がまだはじまっていません。', en: 'The transition is not open yet.' },
      };
