import type { NoticeDefinition } from '../notice.ts';

/** Who takes part in the support of a child changed. */
export const team: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '支援チームの変更', en: 'A change of the team' },
};
