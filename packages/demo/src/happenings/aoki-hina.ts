import type { Happening, Line } from './happening.ts';

const fatherLearns = (procedure: string, note: string, what: Happening['what']): Happening => ({
  by: 'ward',
  what,
  type: 'skill.assessed',
  body: () => ({ procedure, caregiver: 'father', level: 4, note }),
  isDone: ({ skills }) =>
    skills.some(skill => skill.procedure === procedure && skill.caregiver === 'father' && skill.level === 4),
});

/** 青木 ひな: the father has found a day off, and what stood still moves. */
export const aokiHina: Line = {
  no: 'K-0151',
  child: '青木 ひな',
  happenings: [
    fatherLearns('oxygenOperation', '流量の変更を、声かけなしで確かめながらできた。', {
      ja: '父の「酸素の取り扱い」が「ひとりで」になったことを記録しました。',
      en: 'Recorded that the father now handles the oxygen on his own.',
    }),
    fatherLearns('resuscitation', '人形で続きを行い、胸骨圧迫から119番まで通してできた。', {
      ja: '父の「救急時の対応」が「ひとりで」になったことを記録しました。',
      en: 'Recorded that the father now knows what to do in an emergency.',
    }),
    {
      by: 'dsn',
      what: {
        ja: '父の休みがとれたので、止まっている理由「家族の事情」をはずしました。',
        en: 'Removed the hold: the father has got his days off.',
      },
      type: 'hold.removed',
      body: () => ({ holdId: 'hold1', note: '父の休みがとれ、練習を終えた。' }),
      isDone: ({ holds }) => !holds.some(({ id }) => id === 'hold1'),
    },
  ],
};
