import { describe, expect, it } from 'vitest';
import { aCase } from '../histories/a-case.ts';
import { actors } from '../histories/script.ts';

const member = (name: keyof typeof actors) => actors[name]?.membership ?? '';

describe('a note', () => {
  it('of itself changes nothing that is known of the child', () => {
    const child = aCase();
    const before = child.facts();
    expect(child.sends('dsn', 'note.added', { note: 'x' }).facts()).toEqual(before);
  });

  it('calls somebody until they say that they saw it', () => {
    const child = aCase().sends('dsn', 'note.added', { note: 'x', mentions: [member('doctor'), member('hvn')] });
    const seq = child.seq();
    expect(child.facts().mentions?.map(call => [call.seq, call.to])).toEqual([
      [seq, member('doctor')],
      [seq, member('hvn')],
    ]);
    child.sends('doctor', 'mention.answered', { seq });
    expect(child.facts().mentions?.map(({ to }) => to)).toEqual([member('hvn')]);
    const again = child.tries('doctor', 'mention.answered', { seq });
    expect(again.ok).toBe(false);
  });

  it('answers what its writer was called to, and calls nobody to their own', () => {
    const child = aCase().sends('dsn', 'note.added', { note: 'x', mentions: [member('doctor')] });
    child.sends('doctor', 'note.addressed', { visibility: 'ownHouse', note: 'y', mentions: [member('doctor')] });
    expect(child.facts()).not.toHaveProperty('mentions');
  });

  it('that is revised calls those who were not called yet; struck out it calls nobody', () => {
    const child = aCase().sends('dsn', 'note.added', { note: 'x', mentions: [member('doctor')] });
    const seq = child.seq();
    child.sends('dsn', 'note.revised', {
      seq,
      visibility: 'wholeTeam',
      note: 'y',
      mentions: [member('doctor'), member('head')],
    });
    expect(child.facts().mentions?.map(call => [call.seq, call.to])).toEqual([
      [seq, member('doctor')],
      [seq, member('head')],
    ]);
    const fresh = aCase().sends('dsn', 'note.added', { note: 'x', mentions: [member('doctor')] });
    fresh.sends('dsn', 'entry.corrected', { seq: fresh.seq(), reason: '-' });
    expect(fresh.facts()).not.toHaveProperty('mentions');
  });

  it('remembers the newest calls alone', () => {
    const child = aCase();
    for (let n = 0; n < 14; n++) child.sends('dsn', 'note.added', { note: 'x', mentions: [member('doctor')] });
    expect(child.facts().mentions).toHaveLength(12);
    expect(child.facts().mentions?.at(-1)?.seq).toBe(child.seq());
  });
});
