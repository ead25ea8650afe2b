import type { NoticeDefinition } from '../notice.ts';

/** A draft of a paper waits for a doctor's approval. */
export const document: NoticeDefinition = {
  tab: 'turn',
  urgency: 'never',
  mail: { ja: '書類の承認', en: 'A document to approve' },
};
