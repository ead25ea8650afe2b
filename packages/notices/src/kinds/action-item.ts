import type { NoticeDefinition } from '../notice.ts';

/** An action item of a conference (宿題). */
export const actionItem: NoticeDefinition = {
  tab: 'turn',
  urgency: 'due',
  mail: { ja: '宿題', en: 'An action item' },
};
