import { type Category, categories } from '@kaerimichi/discharge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectSource, type Right, sourceParts } from './index.ts';

/** Every part is a word of its own, so that one that leaks is seen. */
const content = {
  ...Object.fromEntries(sourceParts.map(part => [part, [{ text: `canary-${part}`, detail: `detail-${part}` }]])),
  careNeeds: ['canary-careNeeds'],
  careNeedsFrom: [{ text: 'canary-nowhere' }],
  sourceKey: 'canary-nowhere',
};
const shown = (rights: Partial<Record<Category, Right>>) => projectSource(content, rights);
const namesOf = (rights: Partial<Record<Category, Right>>) => shown(rights).map(({ part }) => part);

describe('what a file told', () => {
  it('is shown whole to whoever reads a category, and nothing of another one', () => {
    fc.assert(
      fc.property(fc.subarray([...categories]), fc.constantFrom<Right>('write', 'read', 'writeOwn'), (seen, right) => {
        const parts = shown(Object.fromEntries(seen.map(name => [name, right])));
        expect(parts.every(({ category }) => seen.includes(category))).toBe(true);
        const text = JSON.stringify(parts);
        for (const { part, category } of shown(Object.fromEntries(categories.map(name => [name, 'read']))))
          expect(text.includes(`"canary-${part}"`), part).toBe(seen.includes(category));
      }),
    );
  });

  it('has its allergies, conditions and medicines in the clinical category, devices with skills, the family with contacts', () => {
    expect(namesOf({ clinical: 'read' })).toEqual(
      expect.arrayContaining(['allergies', 'conditions', 'medications', 'careNeeds']),
    );
    expect(namesOf({ skills: 'read' })).toEqual(['devices']);
    expect(namesOf({ contacts: 'read' })).toEqual(expect.arrayContaining(['guardians', 'familyKana', 'phones']));
  });

  it('is which care and which devices where a summary is seen, by name alone', () => {
    const parts = shown({ contacts: 'summary', clinical: 'summary', skills: 'summary', plan: 'read' });
    expect(parts.map(({ part, value }) => [part, value])).toEqual([
      ['careNeeds', ['canary-careNeeds']],
      ['devices', [{ text: 'canary-devices' }]],
    ]);
  });

  it('is nothing to whoever sees the own part alone, or no category', () => {
    expect(shown({ contacts: 'own', clinical: 'own', skills: 'own' })).toEqual([]);
    expect(shown({})).toEqual([]);
  });

  it('tells that a child died to whoever reads what is clinical, and every other mark with the contacts', () => {
    const marksFor = (rights: Partial<Record<Category, Right>>) =>
      projectSource({ marks: ['deceased', 'adult', 'noBirthDate'] }, rights).map(({ category, value }) => [
        category,
        value,
      ]);
    expect(marksFor({ contacts: 'read' })).toEqual([['contacts', ['adult', 'noBirthDate']]]);
    expect(marksFor({ clinical: 'read' })).toEqual([['clinical', ['deceased']]]);
    expect(marksFor({ contacts: 'read', clinical: 'summary' })).toEqual([['contacts', ['adult', 'noBirthDate']]]);
    expect(marksFor({ contacts: 'read', clinical: 'read' })).toEqual([
      ['contacts', ['deceased', 'adult', 'noBirthDate']],
    ]);
    expect(marksFor({ skills: 'read', plan: 'read' })).toEqual([]);
  });

  it('keeps what has no category, whoever asks', () => {
    const all = Object.fromEntries(categories.map(name => [name, 'write' as const]));
    expect(JSON.stringify(shown(all))).not.toContain('canary-nowhere');
  });
});
