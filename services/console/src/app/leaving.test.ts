import { afterEach, describe, expect, it } from 'vitest';
import { createLeaving, LEAVING_CHANNEL, type Leaving } from './leaving.ts';

/** What browsers have: its entries are own properties, as those of a Storage are. */
function aStorage(entries: Record<string, string>): Storage {
  const kept = { ...entries };
  Object.defineProperties(kept, {
    getItem: { value: (name: string) => kept[name] ?? null },
    setItem: { value: (name: string, value: string) => void Object.assign(kept, { [name]: value }) },
    removeItem: { value: (name: string) => Reflect.deleteProperty(kept, name) },
  });
  return kept as unknown as Storage;
}

const typed = () => aStorage({ 'kaerimichi.draft.p1.c1.note.added': '{}', 'kaerimichi.recent': '["c1"]', other: '1' });
const channels: BroadcastChannel[] = [];
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

function aTab(session = typed()): Leaving & { session: Storage; wasSent: boolean[] } {
  const channel = new BroadcastChannel(LEAVING_CHANNEL);
  channels.push(channel);
  const wasSent: boolean[] = [];
  return {
    ...createLeaving({ session, channel, onErase: () => undefined, onLeftElsewhere: () => wasSent.push(true) }),
    session,
    wasSent,
  };
}

describe('leaving', () => {
  it('erases drafts and recent cases in every tab', async () => {
    const [here, elsewhere] = [aTab(), aTab()];
    here.leave();
    await expect.poll(() => elsewhere.wasSent).toEqual([true]);
    for (const { session } of [here, elsewhere]) expect(Object.keys(session)).toEqual(['other']);
    expect(here.wasSent).toEqual([]);
    expect([here.hasLeft.read(), elsewhere.hasLeft.read()]).toEqual([true, true]);
  });

  it('ends when somebody signs in, whose own drafts stay and nobody else’s', () => {
    const session = aStorage({ 'kaerimichi.draft.p1.c1.x': '{}', 'kaerimichi.draft.p2.c1.x': '{}' });
    const tab = aTab(session);
    tab.enter('p2');
    expect(Object.keys(session)).toEqual(['kaerimichi.draft.p2.c1.x']);
    expect(tab.hasLeft.read()).toBe(false);
  });
});
