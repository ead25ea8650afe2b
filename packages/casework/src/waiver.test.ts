import { emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import type { AccessLog, LoadedCase, RefusedBefore, SignedIn } from './ports.ts';
import { mayWaiveThis } from './waiver.ts';

const head: SignedIn = {
  session: { id: 's', epoch: 1 },
  displayName: '師長',
  viewer: {
    person: 'head',
    membership: 'm-head',
    org: 'lead',
    orgKind: 'childrensHospital',
    role: 'dischargeNurse',
    flags: ['mayWaive'],
  },
};
const facts = emptyFacts('lead');
const loaded = { id: 'case', facts: { ...facts, entry: { ...facts.entry, seq: 9 } } } as LoadedCase;

/** A log that remembers whether the person was refused, and what it was asked. */
function logOf(wasRefused: boolean): { log: AccessLog; asked: RefusedBefore[] } {
  const asked: RefusedBefore[] = [];
  return {
    asked,
    log: {
      write: () => {},
      wasRefused: async about => wasRefused === asked.push(about) > 0,
      pageOfCase: async () => ({ entries: [], next: null }),
    },
  };
}

describe('an exception', () => {
  it('is made by a head nurse of the lead who was not stopped by it', async () => {
    const { log, asked } = logOf(false);
    expect(await mayWaiveThis(log, head, loaded)).toEqual({ ok: true, answer: loaded });
    expect(asked).toMatchObject([{ caseId: 'case', person: 'head', sinceSeq: 9 }]);
    expect(asked[0]?.types).toEqual(expect.arrayContaining(['preparation.closed', 'discharge.done', 'case.closed']));
    for (const type of ['note.added', 'visit.recorded', 'move.undone', 'entry.corrected'])
      expect(asked[0]?.types).not.toContain(type);
  });

  it('is never made by whoever sent the move that was refused', async () => {
    const { log } = logOf(true);
    expect(await mayWaiveThis(log, head, loaded)).toMatchObject({
      ok: false,
      refusal: { code: 'not-permitted', reasons: [{ code: 'waiver.ownMove', waivable: 'no' }] },
    });
  });
});
