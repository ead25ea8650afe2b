import type { Line } from './happening.ts';

/** 大野 りく: the nights in hospital showed that his care at home does well, and he goes back. */
export const onoRiku: Line = {
  no: 'K-0120',
  child: '大野 りく',
  happenings: [
    {
      by: 'doctor',
      what: {
        ja: '評価入院の結果を記録しました(ケアに変更なし)。',
        en: 'Recorded the result of the evaluation admission: the care stays as it is.',
      },
      type: 'evaluation.recorded',
      body: () => ({
        changesCare: false,
        result: 'マスクの当て方を母と直し、家でもリークが減る見込み。設定と薬は変えない。家族は続けて眠れた。',
      }),
      isDone: ({ evaluations, entry }) =>
        entry.stage !== 'evaluationAdmission' ||
        evaluations.some(({ id, resultSeq }) => id === 'e1' && resultSeq !== undefined),
    },
    {
      by: 'dsn',
      what: {
        ja: '評価入院を終え、「在宅支援」へ戻しました。',
        en: 'Closed the evaluation admission: he is home again.',
      },
      type: 'evaluation.closed',
      body: () => ({ returnTo: 'stableAtHome' }),
      isDone: ({ entry }) => entry.stage !== 'evaluationAdmission',
    },
  ],
};
