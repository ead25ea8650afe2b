import { describe, expect, it } from 'vitest';
import { deliver, type Target, type Targets } from './deliver.ts';

const texts = { condition: '安定' };

/** A server that refuses to send to some, and what this tab remembers of it. */
function aServer({ refused }: { refused: string[] }) {
  const sent: string[] = [];
  let targets: Targets = {};
  let version = 1;
  const send = async ({ type, handoffId }: { type: string; handoffId?: unknown }) => {
    if (type === 'handoff.sent' && refused.includes(String(handoffId))) return null;
    sent.push(`${type} ${handoffId}`);
    version += 1;
    return version;
  };
  const note = (key: string, target: Target) => {
    targets = { ...targets, [key]: target };
  };
  const press = (keys: string[], { isToSend = true, written = texts } = {}) =>
    deliver(
      keys.map(key => ({
        key,
        body: { recipient: key },
        target: targets[key] ?? { handoffId: key, written: null, isSent: false },
      })),
      { texts: written, isToSend, isTeachBack: true, version },
      { send, note },
    );
  return { sent, press, refused };
}

describe('a handoff to several', () => {
  it('is written and sent to each', async () => {
    const { sent, press } = aServer({ refused: [] });
    expect(await press(['a', 'b'])).toBe(true);
    expect(sent).toEqual(['handoff.composed a', 'handoff.sent a', 'handoff.composed b', 'handoff.sent b']);
  });

  it('of whom a later one is refused goes to nobody a second time', async () => {
    const { sent, press, refused } = aServer({ refused: ['b'] });
    expect(await press(['a', 'b'])).toBe(false);
    const before = sent.length;
    expect(await press(['a', 'b'])).toBe(false);
    expect(sent.slice(before)).toEqual([]);
    // The family's consent came.
    refused.pop();
    expect(await press(['a', 'b'])).toBe(true);
    expect(sent.slice(before)).toEqual(['handoff.sent b']);
  });

  it('is not composed anew for one when another is left out', async () => {
    const { sent, press } = aServer({ refused: ['b'] });
    await press(['a', 'b']);
    const before = sent.length;
    expect(await press(['a'])).toBe(true);
    expect(sent.slice(before)).toEqual([]);
  });

  it('is written once more where the text is another, and sent from a draft that was kept', async () => {
    const { sent, press } = aServer({ refused: [] });
    await press(['a'], { isToSend: false });
    await press(['a'], { isToSend: false });
    expect(sent).toEqual(['handoff.composed a']);
    await press(['a'], { written: { condition: '不安定' } });
    expect(sent).toEqual(['handoff.composed a', 'handoff.composed a', 'handoff.sent a']);
  });
});
