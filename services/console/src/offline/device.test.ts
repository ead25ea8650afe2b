import { describe, expect, it } from 'vitest';
import { createDevice, KEEP_MS, MOST_TRIES, UNSENT } from './device.ts';
import { memoryRows, silentChannel } from './testing/memory-rows.ts';

const pin = '482913';
const child = { familyName: '江口', spo2: 96 };

function aDevice(rows = memoryRows()) {
  let time = Date.parse('2026-11-22T05:00:00Z');
  const flags: boolean[] = [];
  // As many rounds as a browser takes would only make the tests slow.
  const ports = { rows, flag: { write: (is: boolean) => void flags.push(is) }, channel: silentChannel, rounds: 10 };
  const open = () => createDevice({ ...ports, now: () => time });
  const passes = (ms: number) => {
    time += ms;
  };
  return { ...ports, open, device: open(), flags, passes };
}

describe('what a device keeps', () => {
  it('holds no word of it in the open, and gives it back to whoever has the PIN', async () => {
    const { device, open, rows } = aDevice();
    await device.setUp(pin, 'm-hvn');
    expect(await device.put('answer:/cases/c1', child)).toBe(true);
    const text = [...rows.rows.values()].map(row => `${row.name} ${new TextDecoder().decode(row.bytes)}`).join();
    expect(text).not.toMatch(/江口|spo2|96/);
    const later = open();
    await later.look();
    expect(later.state.read()).toEqual({ is: 'locked', owner: 'm-hvn', triesLeft: MOST_TRIES, unsent: 0 });
    expect(await later.get('answer:/cases/c1')).toBeNull();
    expect(await later.put('answer:/cases/c2', child)).toBe(false);
    expect(await later.unlock(pin)).toBe('open');
    expect((await later.get('answer:/cases/c1'))?.value).toEqual(child);
  });

  it('is erased by the fifth wrong PIN in a row, however often the page is loaded in between', async () => {
    const { device, open, rows, flags } = aDevice();
    await device.setUp(pin, 'm-hvn');
    await device.put('answer:/cases/c1', child);
    for (let n = 1; n < MOST_TRIES; n++) {
      const tab = open();
      expect(await tab.unlock('000000')).toBe('wrong');
      expect(tab.state.read()).toMatchObject({ is: 'locked', triesLeft: MOST_TRIES - n });
    }
    const last = open();
    expect(await last.unlock('111111')).toBe('wiped');
    expect(rows.rows.size).toBe(0);
    expect(last.state.read()).toEqual({ is: 'none' });
    expect(flags.at(-1)).toBe(false);
    expect(await open().unlock(pin)).toBe('wiped');
  });

  it('counts wrong PINs anew after the right one', async () => {
    const { device, open } = aDevice();
    await device.setUp(pin, 'm-hvn');
    const tab = open();
    await tab.unlock('000000');
    expect(await tab.unlock(pin)).toBe('open');
    const next = open();
    await next.look();
    expect(next.state.read()).toMatchObject({ triesLeft: MOST_TRIES });
  });

  it('is gone after 72 hours, also while it is locked and where the clock was set back; what is not sent stays', async () => {
    for (const passed of [KEEP_MS + 1, -2 * 3_600_000]) {
      const { device, open, rows, passes } = aDevice();
      await device.setUp(pin, 'm-hvn');
      await device.put('answer:/cases/c1', child);
      await device.put(`${UNSENT}o1`, child);
      passes(passed);
      expect(await device.get('answer:/cases/c1')).toBeNull();
      const tab = open();
      await tab.look();
      expect([...rows.rows.keys()]).toEqual([`${UNSENT}o1`]);
      expect(tab.state.read()).toMatchObject({ is: 'locked', unsent: 1 });
    }
  });
});

describe('what was kept before', () => {
  it('of another account is nowhere: who begins anew begins with nothing, and an open tab of before keeps nothing more', async () => {
    const { device, open, rows } = aDevice();
    await device.setUp(pin, 'm-hvn');
    await device.put('answer:/cases/c1', child);
    const other = open();
    await other.setUp('739182', 'm-dsn');
    expect(rows.rows.size).toBe(0);
    await device.look();
    expect(device.state.read()).toMatchObject({ is: 'locked', owner: 'm-dsn' });
    expect(await device.put('answer:/cases/c1', child)).toBe(false);
  });

  it('does not open what lies under another name', async () => {
    const { device, rows } = aDevice();
    await device.setUp(pin, 'm-hvn');
    await device.put('answer:/cases/c1', child);
    const row = rows.rows.get('answer:/cases/c1');
    if (row) rows.rows.set('answer:/cases/c2', { ...row, name: 'answer:/cases/c2' });
    expect(await device.get('answer:/cases/c2')).toBeNull();
  });
});
