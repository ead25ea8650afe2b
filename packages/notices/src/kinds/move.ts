import type { NoticeDefinition } from '../notice.ts';

/** A case moved to another stage. */
export const move: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '段階の変更', en: 'A change of stage' },
};
