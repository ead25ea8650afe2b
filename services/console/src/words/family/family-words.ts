import { en } from './en.ts';
import { ja } from './ja.ts';
import { type FamilyLanguage, type MoreLanguage, type MoreWords, moreLanguages } from './languages.ts';
import { pt } from './pt.ts';
import { tl } from './tl.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

export type FamilyKey = keyof typeof ja;
export type FamilyWords = Readonly<Record<FamilyKey, string>>;
type Places = Readonly<Record<string, string>>;

/** A piece of a sentence; `reading`: what stands above it. */
export type FamilyPiece = { readonly text: string; readonly reading: string | null };

/** Catalogues that need not be whole. */
export const moreCatalogues: Readonly<Record<MoreLanguage, MoreWords>> = { pt, zh, vi, tl };

const isMore = (language: FamilyLanguage): language is MoreLanguage => moreLanguages.some(one => one === language);

/** A sentence as a catalogue has it, and in which language that is: where one has none, in plain Japanese. */
export function familyMessage(language: FamilyLanguage, key: FamilyKey): { text: string; language: FamilyLanguage } {
  if (language === 'en') return { text: en[key], language };
  const own = isMore(language) ? moreCatalogues[language].words[key] : undefined;
  return own === undefined ? { text: ja[key], language: 'ja' } : { text: own, language };
}

/** What a catalogue does not say yet: names of messages, as whoever translates asks for them. */
export const missingIn = (language: MoreLanguage): FamilyKey[] =>
  keys.filter(key => moreCatalogues[language].words[key] === undefined);

/** A sentence of the family's page with its places filled, in pieces with their readings. */
export function familyPieces(language: FamilyLanguage, key: FamilyKey, places: Places = {}): FamilyPiece[] {
  const pieces = familyMessage(language, key)
    .text.split(/(\{[^{}|]+\|[^{}|]+\})/u)
    .filter(piece => piece !== '');
  return pieces.map(piece => {
    const [, base, reading] = /^\{([^{}|]+)\|([^{}|]+)\}$/u.exec(piece) ?? [];
    return base && reading ? { text: base, reading } : { text: filled(piece, places), reading: null };
  });
}

/** The same without readings: for titles and for what is read aloud. */
export const familyText = (language: FamilyLanguage, key: FamilyKey, places: Places = {}): string =>
  familyPieces(language, key, places)
    .map(({ text }) => text)
    .join('');

const filled = (text: string, places: Places): string =>
  text.replace(/%(\w+)%/g, (whole, name: string) => new Map(Object.entries(places)).get(name) ?? whole);

/** The key of a code, where the page has a word for it; null: it has none. */
export const familyKey = (kind: string, code: string): FamilyKey | null =>
  keys.find(key => key === `${kind}.${code}`) ?? null;

// keys forgets that these are all the keys.
const keys = Object.keys(ja) as FamilyKey[];
