import type { NoticeDefinition } from '../notice.ts';

/** Somebody asked for an exception that this person may make. */
export const exception: NoticeDefinition = {
  tab: 'turn',
  urgency: 'always',
  mail: { ja: '例外の承認の依頼', en: 'A request for an exception' },
};
