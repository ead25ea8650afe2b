import type { NoticeDefinition } from '../notice.ts';

/** A question about a handoff: whoever asked cannot answer the handoff before it is answered. */
export const question: NoticeDefinition = {
  tab: 'turn',
  urgency: 'always',
  mail: { ja: '引き継ぎの質問', en: 'A question about a handoff' },
};
