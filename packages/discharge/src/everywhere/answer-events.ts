import { defineTime, stampOf } from '../event.ts';
import { isTimeForAnswer } from '../handoff/answer-hours.ts';

/** What was sent is not opened, or an answer has not come: whoever is waited for is told of it in their list. */
const answerReminded = defineTime('answer.reminded', {
  label: { ja: '打診・引き継ぎの返事を待っていることを知らせた', en: 'Reminded of an answer that is waited for' },
  category: 'plan',
  objection: (facts, event) =>
    isTimeForAnswer('answerRemind', facts, event.at)
      ? null
      : {
          code: 'answer.noReminder',
          text: { ja: '知らせる返事待ちはありません。', en: 'No answer is to be reminded of.' },
        },
  record: (facts, event) => ({ ...facts, answersReminded: { ...stampOf(facts, event), at: event.at } }),
});

/** An answer has still not come: told to who answers for the case where it is led. */
const answerEscalated = defineTime('answer.escalated', {
  label: {
    ja: '返事がないままの打診・引き継ぎを師長・主治医に知らせた',
    en: 'A missing answer was told to head nurse and doctor',
  },
  category: 'plan',
  objection: (facts, event) =>
    isTimeForAnswer('answerEscalate', facts, event.at)
      ? null
      : { code: 'answer.noneMissing', text: { ja: '返事がないままのものはありません。', en: 'No answer is missing.' } },
  record: (facts, event) => ({ ...facts, answersEscalated: { ...stampOf(facts, event), at: event.at } }),
});

export const answerEvents = [answerReminded, answerEscalated] as const;
