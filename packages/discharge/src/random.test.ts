import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allMoves,
  type CaseState,
  type Decision,
  deadlinesOf,
  eventDefinitions,
  eventsByType,
  foldFacts,
  movesFrom,
  positionOf,
  redecide,
  stageMetas,
  type Unmet,
} from './chart.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { caseFacts } from './facts.ts';
import type { Story } from './histories/a-case.ts';
import { randomStart, sendRandom } from './histories/random-case.ts';
import { decideNext } from './redecide.ts';
import { adultLevel } from './tracks/adult/level.ts';
import { isTrackReady, trackRequirements } from './tracks/is-ready.ts';

const RUNS = 3000;
const CEILING = 8 * 1024;

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

const stored = (state: CaseState): CaseState => JSON.parse(JSON.stringify(state));

function isExplained(reason: Unmet, state: CaseState): void {
  for (const text of [reason.text.ja, reason.text.en]) expect(text).not.toMatch(/\{|undefined/);
  const definition = eventsByType.get(reason.fix?.event ?? '');
  if (!reason.fix) return;
  expect(definition).toBeDefined();
  for (const name of Object.keys(reason.fix.fill ?? {})) expect(definition?.body.shape).toHaveProperty(name);
  if (definition?.kind === 'move') expect(movesFrom(state.value).map(({ event }) => event)).toContain(reason.fix.event);
  else expect(positionOf(state.value).isOpen).toBe(true);
}

/** Value and facts tell the same story: stage, step, tracks and adult region are what the facts say on that day. */
function isOneCase({ value, facts }: CaseState, on: string): void {
  const { stage, step, isOpen, tracks, adult } = positionOf(value);
  const running = facts.evaluations.filter(({ status }) => status === 'admitted' || status === 'evaluated');
  const told = {
    stage: facts.entry.stage,
    closing: facts.closing?.how,
    ...(isOpen
      ? {
          tracks: Object.entries(trackRequirements).map(([, id]) =>
            isTrackReady(facts, id, on) ? 'ready' : 'working',
          ),
          adult: adultLevel(facts),
          away: facts.stays.filter(({ status }) => status === 'begun').length,
          readmitted: Boolean(facts.readmission),
          evaluated: running.map(({ resultSeq }) => (resultSeq ? 'evaluated' : 'admitted')),
        }
      : {}),
  };
  const stands = {
    stage,
    closing: isOpen ? undefined : step,
    ...(isOpen
      ? {
          tracks: Object.keys(trackRequirements).map(track => tracks[track as keyof typeof tracks]),
          adult,
          away: stage === 'trialStay' ? 1 : 0,
          readmitted: stage === 'readmission',
          evaluated: stage === 'evaluationAdmission' ? [step] : [],
        }
      : {}),
  };
  // Comparing first is quicker by far than a hundred thousand expectations.
  if (!isDeepStrictEqual(told, stands)) expect(told).toEqual(stands);
}

/** What holds of every decision, whatever was sent. */
function holds(before: CaseState, decision: Decision, on: string): void {
  if (!decision.ok) {
    expect(decision.reasons.length).toBeGreaterThan(0);
    if (decision.kind === 'requirementsUnmet') for (const reason of decision.reasons) isExplained(reason, before);
    return;
  }
  const { facts } = decision.state;
  expect(caseFacts.safeParse(facts).error).toBeUndefined();
  expect(stageMetas.has(decision.position.stage)).toBe(true);
  isOneCase(decision.state, on);
}

function walk(seeds: readonly number[]): Story {
  const child = randomStart(seeds[0] ?? 0);
  const rows = new Map<string, string>();
  for (const { decision } of child.steps) apply(rows, decision);
  for (const seed of seeds) {
    const before = deepFreeze(child.state());
    const decision = sendRandom(child, seed);
    holds(before, decision, child.steps.at(-1)?.event.on ?? '');
    if (!decision.ok) expect(child.state()).toBe(before);
    apply(rows, decision);
    if (seed % 3 === 0) isDecidedAgain(child, before, decision);
  }
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(deadlinesOf(child.facts()).map(({ kind, ref, on }) => [`${kind} ${ref}`, on])),
  );
  expect(deadlinesOf(child.facts())).toHaveLength(rows.size);
  return child;
}

/** From what the store would hold, the same event is decided the same. */
function isDecidedAgain(child: Story, before: CaseState, decision: Decision): void {
  const event = child.steps.at(-1)?.event;
  if (!event) throw new Error('a decision has an event');
  const past = child.past.slice(0, event.seq - 1);
  const again = decideNext({ state: stored(before), past, before: new Map(child.before) }, event);
  expect(isDeepStrictEqual(again, decision)).toBe(true);
}

/** Deadline rows as the store keeps them, changed by each decision. */
function apply(rows: Map<string, string>, decision: Decision | undefined): void {
  if (!decision?.ok) return;
  for (const { kind } of decision.deadlines) expect(deadlineKinds).toHaveProperty([kind]);
  for (const { kind, ref, dueOn } of decision.deadlines)
    if (dueOn) rows.set(`${kind} ${ref}`, dueOn);
    else expect(rows.delete(`${kind} ${ref}`)).toBe(true);
}

describe('random sequences of valid events', () => {
  const seeds = fc.array(fc.noBias(fc.integer()), { minLength: 10, maxLength: 18, size: 'max' });
  const reached = new Set<string>();
  const accepted = new Set<string>();

  it('keep the facts valid, change nothing when refused, and are decided the same from what is stored', {
    timeout: 300_000,
  }, () => {
    fc.assert(
      fc.property(seeds, list => {
        const child = walk(list);
        for (const { event, stage } of child.past) {
          accepted.add(event.type);
          reached.add(stage);
        }
        expect(child.past.map(({ event }) => event.seq)).toEqual(child.past.map((_past, index) => index + 1));
        expect(isDeepStrictEqual(foldFacts(child.past), child.facts())).toBe(true);
        expect(isDeepStrictEqual(stored(child.state()), child.state())).toBe(true);
        if ((list[0] ?? 0) % 4 === 0)
          expect(isDeepStrictEqual(redecide(child.past), { ok: true, state: child.state() })).toBe(true);
        expect(JSON.stringify(child.facts()).length).toBeLessThanOrEqual(CEILING);
      }),
      { numRuns: RUNS, seed: 20261122 },
    );
  });

  it('come to every stage, and see every event accepted', () => {
    expect([...stageMetas.keys()].filter(stage => !reached.has(stage))).toEqual([]);
    expect(eventDefinitions.map(({ type }) => type).filter(type => !accepted.has(type))).toEqual([]);
    expect(allMoves().length).toBeGreaterThan(50);
  });
});
