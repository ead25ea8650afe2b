import { careNeeds, entitlementKinds, procedures, teamFunctions } from '@kaerimichi/discharge';
import { familyStages } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import {
  type FamilyKey,
  familyKey,
  familyMessage,
  familyPieces,
  familyText,
  missingIn,
  moreCatalogues,
} from './family-words.ts';
import { ja } from './ja.ts';
import { moreLanguages, ownNames } from './languages.ts';

const keys = Object.keys(ja) as FamilyKey[];
const placesOf = (text: string) => [...text.matchAll(/%(\w+)%/g)].map(([, name]) => name).sort();

describe('the words of the family’s page', () => {
  it('have the same keys and places in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    for (const key of keys) expect([key, placesOf(en[key])]).toEqual([key, placesOf(ja[key])]);
  });
  it('have a reading above every Chinese character, in hiragana alone', () => {
    for (const key of keys)
      for (const { text, reading } of familyPieces('ja', key)) {
        if (reading === null) expect([key, text]).toEqual([key, text.replace(/[\p{Script=Han}]/gu, '?')]);
        else expect([key, reading]).toEqual([key, reading.replace(/[^\p{Script=Hiragana}ー]/gu, '?')]);
      }
  });
  it('are no words of the trade, and blame nobody', () => {
    const trade = /患者|対象者|ケース|段階|条件|要件|退院支援|アセスメント|カンファ|保護者|拒否|不足|未/u;
    for (const key of keys) expect([key, trade.test(familyText('ja', key))]).toEqual([key, false]);
    for (const key of keys)
      expect([key, /\b(case|patient|stage|discharge|conference)\b/i.test(en[key])]).toEqual([key, false]);
  });
  it('say of every stage where the family is and what comes next', () => {
    for (const stage of familyStages)
      expect([stage, familyKey('now', stage), familyKey('next', stage)]).toEqual([
        stage,
        `now.${stage}`,
        `next.${stage}`,
      ]);
    expect(familyKey('now', 'nowhere')).toBeNull();
  });
  it('name every code that can be shown, with its reading', () => {
    const shown = { function: teamFunctions, procedure: procedures, entitlement: entitlementKinds, care: careNeeds };
    for (const [kind, codes] of Object.entries(shown))
      for (const code of codes) expect([code, familyKey(kind, code)]).toEqual([code, `${kind}.${code}`]);
  });
  it('fill their places, and leave no mark of a reading in plain text', () => {
    expect(familyText('ja', 'withdrawOf', { who: '訪看' })).toBe('訪看に知らせるのをやめる');
    expect(familyPieces('ja', 'power')).toEqual([
      { text: '停電', reading: 'ていでん' },
      { text: 'の', reading: null },
      { text: '備', reading: 'そな' },
      { text: 'え', reading: null },
    ]);
    for (const key of keys) expect(familyText('ja', key)).not.toMatch(/[{}|]/);
  });
});

describe('languages that are not whole', () => {
  it.each(moreLanguages)(
    '%s has messages of the page alone, with the same places, and says how far it was checked',
    language => {
      const { words, review } = moreCatalogues[language];
      for (const [key, text] of Object.entries(words)) {
        expect(keys).toContain(key);
        expect([key, placesOf(text)]).toEqual([key, placesOf(ja[key as FamilyKey])]);
        expect(text).not.toMatch(/[{}|]/);
      }
      expect(ownNames[language].trim()).not.toBe('');
      // A catalogue that nobody checked says so in its own words, and that it is not whole.
      if (review === 'machineDrafted')
        expect(Object.keys(words)).toEqual(expect.arrayContaining(['machineDrafted', 'notWhole']));
    },
  );

  it.each(moreLanguages)('%s: what it does not say is said in plain Japanese, and named here', language => {
    const missing = missingIn(language);
    console.info(`${language} wants ${missing.length} of ${keys.length} messages: ${missing.join(' ')}`);
    expect(missing.length + Object.keys(moreCatalogues[language].words).length).toBe(keys.length);
    for (const key of missing) expect(familyMessage(language, key)).toEqual({ text: ja[key], language: 'ja' });
    expect(familyMessage(language, 'title').language).toBe(language);
    expect(familyPieces(language, missing[0] ?? 'power').some(({ reading }) => reading !== null)).toBe(true);
  });

  it('say nothing of care, medicine or consent that nobody has checked', () => {
    const careful =
      /^(care|procedure|emergency|withdraw|consent|when\.emergencyRoute|arranging|schemes|entitlement|level|rating)/;
    for (const language of moreLanguages)
      if (moreCatalogues[language].review === 'machineDrafted')
        expect(Object.keys(moreCatalogues[language].words).filter(key => careful.test(key))).toEqual([]);
  });
});
