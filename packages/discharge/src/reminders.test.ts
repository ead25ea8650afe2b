import { addDays } from '@kaerimichi/rules/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlinesOf, rowsToRepair } from './chart.ts';
import { aCase, type Story } from './histories/a-case.ts';
import { randomStart, sendRandom } from './histories/random-case.ts';
import { codesOf } from './histories/walk.ts';
import { isMovedByHand, phaseOf, remindOn } from './sla-days.ts';

/** Day 0 of these stories is Monday, 2026-01-05. */
const rowOf = (child: Story, kind: 'remind' | 'escalate') =>
  deadlinesOf(child.facts()).flatMap(row => (row.kind === kind ? [row.on] : []));
const holding = (recheckOn: string, holdId = 'h1') =>
  aCase({ bornOn: '2026-01-01' }).sends('dsn', 'hold.added', { holdId, code: 'housing', recheckOn });

describe('a reminder', () => {
  it('comes on the last business day before, once, and not earlier', () => {
    const child = holding('2026-01-13');
    // Monday the 12th is 成人の日.
    expect(rowOf(child, 'remind')).toEqual(['2026-01-09']);
    child.waits(3);
    expect(codesOf(child.tries('clock', 'due.reminded'))).toEqual(['due.noReminder']);
    child.waits(1).sends('clock', 'due.reminded');
    expect(child.on()).toBe('2026-01-09');
    expect(rowOf(child, 'remind')).toEqual([]);
    expect(codesOf(child.tries('clock', 'due.reminded'))).toEqual(['due.noReminder']);
  });

  it('is moved and cancelled with what it is about', () => {
    const child = holding('2026-01-20').sends('dsn', 'hold.added', {
      holdId: 'h2',
      code: 'housing',
      recheckOn: '2026-01-16',
    });
    expect(rowOf(child, 'remind')).toEqual(['2026-01-15']);
    child.sends('dsn', 'task.dueMoved', { task: 'hold.h2', dueOn: '2026-01-30', reason: '-' });
    expect(rowOf(child, 'remind')).toEqual(['2026-01-19']);
    child.sends('dsn', 'hold.removed', { holdId: 'h1' });
    expect(rowOf(child, 'remind')).toEqual(['2026-01-29']);
    child.sends('dsn', 'hold.removed', { holdId: 'h2' });
    expect(rowOf(child, 'remind')).toEqual([]);
  });

  it('has nothing to say of what is dated for tomorrow today', () => {
    expect(rowOf(holding('2026-01-06'), 'remind')).toEqual([]);
    expect(rowOf(holding('2026-01-07'), 'remind')).toEqual(['2026-01-06']);
  });

  it('of several days that were missed is one, and leaves what is dated after it', () => {
    const child = holding('2026-01-13').sends('dsn', 'hold.added', {
      holdId: 'h2',
      code: 'housing',
      recheckOn: '2026-01-16',
    });
    child.waits(60).sends('clock', 'due.reminded');
    expect(rowOf(child, 'remind')).toEqual([]);
    // As after a clock that ran ahead and was put right: the next one is not lost.
    child.waits(-55).sends('dsn', 'hold.added', { holdId: 'h3', code: 'housing', recheckOn: '2026-01-20' });
    expect(child.on()).toBe('2026-01-10');
    expect(rowOf(child, 'remind')).toEqual(['2026-01-19']);
  });

  it('is of an answer that is waited for too, and of nothing once the child has died', () => {
    const child = aCase({ bornOn: '2026-01-01' });
    child.sends('dsn', 'candidate.asked', {
      candidateId: 't1',
      function: 'visitingNurse',
      organisation: 'org-nozomi',
      replyBy: '2026-01-16',
    });
    expect(rowOf(child, 'remind')).toEqual(['2026-01-15']);
    expect(rowOf(child, 'escalate')).toEqual([]);
    child.sends('doctor', 'child.died', { place: 'hospital' });
    expect(deadlinesOf(child.facts())).toEqual([]);
  });
});

describe('an escalation', () => {
  it('comes when the business days of its kind are over, once, and not for what was kept', () => {
    const child = holding('2026-01-09');
    // Three business days: 13, 14, 15, since the 12th is 成人の日.
    expect(rowOf(child, 'escalate')).toEqual(['2026-01-15']);
    child.waits(9);
    expect(codesOf(child.tries('clock', 'due.escalated'))).toEqual(['due.noneMissed']);
    child.waits(1).sends('clock', 'due.escalated');
    expect(rowOf(child, 'escalate')).toEqual([]);
    expect(rowOf(holding('2026-01-09').sends('dsn', 'hold.removed', { holdId: 'h1' }), 'escalate')).toEqual([]);
  });
});

describe('the time of something dated', () => {
  it('comes near, is over and is late, each on its day', () => {
    const phases = ['2026-01-08', '2026-01-09', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16'].map(on =>
      phaseOf('holdRecheck', '2026-01-13', { on, rules: undefined }),
    );
    expect(phases).toEqual(['ahead', 'near', 'near', 'over', 'over', 'late']);
    expect(phaseOf('enquiry', '2026-01-13', { on: '2026-03-01', rules: undefined })).toBe('over');
    expect(phaseOf('lapse.skill', '2026-01-13', { on: '2026-01-13', rules: undefined })).toBe('ahead');
    expect(phaseOf('holdRecheck', null, { on: '2026-03-01', rules: undefined })).toBe('ahead');
  });

  it('knows leap day, holidays and the end of the year', () => {
    expect(
      ['2028-03-01', '2028-02-29', '2027-01-04', '2026-05-07', '2026-09-24'].map(day =>
        remindOn('visit', day, undefined),
      ),
    ).toEqual(['2028-02-29', '2028-02-28', '2026-12-28', '2026-05-01', '2026-09-18']);
  });

  it('is the same in every zone that a server may stand in', () => {
    const days = Array.from({ length: 1_900 }, (_, n) => addDays('2026-01-01', n));
    const zone = process.env.TZ;
    const told = ['UTC', 'Asia/Tokyo', 'America/New_York'].map(name => {
      process.env.TZ = name;
      return days.map(day =>
        [remindOn('visit', day, undefined), phaseOf('visit', day, { on: addDays(day, 1), rules: undefined })].join(),
      );
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(new Set(told[0]).size).toBeGreaterThan(1_000);
  });

  it('counts as moved by somebody where somebody sets it', () => {
    expect(['conference', 'discharge', 'trialStay', 'lapse.skill', 'remind'].map(isMovedByHand)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('rows of a case', () => {
  it('are repaired to what the case asks for, whatever they were, and then there is nothing to repair', () => {
    const seeds = fc.array(fc.noBias(fc.integer()), { minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(30)), (list, lost) => {
        const child = randomStart(list[0] ?? 0);
        for (const seed of list) sendRandom(child, seed);
        const wanted = deadlinesOf(child.facts());
        const rows = wanted.map(({ kind, ref, on, at = null }) => ({
          kind: kind as string,
          ref,
          on,
          at,
          isOpen: true,
        }));
        const kept = rows
          .filter((_, at) => !lost.includes(at))
          .map((row, at) => (at % 5 === 3 ? { ...row, on: '2020-01-01' } : row));
        const stray = { kind: 'holdRecheck', ref: 'gone', on: '2026-02-01', at: null, isOpen: true };
        const newer = { kind: 'lapse.newer', ref: 'x', on: '2026-02-01', at: null, isOpen: true };
        const byKey = new Map([...kept, stray, newer].map(row => [`${row.kind} ${row.ref}`, row]));
        for (const { kind, ref, dueOn, dueAt = null } of rowsToRepair(child.facts(), [...byKey.values()]))
          if (dueOn) byKey.set(`${kind} ${ref}`, { kind, ref, on: dueOn, at: dueAt, isOpen: true });
          else byKey.delete(`${kind} ${ref}`);
        const sorted = (all: readonly object[]) => all.map(row => JSON.stringify(row)).sort();
        expect(sorted([...byKey.values()])).toEqual(sorted([...rows, newer]));
        expect(rowsToRepair(child.facts(), [...byKey.values()])).toEqual([]);
      }),
      { numRuns: 200, seed: 20261130 },
    );
  });
});
