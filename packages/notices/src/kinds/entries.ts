import type { NoticeDefinition } from '../notice.ts';

/** Anything else that was recorded. */
export const entries: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: 'そのほかの記録', en: 'Another entry' },
};
