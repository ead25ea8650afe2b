import { describe, expect, it } from 'vitest';
import { bareProblem, ProblemError, UnreachableError } from '../api/problem-error.ts';
import { createDevice } from './device.ts';
import { sealedOutgoing } from './kept-outgoing.ts';
import { createOutbox, type KeptOutgoing, type Outgoing } from './outbox.ts';
import { memoryRows, silentChannel } from './testing/memory-rows.ts';

/** A server that knows keys, behind a network that is cut now and then. */
function aServer() {
  const stored = new Map<string, number>();
  const state = { isUp: true, losesAnswers: false, refuses: '' };
  return {
    stored,
    state,
    post: async ({ id }: Outgoing): Promise<number> => {
      if (!state.isUp) throw new UnreachableError();
      if (state.refuses) {
        const text = { code: 'visit.side', text: '自分の側だけです。', params: {}, waivable: 'no' as const };
        throw new ProblemError({ ...bareProblem(409), code: state.refuses, reasons: [text] } as never);
      }
      const version = stored.get(id) ?? stored.size + 1;
      stored.set(id, version);
      if (state.losesAnswers) throw new UnreachableError();
      return version;
    },
  };
}

let made = 0;
async function aBox(server = aServer(), kept?: KeptOutgoing) {
  const rows = memoryRows();
  const device = createDevice({
    rows,
    flag: { write: () => undefined },
    channel: silentChannel,
    now: () => 1000,
    rounds: 10,
  });
  await device.setUp('482913', 'm');
  const lies = kept ?? sealedOutgoing(device);
  let turn = Promise.resolve();
  const open = () =>
    createOutbox({
      kept: lies,
      send: server.post,
      isThere: () => true,
      alone: run => {
        turn = turn.then(run, run);
        return turn;
      },
      now: () => 1000,
      newId: () => `key-${++made}`,
    });
  return { box: open(), open, server, lies, device };
}

const record = {
  caseId: 'c1',
  no: 'K-0077',
  append: true,
  version: 3,
  body: { type: 'visit.recorded', findings: '変わりなし' },
};
const states = (box: { items: { read: () => readonly Outgoing[] } }) => box.items.read().map(({ state }) => state.is);

describe('the outbox', () => {
  it('says that something waits until the server has it, and that it is sent from then on', async () => {
    const { box, server } = await aBox();
    server.state.isUp = false;
    await box.add(record);
    await box.flush();
    expect(states(box)).toEqual(['waiting']);
    server.state.isUp = true;
    await box.flush();
    expect(box.items.read()).toMatchObject([{ state: { is: 'sent', version: 1 }, body: null }]);
    expect(server.stored.size).toBe(1);
  });

  it('keeps its key over lost answers and reloads: it is stored once', async () => {
    const { box, open, server } = await aBox();
    server.state.losesAnswers = true;
    await box.add(record);
    await box.flush();
    const later = open();
    await later.load();
    await later.flush();
    expect(states(later)).toEqual(['waiting']);
    server.state.losesAnswers = false;
    await later.flush();
    expect(states(later)).toEqual(['sent']);
    expect(server.stored.size).toBe(1);
  });

  it('tells why something was refused, goes on with the next, and sends it again only when it is told to', async () => {
    const { box, server } = await aBox();
    server.state.refuses = 'wrong-stage';
    const { id } = await box.add(record);
    await box.flush();
    server.state.refuses = '';
    await box.add(record);
    await box.flush();
    expect(box.items.read()).toMatchObject([
      { state: { is: 'refused', why: { code: 'wrong-stage', reasons: ['自分の側だけです。'] } } },
      { state: { is: 'sent' } },
    ]);
    await box.again(id);
    await box.flush();
    expect(states(box)).toEqual(['sent', 'sent']);
  });
});

describe('what is in the outbox', () => {
  it('waits for a sign-in where there is none, and says so', async () => {
    const { box, server } = await aBox();
    server.state.refuses = 'sign-in';
    await box.add(record);
    await box.flush();
    expect(box.items.read()).toMatchObject([{ state: { is: 'waiting', needsSignIn: true } }]);
  });

  it('does not say that something waits which it could not keep', async () => {
    const { box, device } = await aBox();
    device.lock();
    await expect(box.add(record)).rejects.toThrow();
    expect(box.items.read()).toEqual([]);
  });

  it('sends from one tab at a time, also where two find the network at once', async () => {
    const { box, open, server } = await aBox();
    server.state.isUp = false;
    await box.add(record);
    await box.add(record);
    const other = open();
    await other.load();
    server.state.isUp = true;
    await Promise.all([box.flush(), other.flush(), box.flush()]);
    await Promise.all([box.load(), other.load()]);
    expect(states(box)).toEqual(['sent', 'sent']);
    expect(states(other)).toEqual(['sent', 'sent']);
    expect(server.stored.size).toBe(2);
  });

  it('throws away what waits when it is told to, and then never sends it', async () => {
    const { box, open, server } = await aBox();
    server.state.isUp = false;
    const { id } = await box.add(record);
    await box.flush();
    await box.drop(id);
    server.state.isUp = true;
    const later = open();
    await later.load();
    await later.flush();
    expect(server.stored.size).toBe(0);
    expect(later.items.read()).toEqual([]);
  });
});
