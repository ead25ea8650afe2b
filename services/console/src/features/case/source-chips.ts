import type { CaseSource, SourceItem } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

/** What stands beside a child's name because of a hospital's file: one chip each, in words. */
export type SourceChip = { readonly kind: 'allergy' | 'interpreter'; readonly text: string };

type Source = Pick<CaseSource, 'parts'>;
type Said = Pick<Speech, 'say' | 'language'>;

const itemsOf = ({ parts }: Source, wanted: string): readonly SourceItem[] =>
  parts.find(({ part }) => part === wanted)?.items ?? [];

/** Allergies first, those called dangerous before the others; then the languages of an interpreter. */
export function sourceChips(source: Source, speech: Said): SourceChip[] {
  const allergies = allergiesIn(source).map(allergy => ({
    kind: 'allergy' as const,
    text: allergyWords(allergy, speech),
  }));
  const languages = itemsOf(source, 'interpreter').filter(({ gone }) => gone === null);
  const names = new Set(languages.map(item => languageName(item, speech.language)));
  const interpreters = [...names].map(language => ({
    kind: 'interpreter' as const,
    text: speech.say('chip.interpreter', { language }),
  }));
  return [...allergies, ...interpreters];
}

/** Whether a chip names the language of an interpreter: then none says that one is needed, without it. */
export const namesLanguage = (source: Source): boolean =>
  itemsOf(source, 'interpreter').some(({ gone }) => gone === null);

type Allergy = { readonly text: string; readonly isCritical: boolean; readonly isGone: boolean };

/** FHIR's clinical states of an allergy that is over. */
const over = /^(inactive|resolved)\b/i;

/**
 * Each allergy once. One that the newest file leaves out stands there as such, since it may only not be written there;
 * one that it calls over does not.
 */
function allergiesIn(source: Source): Allergy[] {
  const byText = new Map<string, Allergy>();
  const items = itemsOf(source, 'allergies').filter(({ text }) => text !== '');
  const overNow = new Set(items.filter(({ gone, status = '' }) => !gone && over.test(status)).map(({ text }) => text));
  for (const { text, gone, critical, status = '' } of items) {
    if (over.test(status) || (gone && overNow.has(text))) continue;
    const before = byText.get(text);
    const isCritical = critical === 'high' || before?.isCritical === true;
    byText.set(text, { text, isCritical, isGone: gone !== null && before?.isGone !== false });
  }
  return [...byText.values()].sort((a, b) => Number(b.isCritical) - Number(a.isCritical));
}

function allergyWords({ text, isCritical, isGone }: Allergy, { say }: Said): string {
  const what = isCritical ? say('chip.critical', { what: text }) : text;
  return say('chip.allergy', { what: isGone ? say('chip.gone', { what }) : what });
}

/** A language by its code (BCP 47) in the reader's language, else as the file has it. */
function languageName({ text, codes = [] }: SourceItem, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  for (const code of codes)
    try {
      const name = names.of(code.split('-')[0] ?? '');
      if (name) return name;
    } catch {
      // A code of another system is no language tag.
    }
  return text;
}
