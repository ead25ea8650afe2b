import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { redecide } from '../chart.ts';
import { pathwayVersion } from '../discharge.ts';
import { digestOf } from './history.ts';
import { randomStart, sendRandom } from './random-case.ts';
import type { ScriptEvent } from './script.ts';
import { codesOf, createWalk, START, type Walk } from './walk.ts';

/** Five hundred histories per released version: what was sent, four digits of each decision, and a digest of the end. */
const HISTORIES = 500;
const EVENTS = 24;

type Recorded = { readonly events: readonly ScriptEvent[]; readonly digests: string; readonly state: string };

const file = new URL(`recorded-v${pathwayVersion}.jsonl.gz`, import.meta.url);

/** Stage, effects and deadlines of every decision; the facts, where they all end, once. */
const digestsOf = ({ steps }: Walk) =>
  steps
    .map(({ decision }) => {
      if (!decision.ok) return digestOf(codesOf(decision)).slice(0, 4);
      const { state, effects, deadlines } = decision;
      return digestOf([state.value, effects.map(({ type }) => type), deadlines]).slice(0, 4);
    })
    .join('');

function record(seed: number): Recorded {
  const child = randomStart(seed);
  for (let n = 0; n < EVENTS; n++) sendRandom(child, seed * 7919 + n * 104_729);
  const events = child.steps.map(({ sent }) => sent);
  return { events, digests: digestsOf(child), state: digestOf(child.state()) };
}

// As with the golden ones: evidence of a released version, written anew only on request.
if (process.env.UPDATE_HISTORIES === '1') {
  const lines = Array.from({ length: HISTORIES }, (_none, seed) => JSON.stringify(record(seed)));
  writeFileSync(file, gzipSync(lines.join('\n'), { level: 9 }));
}

const read = (): Recorded[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .map(line => JSON.parse(line));

describe('recorded histories', () => {
  it('are kept of this version of the pathway', () => {
    expect(existsSync(file)).toBe(true);
    expect(read()).toHaveLength(HISTORIES);
  });

  it('lead to the same decisions, every one, and are decided again from what was accepted', { timeout: 60_000 }, () => {
    for (const [index, { events, digests, state }] of read().entries()) {
      const walk = createWalk(START);
      for (const sent of events) walk.send(sent);
      const now = digestsOf(walk);
      const first = events.findIndex((_sent, n) => now.slice(n * 4, n * 4 + 4) !== digests.slice(n * 4, n * 4 + 4));
      expect({ index, decidedOtherwise: events[first]?.type }).toEqual({ index, decidedOtherwise: undefined });
      expect(digestOf(walk.state())).toBe(state);
      if (index % 10 === 0) expect(redecide(walk.past)).toEqual({ ok: true, state: walk.state() });
    }
  });
});
