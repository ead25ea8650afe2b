import { describe, expect, it } from 'vitest';
import { composeDocument } from './compose.ts';
import type { Known } from './known.ts';
import { packetOf } from './packet.ts';
import { emptyCase } from './testing/empty-case.ts';
import { entry, knownCase } from './testing/known-case.ts';

const code = 'A0B1-C2D3-E4F5';
const packet = packetOf({ handoffId: 'h-paper', code, address: 'https://example.test/p' });
const texts = {
  outside: '島の診療所',
  contacts: '支援室 045-000-0000',
  contactsNight: '当直 045-111-1111',
  breathing: '吸引圧 15',
};
const known = (more = {}): Known => {
  const base = knownCase();
  const handoff = {
    ...{
      id: 'h-paper',
      status: 'sent' as const,
      version: 2,
      sentVersion: 1,
      sentSeq: 91,
      given: [90],
      sentOn: '2026-11-20',
    },
    ...{ seq: 95, on: '2026-11-21', round: 0, confirmed: [], questions: [], sentHash: `beef1234${'0'.repeat(56)}` },
    ...more,
  };
  return {
    ...base,
    facts: { ...base.facts, needs: ['tracheostomy' as const], handoffs: [handoff] },
    entries: [
      ...base.entries,
      entry(90, 'handoff.composed', { handoffId: 'h-paper' }, texts),
      entry(95, 'handoff.composed', { handoffId: 'h-paper' }, { ...texts, breathing: '書きかけの第2版' }),
    ],
  };
};
const paperOf = (of = known()) => composeDocument(packet, of).paper;

describe('a printed handoff', () => {
  it('says how it is answered, and whom to call by day and by night, before anything else', () => {
    const { blocks, addressee } = paperOf();
    expect(addressee).toBe('島の診療所 御中');
    const first = JSON.stringify(blocks.slice(0, 3));
    for (const word of [
      code,
      'https://example.test/p',
      '第1版',
      'BEEF-1234',
      '支援室 045-000-0000',
      '当直 045-111-1111',
    ])
      expect(first).toContain(word);
  });

  it('is the version that was sent, not what is being written on', () => {
    const whole = JSON.stringify(paperOf());
    expect(whole).toContain('吸引圧 15');
    expect(whole).not.toContain('書きかけの第2版');
  });

  it('asks what is dangerous for this child, and nothing of an empty case', () => {
    expect(JSON.stringify(paperOf())).toContain('気管カニューレが抜けた');
    expect(JSON.stringify(paperOf(emptyCase()))).not.toContain('自分の言葉で');
  });
});
