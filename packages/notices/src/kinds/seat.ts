import type { NoticeDefinition } from '../notice.ts';

/** Dates of a conference to answer, or its minutes to confirm. */
export const seat: NoticeDefinition = {
  tab: 'turn',
  urgency: 'never',
  mail: { ja: '会議の日程・議事録', en: 'A date or minutes of a conference' },
};
