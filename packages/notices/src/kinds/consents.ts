import type { NoticeDefinition } from '../notice.ts';

/** A consent was recorded or withdrawn. */
export const consents: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '同意の変更', en: 'A change of consents' },
};
