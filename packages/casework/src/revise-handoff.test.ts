import { emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { parseEvent } from './parse-event.ts';
import type { LoadedCase } from './ports.ts';
import { handoffReviser } from './revise-handoff.ts';

const day = '2026-12-01';
const handoff = { id: 'h1', seq: 7, given: [5], version: 2 };
const loaded = { id: 'c1', facts: { ...emptyFacts('lead'), handoffs: [handoff] } } as unknown as LoadedCase;

/** What was written with the events of a case, and every read of it. */
function aStore() {
  const reads: (readonly number[])[] = [];
  const written: Record<number, object> = {
    5: { condition: '安定', medicines: '朝' },
    7: { condition: '安定', medicines: '朝夕', nutrition: '5回' },
  };
  return {
    reads,
    listTexts: async (_id: string, seqs: readonly number[]) => {
      reads.push(seqs);
      return seqs.map(seq => ({ seq, body: written[seq] }));
    },
  };
}

const parsed = (body: object) => {
  const outcome = parseEvent(body, day);
  if (!outcome.ok) throw new Error('not an event');
  return outcome.answer;
};

describe('a handoff that is composed anew', () => {
  it('keeps what does not come, and names what is another than the recipient has', async () => {
    const store = aStore();
    const event = parsed({ type: 'handoff.composed', handoffId: 'h1', condition: '安定', medicines: '夕' });
    const revised = await handoffReviser(store)(loaded, event);
    expect(revised.said).toEqual(['medicines']);
    expect(revised.records[0]?.body).toEqual({ condition: '安定', medicines: '夕', nutrition: '5回' });
  });

  it('reads both earlier texts at once, and once however often the command is tried', async () => {
    const store = aStore();
    const revise = handoffReviser(store);
    const event = parsed({ type: 'handoff.composed', handoffId: 'h1', condition: '安定' });
    for (const _try of [1, 2, 3]) await revise(loaded, event);
    expect(store.reads).toEqual([[7, 5]]);
  });

  it('reads nothing for a handoff that is new, nor for any other event', async () => {
    const store = aStore();
    const revise = handoffReviser(store);
    await revise(loaded, parsed({ type: 'handoff.composed', handoffId: 'h2', recipient: 'org-a', condition: '安定' }));
    await revise(loaded, parsed({ type: 'handoff.sent', handoffId: 'h1' }));
    expect(store.reads).toEqual([]);
  });
});
