import type { NoticeDefinition } from '../notice.ts';

/** Somebody called this person by name in a note. */
export const mention: NoticeDefinition = {
  tab: 'turn',
  urgency: 'always',
  mail: { ja: 'あなたへの呼びかけ', en: 'A call to you' },
};
