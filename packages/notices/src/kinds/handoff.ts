import type { NoticeDefinition } from '../notice.ts';

/** A handoff that waits for an answer of its receiver, or of its sender. */
export const handoff: NoticeDefinition = {
  tab: 'turn',
  urgency: 'always',
  mail: { ja: '届いた引き継ぎ', en: 'A handoff to read' },
};
