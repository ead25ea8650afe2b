import { describe, expect, it } from 'vitest';
import { composeDocument } from './compose.ts';
import type { Template } from './templates/template.ts';
import { templates } from './templates/templates.ts';
import { emptyCase } from './testing/empty-case.ts';
import { entry, knownCase } from './testing/known-case.ts';

const words = (template: Template, known = knownCase()) => JSON.stringify(composeDocument(template, known).paper);
const byId = (id: string): Template => {
  const found = templates.find(template => template.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('every document', () => {
  it.each(templates.map(template => [template.id, template] as const))(
    '%s has its own id, words in both languages and what it needs',
    (id, template) => {
      expect(templates.filter(other => other.id === id)).toHaveLength(1);
      expect(id).toMatch(/^[A-Za-z]{1,40}$/);
      for (const text of [template.title, template.about])
        expect(Object.values(text).every(one => one.trim())).toBe(true);
      expect(template.needs.length).toBeGreaterThan(0);
    },
  );

  it.each(templates.map(template => [template.id, template] as const))(
    '%s says more of a case of which more is recorded',
    (_id, template) => {
      const count = (known = knownCase()) =>
        composeDocument(template, known).fields.filter(field => field.isRecorded).length;
      expect(count()).toBeGreaterThan(count(emptyCase()));
    },
  );

  it.each(templates.map(template => [template.id, template] as const))(
    '%s invents nothing: of an empty case no place is filled, beside what the form prints',
    (_id, template) => {
      const filled = composeDocument(template, emptyCase()).fields.filter(field => field.isRecorded);
      expect(filled.map(({ label }) => label).filter(label => label !== 'この紙を作った日')).toEqual([]);
    },
  );
});

describe('what whoever prints is not told', () => {
  it('is left out, and said so in one line', () => {
    const whole = words(byId('dischargePlan'));
    expect(whole).toContain('夜間の吸引');
    const { paper, withheld } = composeDocument(byId('dischargePlan'), knownCase({ without: ['clinical', 'family'] }));
    const said = JSON.stringify(paper);
    expect(withheld).toEqual(['clinical', 'family']);
    expect(said).not.toContain('夜間の吸引');
    expect(said).not.toContain('退院困難な要因');
    expect(said).toContain('印刷した人に共有されていない項目(診療要約、家族)は、のせていません。');
    expect(whole).not.toContain('共有されていない');
  });
});

describe('words of the forms', () => {
  it('ring what is recorded of care, and nothing else', () => {
    const rings = words(byId('homeNursingOrder')).match(/"label":"[^"]+","isChosen":true/g);
    expect(rings).toEqual(
      ['訪問看護指示書', '3. 酸素療法', '9. 人工呼吸器', '10. 気管カニューレ'].map(
        label => `"label":"${label}","isChosen":true`,
      ),
    );
  });

  it('say of a skill how far it is, what to repeat, and that it counts only once it was seen twice', () => {
    const once = words(byId('skillCheck'));
    for (const said of ['4 ひとりで 2026/11/20', '圧を確かめてから始める', '停電', '松本'])
      expect(once).toContain(said);
    expect(once).not.toContain('確認済み');
    const { skills = [], ...facts } = knownCase().facts;
    const twice = knownCase({ facts: { ...facts, skills: skills.map(({ firstBy: _first, ...skill }) => skill) } });
    expect(words(byId('skillCheck'), twice)).toContain('4 ひとりで 2026/11/20 確認済み');
    // Practised anew on a second device: what counts is said all the same, and nobody is called both.
    const again = skills.map(({ firstBy: _first, ...skill }) => ({ ...skill, level: 2, deviceModel: '別の機種' }));
    const both = knownCase({ facts: { ...facts, skills: [...(twice.facts.skills ?? []), ...again] } });
    expect(words(byId('skillCheck'), both)).toContain('4 ひとりで 2026/11/20 確認済み');
    expect(words(byId('nursingSummary'), both)).not.toContain('練習中・再確認');
  });

  it('have contacts by day and by night, the newest of each', () => {
    const card = words(byId('carryCard'));
    expect(card).toContain('退院支援室 045-000-0101');
    expect(card).toContain('病棟の当直 045-000-0102');
  });

  it('say first on the carry card what an evaluation changed, and nothing of one that changed nothing', () => {
    const evaluated = (changesCare: boolean) =>
      words(
        byId('carryCard'),
        knownCase({
          entries: [entry(9, 'evaluation.recorded', { changesCare }, { result: '見た', changes: 'NIV 14/5' })],
        }),
      );
    expect(evaluated(true)).toContain('NIV 14/5');
    expect(evaluated(false)).not.toContain('変わったこと');
    expect(words(byId('carryCard'))).not.toContain('変わったこと');
  });

  it('lead from each record to its place', () => {
    expect(words(byId('dischargePlan'))).toContain('もとになった記録');
    expect(words(byId('carryCard'))).toContain('2026/11/20までの記録によります。');
  });
});
