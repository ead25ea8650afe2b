import { describe, expect, it } from 'vitest';
import { chosenValue, rebase, unchosen } from './clash.ts';
import type { FieldSpec } from './schema.ts';

const fields: FieldSpec[] = [
  { name: 'destination', label: '', isRequired: true, kind: 'choice', choices: [] },
  { name: 'goal', label: '', isRequired: false, kind: 'text', isLong: true, isCode: false },
  { name: 'school', label: '', isRequired: true, kind: 'yesNo' },
  { name: 'occurredOn', label: '', isRequired: false, kind: 'day' },
];
const base = { destination: 'home', school: false };
const mine = { type: 'plan.written', destination: 'home', goal: '家で', school: false };
const entry = (body: Record<string, unknown>, type = 'plan.written') => ({ type, body, texts: null });

describe('a form that lost a race', () => {
  it('is sent again as it is when nobody touched its facts', () => {
    const result = rebase([entry({}, 'note.added')], { fields, base, body: mine });
    expect(result).toEqual({ kind: 'again', body: mine, taken: {} });
    expect(result.kind === 'again' && result.body).toBe(mine);
  });

  it('is sent again with what only the other changed', () => {
    const theirs = { destination: 'home', school: true, occurredOn: '2026-11-20' };
    expect(rebase([entry(theirs)], { fields, base, body: mine })).toEqual({
      kind: 'again',
      body: { ...mine, school: true },
      taken: { school: true },
    });
  });

  it('asks about what both changed, and takes over the rest', () => {
    const past = { ...entry({ destination: 'facility', school: false }), texts: { goal: '病院で' } };
    const result = rebase([past], { fields, base, body: mine });
    expect(result).toMatchObject({ kind: 'choose', taken: { destination: 'facility' }, clash: { choices: {} } });
    if (result.kind !== 'choose') throw new Error('nothing to choose');
    const [goal] = unchosen(result.clash);
    if (!goal) throw new Error('goal is missing');
    expect(result.clash.fields).toEqual([fields[1]]);
    expect(chosenValue(goal, result.clash, 'theirs')).toBe('病院で');
    expect(chosenValue(goal, result.clash, 'mine')).toBe('家で');
    expect(chosenValue(goal, result.clash, 'both')).toBe('病院で\n家で');
    expect(unchosen({ ...result.clash, choices: { goal: 'both' } })).toEqual([]);
  });

  it('is shown to a person when the same item was written to in another way, or cannot be read', () => {
    const hidden = { type: 'plan.written', body: null, texts: null };
    expect(rebase([hidden], { fields, base, body: mine }).kind).toBe('look');
    expect(rebase([entry({ seq: 4 }, 'entry.corrected')], { fields, base, body: mine }).kind).toBe('look');
  });
});
