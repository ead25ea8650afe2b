import type { NoticeDefinition } from '../notice.ts';

/** A deadline comes near, or has passed. */
export const deadline: NoticeDefinition = {
  tab: 'turn',
  urgency: 'due',
  mail: { ja: '期限', en: 'A deadline' },
};
