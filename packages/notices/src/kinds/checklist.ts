import type { NoticeDefinition } from '../notice.ts';

/** An item of a checklist that is this person’s. */
export const checklist: NoticeDefinition = {
  tab: 'turn',
  urgency: 'due',
  mail: { ja: 'チェックの項目', en: 'A checklist item' },
};
