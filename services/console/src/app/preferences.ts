import { cardDensities, type LaneKind, laneKinds, type Settings } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import { createObservable, type Observable } from '../live/observable.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['standard', 'large', 'xlarge'] as const;
export const densities = cardDensities;
export const announcements = ['own', 'all', 'none'] as const;
export const languages = ['ja', 'en'] as const;
/** Languages of the family's page beside these, as far as its words are there. */
export const familyLanguages = ['pt', 'zh', 'vi', 'tl'] as const;

/** How one person likes this browser to be. Nothing here names anybody but by an id. */
export type Preferences = {
  readonly language: Language | null;
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
  readonly density: (typeof densities)[number];
  readonly announce: (typeof announcements)[number];
  /** How the board is cut; null until this person chose: as their role looks at it. */
  readonly lanes: LaneKind | null;
  /** Of the family's page, where it is none of the program's; null: as the program. */
  readonly familyLanguage: (typeof familyLanguages)[number] | null;
  /** Readings above the words of the family's page. */
  readonly furigana: boolean;
  /** Single-letter shortcuts (WCAG 2.1.4). */
  readonly letters: boolean;
  /** Columns folded to a strip; null until this person folds one. */
  readonly folded: readonly string[] | null;
  /** Person whose settings these are; null until somebody signs in. */
  readonly of: string | null;
  /** Lanes folded away, by whose they are and in which view. */
  readonly foldedLanes: Readonly<Record<string, readonly string[]>>;
};

export const standardPreferences: Preferences = {
  language: null,
  theme: 'system',
  textSize: 'standard',
  density: 'normal',
  announce: 'own',
  lanes: null,
  familyLanguage: null,
  furigana: true,
  letters: true,
  folded: null,
  of: null,
  foldedLanes: {},
};

/** The language of a browser that nobody has told: Japanese where its owner reads any, else English. */
export const languageOf = (wanted: readonly string[]): Language =>
  wanted.some(tag => /^ja\b/i.test(tag)) ? 'ja' : 'en';

const KEY = 'kaerimichi.preferences';

const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.find(choice => choice === value) ?? otherwise;

const textsOf = (list: readonly unknown[]): string[] => list.filter(item => typeof item === 'string');

const listsOf = (kept: unknown): Preferences['foldedLanes'] =>
  Object.fromEntries(
    Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).flatMap(([key, list]) =>
      Array.isArray(list) ? [[key, textsOf(list)]] : [],
    ),
  );

/** What was kept, as far as this version knows it. */
export function parsePreferences(text: string | null): Preferences {
  const standard = standardPreferences;
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null) return standard;
    const at = (name: string): unknown => Object.entries(kept).find(([key]) => key === name)?.[1];
    const folded = at('folded');
    const of = at('of');
    return {
      language: oneOf<Language | null>(languages, at('language'), null),
      theme: oneOf(themes, at('theme'), standard.theme),
      textSize: oneOf(textSizes, at('textSize'), standard.textSize),
      density: oneOf(densities, at('density'), standard.density),
      announce: oneOf(announcements, at('announce'), standard.announce),
      lanes: oneOf<LaneKind | null>(laneKinds, at('lanes'), standard.lanes),
      familyLanguage: oneOf<Preferences['familyLanguage']>(familyLanguages, at('familyLanguage'), null),
      furigana: at('furigana') !== false,
      letters: at('letters') !== false,
      folded: Array.isArray(folded) ? textsOf(folded) : null,
      of: typeof of === 'string' ? of : null,
      foldedLanes: listsOf(at('foldedLanes')),
    };
  } catch {
    return standard;
  }
}

const { theme, textSize, density, announce, letters } = standardPreferences;
/** Settings that go with an account to the next computer, as they are for whoever has chosen none. */
const ofAccount = { theme, textSize, density, announce, letters };

/** What a browser keeps, once somebody has signed in: their own settings, and nothing of whoever was here before. */
export function adopted(
  kept: Preferences,
  person: string,
  { muted: _notHere, mail: _norThis, ...settings }: Settings,
): Preferences {
  const before = kept.of === null || kept.of === person ? kept : { ...kept, ...ofAccount };
  const chosen = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(chosen), of: person };
}

/** Sets what CSS reads: theme and text size stand on the root element. */
function show({ theme, textSize }: Preferences): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  dataset.text = textSize;
}

export type PreferenceStore = Observable<Preferences> & { readonly set: (change: Partial<Preferences>) => void };

export function createPreferences(storage: Storage): PreferenceStore {
  const store = createObservable(parsePreferences(storage.getItem(KEY)));
  show(store.read());
  return {
    ...store,
    set: change => {
      store.write({ ...store.read(), ...change });
      show(store.read());
      try {
        storage.setItem(KEY, JSON.stringify(store.read()));
      } catch {
        // A full or forbidden storage: the choice holds until the page is closed.
      }
    },
  };
}
