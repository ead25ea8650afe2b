import { describe, expect, it } from 'vitest';
import { aCase } from './histories/a-case.ts';
import { codesOf } from './histories/walk.ts';
import { checkOccurredOn, happenedOn } from './occurred-on.ts';

const { event } = aCase().steps[0] ?? {};
if (!event) throw new Error('a case begins with an event');
const on = event.on;
const { record: _reason, ...silent } = event;

describe('the day on which something happened', () => {
  it('is the day it names, else the day of recording', () => {
    expect(happenedOn(silent)).toBe(on);
    expect(happenedOn({ ...silent, occurredOn: '2026-01-02' })).toBe('2026-01-02');
  });

  it('is never a day that has not come', () => {
    expect(checkOccurredOn({ ...silent, occurredOn: '2026-01-06' })?.code).toBe('occurredOn.future');
    expect(checkOccurredOn({ ...silent, occurredOn: on })).toBeNull();
    expect(codesOf(aCase().tries('dsn', 'note.added', { note: '-' }, { occurred: 1 }))).toEqual(['occurredOn.future']);
  });

  it('is never long before the child was born, though a case may begin before birth', () => {
    const unborn = aCase({ bornOn: undefined, expectedOn: '@60' });
    expect(codesOf(unborn.tries('dsn', 'note.added', { note: '-' }, { occurred: -370 }))).toEqual(['day.beforeLife']);
    expect(codesOf(unborn.tries('dsn', 'note.added', { note: '-' }, { occurred: -369 }))).toEqual([]);
  });

  it('lies before the previous of its kind only with a reason', () => {
    const earlier = { ...silent, occurredOn: '2026-01-02' };
    expect(checkOccurredOn(earlier, { on: '2026-01-03' })?.code).toBe('occurredOn.beforePrevious');
    expect(checkOccurredOn(earlier, { on, occurredOn: '2026-01-02' })).toBeNull();
    expect(checkOccurredOn({ ...event, occurredOn: '2026-01-02' }, { on: '2026-01-03' })).toBeNull();
    expect(checkOccurredOn(earlier)).toBeNull();
  });
});
