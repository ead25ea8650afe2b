import { handoffId, saidBack } from '../handoff/testing/said-back.ts';
import { aCase, type Story } from './a-case.ts';

const handedOver = [
  'handoff.composed',
  'handoff.sent',
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.accepted',
];

/** What is said back, looked back on, and answered on paper. Golden histories are written from these on request only. */
export const storiesOfHandoffs: Readonly<Record<string, () => Story>> = {
  'said-back-and-looked-back-on': () => {
    const child = aCase().goesTo('readyForDischarge');
    child
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId, teachBack: true });
    saidBack(child)
      .sends('dsn', 'handoff.talkedOver', { handoffId, topic: 'airwayOut', outcome: 'talked', heard: '電話で' })
      .sends('hvn', 'handoff.accepted', { handoffId, withConditions: false, firstVisitOn: '@43' })
      .prepares(...handedOver)
      .sends('dsn', 'discharge.done', { destination: 'home' });
    const told = { handoffId, informed: 'informedPartly', differed: ['breathing'], wantsReply: true };
    return child
      .goesTo('followUp')
      .sends('hvn', 'handoff.reviewed', { ...told, difference: '吸引圧', trouble: '物品' })
      .sends('dsn', 'handoff.reviewAnswered', { handoffId, reply: '次の版で直します' });
  },

  'answered-on-paper': () =>
    aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, outside: '島の訪問看護', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('clock', 'handoff.paperAcknowledged', { handoffId, version: 1, answer: 'paperCallMe', way: 'page' })
      .sends('dsn', 'handoff.composed', { handoffId, content: '第2版' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends(
        'clock',
        'handoff.paperAcknowledged',
        { handoffId, version: 1, answer: 'paperTaken', way: 'page' },
        { refused: 'handoff.paperGone' },
      )
      .sends('clock', 'handoff.paperAcknowledged', {
        ...{ handoffId, version: 2, answer: 'paperTaken', way: 'telephone', heardBy: 'p-coord' },
        saidBy: '島の訪問看護 山口',
      }),
};
