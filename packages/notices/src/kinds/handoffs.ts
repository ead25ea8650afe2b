import type { NoticeDefinition } from '../notice.ts';

/** A handoff was sent, read, asked about or answered. */
export const handoffs: NoticeDefinition = {
  tab: 'changes',
  urgency: 'never',
  mail: { ja: '引き継ぎの変更', en: 'A change of a handoff' },
};
