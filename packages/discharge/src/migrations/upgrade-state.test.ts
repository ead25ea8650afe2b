import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pathwayVersion } from '../discharge.ts';
import { aCase } from '../histories/a-case.ts';
import { canOpen, type StoredState, upgradeState } from './upgrade-state.ts';

const file = new URL('sample-v1.jsonl', import.meta.url);
const stages = ['screening', 'planning', 'preparing', 'jointConference', 'readyForDischarge', 'firstVisit', 'followUp'];

// A sample of a released version is evidence: written anew only on request.
if (process.env.UPDATE_HISTORIES === '1') {
  const sample = stages.map(stage => ({ pathwayVersion, ...aCase().goesTo(stage).state() }));
  writeFileSync(file, sample.map(stored => `${JSON.stringify(stored)}\n`).join(''));
}
const sample = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as StoredState);

describe('a stored case', () => {
  it.each(sample.map(stored => [JSON.stringify(stored.value), stored] as const))(
    'of version 1 loads: %s',
    (_, stored) => {
      expect(upgradeState(stored)).toEqual({ value: stored.value, facts: stored.facts });
    },
  );

  it('goes through every step from its version to the present one', () => {
    const steps = new Map([
      [1, ({ value, facts }: Pick<StoredState, 'value' | 'facts'>) => ({ value: `${value}+`, facts })],
      [2, ({ value, facts }: Pick<StoredState, 'value' | 'facts'>) => ({ value: `${value}!`, facts })],
    ]);
    const stored = { ...sample[0], pathwayVersion: 1, value: 'a', facts: sample[0]?.facts };
    expect(upgradeState(stored, steps, 3).value).toBe('a+!');
    expect(upgradeState({ ...stored, pathwayVersion: 2 }, steps, 3).value).toBe('a!');
  });

  it('is not opened from a version without a way, from a newer one, or with facts that do not fit', () => {
    const stored = { pathwayVersion: 1, value: 'a', facts: sample[0]?.facts };
    expect(() => upgradeState(stored, new Map(), 2)).toThrow('no way leads from pathway version 1 to 2');
    expect(() => upgradeState({ ...stored, pathwayVersion: 9 })).toThrow('no way leads from pathway version 9');
    expect(() => upgradeState({ ...stored, facts: { round: -1 } })).toThrow();
  });

  it('can be opened only where a way leads, to a place that the chart has', () => {
    const [stored] = sample;
    if (!stored) throw new Error('no sample');
    expect(canOpen(stored)).toBe(true);
    expect(canOpen({ ...stored, pathwayVersion: 9 })).toBe(false);
    expect(canOpen({ ...stored, value: { open: 'nowhere' } })).toBe(false);
    const renamed = { ...stored, value: 'intake' };
    const way = (value: unknown) => new Map([[1, ({ facts }: Pick<StoredState, 'facts'>) => ({ value, facts })]]);
    expect(canOpen(renamed, way(stored.value), 2)).toBe(true);
    expect(canOpen(renamed, way('elsewhere'), 2)).toBe(false);
  });
});
