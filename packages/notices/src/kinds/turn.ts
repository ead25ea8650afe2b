import type { NoticeDefinition } from '../notice.ts';

/** It is up to this person that a case goes on. */
export const turn: NoticeDefinition = {
  tab: 'turn',
  urgency: 'never',
  mail: { ja: '次の段階へ進める番', en: 'Your turn to move on' },
};
