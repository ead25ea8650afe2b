import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemFieldsOf, touchesSameFacts, whichOfSeveral } from './same-facts.ts';

/** Every event with its fields, generated from the chart. */
const pathway = readFileSync(join(import.meta.dirname, '../../../../../docs/pathway.md'), 'utf8').split('\n');

const base = (name: string) => ({ name, label: name, isRequired: true });
const skill = { type: 'skill.assessed', procedure: 'suctionOral', caregiver: 'mother', level: 4 };
const items = itemFieldsOf('skill.assessed', []);

describe('what touches the same facts', () => {
  it('is an event of the same kind about the same item', () => {
    expect(touchesSameFacts(skill, { type: skill.type, body: { ...skill, level: 3 } }, items)).toBe(true);
    expect(touchesSameFacts(skill, { type: skill.type, body: { ...skill, caregiver: 'father' } }, items)).toBe(false);
    expect(touchesSameFacts({ type: 'plan.written' }, { type: 'plan.written', body: { goal: 'x' } }, [])).toBe(true);
  });

  it('is another event about the same stay, but not about another one', () => {
    const mine = { type: 'trialStay.permitted', stayId: 's1' };
    const stay = itemFieldsOf(mine.type, [
      { ...base('stayId'), kind: 'item', ref: 'stays', fits: [], allowsNew: false },
    ]);
    expect(touchesSameFacts(mine, { type: 'trialStay.begun', body: { stayId: 's1' } }, stay)).toBe(true);
    expect(touchesSameFacts(mine, { type: 'trialStay.begun', body: { stayId: 's2' } }, stay)).toBe(false);
  });

  it('is whatever may have been taken back, and what may not be read', () => {
    expect(touchesSameFacts(skill, { type: 'entry.corrected', body: { seq: 3 } }, items)).toBe(true);
    expect(touchesSameFacts(skill, { type: skill.type, body: null }, items)).toBe(true);
  });

  it('is the care needs, which two kinds of events write', () => {
    const plan = { type: 'plan.written', needs: [] };
    expect(touchesSameFacts(plan, { type: 'factors.recorded', body: { needs: ['niv'] } }, [])).toBe(true);
    expect(touchesSameFacts(plan, { type: 'note.added', body: {} }, [])).toBe(false);
  });

  it('does not take an organisation for an item of the case', () => {
    const fields = itemFieldsOf('candidate.asked', [
      { ...base('candidateId'), kind: 'newId' },
      { ...base('organisation'), kind: 'item', ref: 'orgs', fits: [], allowsNew: false },
    ]);
    expect(fields).toEqual(['candidateId']);
  });

  it.each(Object.entries(whichOfSeveral))('%s has the fields that tell its facts apart', (type, names) => {
    const row = pathway.find(line => line.startsWith(`| \`${type}\``)) ?? '';
    expect(row.split(/[|,]/).map(cell => cell.trim())).toEqual(expect.arrayContaining([...names]));
  });
});
