import type { Language, Words } from '@kaerimichi/discharge';
import { IntlMessageFormat } from 'intl-messageformat';
import type { ja } from './ja/index.ts';

export type WordKey = keyof typeof ja;
type Params = Readonly<Record<string, string | number | boolean | null>>;
/** All words of one language, as ICU messages. */
export type Catalogue = Readonly<Record<WordKey, string>>;

/** What a component says with: sentences by key, codes by kind, sentences of the server by language. */
export type Speech = {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly say: (key: WordKey, params?: Params) => string;
  /** Word of a code (`need`, `tracheostomy`); the code itself where the catalogue has none. */
  readonly code: (kind: string, id: string) => string;
  /** Word of a code, or null where the catalogue has none. */
  readonly findCode: (kind: string, id: string) => string | null;
  /** A sentence of the catalogue by a key that is put together, or null; never the word of a code. */
  readonly findWord: (family: string, name: string) => string | null;
  readonly pick: (words: Words) => string;
};

/** Words of codes that the server sends with the pathway, by code, and by `field.code` where a field has its own. */
export type CodeWords = Readonly<Record<string, Words>>;

export function createSpeech(catalogue: Catalogue, language: Language, codes: CodeWords = {}): Speech {
  const formats = new Map<string, IntlMessageFormat>();
  const format = (message: string, params: Params) => {
    const made = formats.get(message) ?? new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    formats.set(message, made);
    return String(made.format(params));
  };
  const any: Readonly<Record<string, string>> = catalogue;
  const findCode = (kind: string, id: string): string | null => {
    const word = any[`${kind}.${id}`] ?? (codes[`${kind}.${id}`] ?? codes[id])?.[language];
    if (word !== undefined) return word;
    // `grandparent-2`: one more of what the word says.
    const [, one, nth] = /^(\w+)-(\d+)$/.exec(id) ?? [];
    const first = one && findCode(kind, one);
    return first && nth ? format(catalogue['code.nth'], { word: first, n: Number(nth) }) : null;
  };
  return {
    catalogue,
    language,
    say: (key, params) => (params ? format(catalogue[key], params) : catalogue[key]),
    code: (kind, id) => findCode(kind, id) ?? id,
    findCode,
    findWord: (family, name) => any[`${family}.${name}`] ?? null,
    pick: words => words[language],
  };
}

type Loaded = Map<Language, Promise<Record<string, string>>>;
/** One object each, as it is handed out: it grows when the other words come. */
const ofFirstView: Loaded = new Map();
const whole: Loaded = new Map();
let isWholeWanted = false;

/** What failed to load is asked for anew. */
function once(loads: Loaded, language: Language, load: () => Promise<Record<string, string>>) {
  const words = loads.get(language) ?? load();
  loads.set(language, words);
  words.catch(() => loads.delete(language));
  return words;
}

const wholeOf = (language: Language) =>
  once(whole, language, async () =>
    Object.assign(await once(ofFirstView, language, wordsOf[language].first), await wordsOf[language].later()),
  );

/** The words of a language: those of a first view, and the others too once a screen has needed them. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const words = once(ofFirstView, language, wordsOf[language].first);
  // A screen of a first view says no other word (first-words.test.ts); every other one waits for `loadAllWords`.
  return (await (isWholeWanted ? wholeOf(language) : words)) as Catalogue;
}

/** Before a screen is shown that is no first view: its words, in the languages spoken so far and from now on. */
export async function loadAllWords(): Promise<void> {
  isWholeWanted = true;
  await Promise.all([...ofFirstView.keys()].map(wholeOf));
}

const wordsOf = {
  ja: {
    first: async () => ({ ...(await import('./ja/first.ts')).first }),
    later: async () => (await import('./ja/later.ts')).later,
  },
  en: {
    first: async () => ({ ...(await import('./en/first.ts')).first }),
    later: async () => (await import('./en/later.ts')).later,
  },
};
