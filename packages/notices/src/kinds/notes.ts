import type { NoticeDefinition } from '../notice.ts';

/** Somebody wrote a note. */
export const notes: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '書き込み', en: 'A note' },
};
