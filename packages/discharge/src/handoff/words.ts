import type { Words } from '../words.ts';
import { handoffSectionIds, handoffSections } from './section-list.ts';
import { teachBack, teachBackTopics } from './teach-back.ts';

const w = (ja: string, en: string): Words => ({ ja, en });

/** Codes of a handoff: its sections, what is said back, what is said of it after the first visit and of its paper. */
export const handoffWords: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(handoffSectionIds.map(id => [id, handoffSections[id].words])),
  ...Object.fromEntries(teachBackTopics.map(id => [id, teachBack[id].words])),
  agreed: w('合っている', 'As it is'),
  toTalk: w('話して確かめる', 'To be talked over'),
  talked: w('話して確かめた', 'Talked over'),
  informedWell: w('足りた', 'Enough'),
  informedPartly: w('少し足りなかった', 'Not quite enough'),
  informedPoorly: w('足りなかった', 'Not enough'),
  paperRead: w('読みました', 'Read it'),
  paperTaken: w('引き受けます', 'Takes it on'),
  paperCallMe: w('電話がほしい', 'Wants a call'),
  page: w('返事のページで', 'On the page for answers'),
  telephone: w('電話で', 'By telephone'),
};
