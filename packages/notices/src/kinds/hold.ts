import type { NoticeDefinition } from '../notice.ts';

/** The day on which a hold is to be looked at again. */
export const hold: NoticeDefinition = {
  tab: 'turn',
  urgency: 'due',
  mail: { ja: '止まっている理由の確認', en: 'A hold to recheck' },
};
