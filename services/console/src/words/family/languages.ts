import type { Language } from '@kaerimichi/discharge';
import type { familyLanguages } from '../../app/preferences.ts';
import type { FamilyKey } from './family-words.ts';

/** Languages of the family's page beside those of the program: as far as somebody wrote their words. */
export { familyLanguages as moreLanguages } from '../../app/preferences.ts';
export type MoreLanguage = (typeof familyLanguages)[number];
export type FamilyLanguage = Language | MoreLanguage;

/** What each is called by whoever reads it. */
export const ownNames: Readonly<Record<MoreLanguage, string>> = {
  pt: 'Português',
  zh: '中文',
  vi: 'Tiếng Việt',
  tl: 'Tagalog',
};

/** As HTML names it: which characters, where a language has several. */
export const htmlLanguage = (language: FamilyLanguage): string => (language === 'zh' ? 'zh-Hans' : language);

/**
 * A catalogue that need not be whole. What is missing is said in plain Japanese, and the page says so; whether a person
 * who speaks the language has checked it, the page says as well.
 */
export type MoreWords = {
  readonly review: 'machineDrafted' | 'reviewed';
  readonly words: Readonly<Partial<Record<FamilyKey, string>>>;
};
