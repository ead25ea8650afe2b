import type { NoticeDefinition } from '../notice.ts';

/** A hold was added or removed. */
export const holds: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '止まっている理由の変更', en: 'A change of holds' },
};
