import { noticeKinds } from '@kaerimichi/discharge';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en as mostEn } from './en/index.ts';
import { wall as wallEn } from './en/wall.ts';
import { ja as mostJa } from './ja/index.ts';
import { wall as wallJa } from './ja/wall.ts';
import { createSpeech, type WordKey } from './words.ts';

const ja = { ...mostJa, ...wallJa };
const en = { ...mostEn, ...wallEn };
const components = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
const keys = Object.keys(ja) as WordKey[];

/** Names of the places in a message, in any order. */
const placesOf = (message: string, language: string): string[] => {
  const names = new Set<string>();
  const visit = (parts: unknown): void => {
    if (!Array.isArray(parts)) return;
    for (const part of parts) {
      // Literals (type 0) and the # of a plural (type 7) have no name.
      if (part.type !== 0 && part.type !== 7) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit((option as { value: unknown }).value);
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
};

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the words', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  });
  it('are readable ICU messages with the same places in both languages', () => {
    for (const key of keys) expect([key, placesOf(en[key], 'en')]).toEqual([key, placesOf(ja[key], 'ja')]);
  });
  it('stand in no component', () => {
    const found = Object.entries(components).filter(([, source]) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(withoutComments(source)),
    );
    expect(Object.keys(components).length).toBeGreaterThan(40);
    expect(found.map(([path]) => path)).toEqual([]);
  });
  it('leave no English in a component: neither between tags nor in what is read aloud', () => {
    const text = />[^<>{}=;()]*[A-Za-z]{2,}[^<>{}=;()]*<\//;
    const attribute = /\b(aria-label|aria-description|title|placeholder|alt|label|legend)="[^"]*[A-Za-z]/;
    const found = Object.entries(components).filter(
      ([, source]) => text.test(withoutComments(source)) || attribute.test(withoutComments(source)),
    );
    expect(found.map(([path]) => path)).toEqual([]);
    expect(text.test('<p>Save</p>') && attribute.test('<a title="Save">')).toBe(true);
  });
  it('are in their own language: no Japanese in English, no message that is only its key', () => {
    const japanese = keys.filter(key => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(en[key]));
    expect(japanese).toEqual(['language.ja']);
    expect(keys.filter(key => ja[key].trim() === '' || en[key].trim() === '')).toEqual([]);
    expect(keys.filter(key => ja[key] === key.split('.')[1] || en[key] === key)).toEqual([]);
  });
  it('are all said somewhere', () => {
    const sources = Object.entries(
      import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!./{ja,en}/*'], {
        query: '?raw',
        import: 'default',
        eager: true,
      }),
    ).map(([, source]) => source);
    const all = sources.join('\n');
    // A code's kind, or the first part of a key that is put together when it is said.
    const isFamilySaid = (family: string) =>
      all.includes(`'${family}'`) || all.includes(`${family}: [`) || all.includes(`\`${family}.\${`);
    const unsaid = keys.filter(key => !all.includes(`'${key}'`) && !isFamilySaid(key.split('.')[0] ?? ''));
    expect(unsaid).toEqual([]);
  });
});

describe('speech', () => {
  const speech = createSpeech(ja, 'ja', {
    ventilator: { ja: '呼吸器', en: 'Ventilator' },
    grandparent: { ja: '祖父母', en: 'Grandparent' },
    hospital: { ja: '病院', en: 'Hospital' },
    'scope.hospital': { ja: '退院支援を受けることへの同意', en: 'Consent to discharge support' },
  });
  it('fills places and plurals', () => {
    expect(speech.say('due.over', { days: 3 })).toBe('期限切れ 3日');
    expect(speech.say('strip.back', { n: 7 })).toBe('最新になりました。離れていた間に7件変わりました。');
    expect(createSpeech(en, 'en').say('common.cases', { n: 1 })).toBe('1 case');
  });
  it('knows codes from the catalogue, then from the pathway, and shows an unknown one as it is', () => {
    expect(speech.code('role', 'dischargeNurse')).toBe('退院支援看護師');
    expect(speech.code('need', 'ventilator')).toBe('呼吸器');
    expect(speech.code('scope', 'hospital')).toBe('退院支援を受けることへの同意');
    expect(speech.code('place', 'hospital')).toBe('病院');
    expect(speech.code('caregiver', 'grandparent-2')).toBe('祖父母(2人目)');
    expect(speech.code('need', 'newThing')).toBe('newThing');
    expect(speech.code('need', 'newThing-2')).toBe('newThing-2');
    expect(speech.findCode('need', 'newThing')).toBeNull();
    expect(speech.findWord('hint', 'hospital')).toBeNull();
    expect(speech.findWord('hint', 'level')).toContain('ひとりで');
  });
  it('has words for every kind of notice', () => {
    expect(noticeKinds.filter(kind => speech.findCode('noticeKind', kind) === null)).toEqual([]);
  });
});
