import type { Line } from './happening.ts';

/** 加藤 ゆい: her supporters answer as well, and the candidate for adult care is asked. */
export const katoYui: Line = {
  no: 'K-0031',
  child: '加藤 ゆい',
  happenings: [
    {
      by: 'coord',
      what: {
        ja: '成人移行の準備について、支援者の答えを書き入れました。',
        en: 'Entered how the supporters see her readiness for adult care.',
      },
      type: 'readiness.answered',
      body: () => ({
        by: 'team',
        note: '「予約と薬は本人ができる。入院の説明を本人にする練習を、次の外来から始めたい。」',
      }),
      isDone: ({ adult }) => adult?.answers.includes('team') === true,
    },
    {
      by: 'coord',
      what: {
        ja: '脳神経内科の候補(汐見市立病院)に打診したことを記録しました。',
        en: 'Recorded that the candidate for neurology was asked.',
      },
      type: 'adult.serviceMapped',
      body: () => ({ service: 'neurology', state: 'asked', note: '外来の受け入れを打診した。返事は2週間後の予定。' }),
      isDone: ({ adult }) =>
        adult?.services.some(({ service, state }) => service === 'neurology' && state !== 'candidate') === true,
    },
  ],
};
