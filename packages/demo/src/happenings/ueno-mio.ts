import { addDays, type CaseFacts, type HandoffSection, handoffSections } from '@kaerimichi/discharge';
import type { Happening, Line } from './happening.ts';

const theHandoff = ({ handoffs }: CaseFacts) => handoffs.find(({ id }) => id === 'h1');

/** Home in a week, as the conference decided; the station comes on the day after. */
const VISIT_IN_DAYS = 8;

const confirms = (section: HandoffSection): Happening => {
  const { ja, en } = handoffSections[section].words;
  return {
    by: 'hvn',
    what: { ja: `引き継ぎの「${ja}」を確認しました。`, en: `Confirmed the section "${en}" of the handoff.` },
    type: 'handoff.sectionConfirmed',
    body: () => ({ handoffId: 'h1', section }),
    isDone: facts => theHandoff(facts)?.confirmed.includes(section) === true,
  };
};

/** 上野 みお: the question about the water is answered, and the station takes her on. */
export const uenoMio: Line = {
  no: 'K-0098',
  child: '上野 みお',
  happenings: [
    {
      by: 'dsn',
      what: {
        ja: 'のぞみからの質問「固定水は4mLか5mLか」に答えました。',
        en: 'Answered the station’s question: 4 or 5 mL of water in the balloon.',
      },
      type: 'handoff.answered',
      body: () => ({
        handoffId: 'h1',
        questionId: 'q1',
        answer: '5mLで管理してください。きょう病棟で製品の表示と交換の記録を確かめ、4mLは書き誤りとわかりました。',
      }),
      isDone: facts => theHandoff(facts)?.questions.some(({ id, answered }) => id === 'q1' && answered) === true,
    },
    confirms('nutrition'),
    confirms('emergencies'),
    {
      by: 'hvn',
      what: {
        ja: '引き継ぎを受け入れ、初回訪問の日を決めました。',
        en: 'Accepted the handoff and set the day of the first visit.',
      },
      type: 'handoff.accepted',
      body: today => ({ handoffId: 'h1', withConditions: false, firstVisitOn: addDays(today, VISIT_IN_DAYS) }),
      isDone: facts => ['accepted', 'acceptedWithConditions', 'closed'].includes(theHandoff(facts)?.status ?? ''),
    },
  ],
};
