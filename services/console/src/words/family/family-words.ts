import type { Language } from '@kaerimichi/discharge';
import { en } from './en.ts';
import { ja } from './ja.ts';

export type FamilyKey = keyof typeof ja;
export type FamilyWords = Readonly<Record<FamilyKey, string>>;
type Places = Readonly<Record<string, string>>;

/** A piece of a sentence; `reading`: what stands above it. */
export type FamilyPiece = { readonly text: string; readonly reading: string | null };

const catalogues: Readonly<Record<Language, FamilyWords>> = { ja, en };

/** A sentence of the family's page with its places filled, in pieces with their readings. */
export function familyPieces(language: Language, key: FamilyKey, places: Places = {}): FamilyPiece[] {
  const pieces = catalogues[language][key].split(/(\{[^{}|]+\|[^{}|]+\})/u).filter(piece => piece !== '');
  return pieces.map(piece => {
    const [, base, reading] = /^\{([^{}|]+)\|([^{}|]+)\}$/u.exec(piece) ?? [];
    return base && reading ? { text: base, reading } : { text: filled(piece, places), reading: null };
  });
}

/** The same without readings: for titles and for what is read aloud. */
export const familyText = (language: Language, key: FamilyKey, places: Places = {}): string =>
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
