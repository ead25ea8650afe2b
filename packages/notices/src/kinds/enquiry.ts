import type { NoticeDefinition } from '../notice.ts';

/** An organisation was asked whether it takes a part (打診). */
export const enquiry: NoticeDefinition = {
  tab: 'turn',
  urgency: 'never',
  mail: { ja: '打診への返事', en: 'An enquiry to answer' },
};
