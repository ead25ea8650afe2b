import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findRule, rules } from './rule-list.ts';
import { ruleSetIds, ruleSetOn, ruleSets } from './rule-set.ts';
import { type Source, sourceLine } from './source.ts';

const sourcesOf = (id: string): readonly Source[] => Object.values(findRule(id)?.sources ?? {}).flat();

describe('every rule', () => {
  it('has an id of its own', () => {
    expect(rules.length).toBeGreaterThan(25);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(findRule('never')).toBeNull();
  });

  it.each(rules.map(rule => [rule.id, rule] as const))('%s says what it is, in both languages', (id, rule) => {
    expect(rule.title.ja).not.toBe('');
    expect(rule.title.en).not.toBe('');
    expect(rule.sources.R8, 'of the revision in force').toBeDefined();
    const sources = sourcesOf(id);
    expect(sources.length).toBeGreaterThan(0);
    for (const { place, note, mark } of sources) {
      expect(place).not.toBe('');
      // What is not read in the text says why it is taken to be so.
      if (mark !== 'C') expect(note, `${id}: ${place}`).toBeDefined();
      if (note) expect([note.ja, note.en].every(said => said.length > 0)).toBe(true);
    }
  });

  it.each(rules.map(rule => [rule.id, rule] as const))('%s names its facts, and the one that picks its revision', (_id, rule) => {
    const { properties = {}, additionalProperties } = z.toJSONSchema(rule.facts, { io: 'input', unrepresentable: 'any' });
    expect(additionalProperties, 'unknown facts are refused').toBe(false);
    for (const [name, fact] of Object.entries(properties))
      expect((fact as { title?: string }).title, name).toMatch(/^.+ \/ .+$/);
    if (rule.revisionBy !== 'lastDay') expect(Object.keys(properties)).toContain(rule.revisionBy);
  });
});

describe('revisions', () => {
  it('follow each other without a gap', () => {
    expect(ruleSetIds).toEqual(['R6', 'R8']);
    expect([ruleSets.R6.to, ruleSets.R8.from]).toEqual(['2026-05-31', '2026-06-01']);
    expect(['2024-05-31', '2024-06-01', '2026-05-31', '2026-06-01', '2030-01-01'].map(ruleSetOn)).toEqual([
      null,
      'R6',
      'R6',
      'R8',
      'R8',
    ]);
  });

  it('are told with the place of the text', () => {
    const line = sourceLine([
      { kind: 'notice', place: 'A246 通知(2)', mark: 'C' },
      { kind: 'form', place: '別紙14', mark: 'C' },
    ]);
    expect(line).toBe('通知 A246 通知(2)、様式 別紙14');
  });
});
