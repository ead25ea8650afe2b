import { describe, expect, it } from 'vitest';
import { KEPT_AT } from '../api/api.ts';
import { createDevice } from './device.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { keptName } from './kept-names.ts';
import { memoryRows, silentChannel } from './testing/memory-rows.ts';

const get = { method: 'GET' };

async function aPlace() {
  const rows = memoryRows();
  const device = createDevice({
    rows,
    flag: { write: () => undefined },
    channel: silentChannel,
    now: () => 5000,
    rounds: 10,
  });
  await device.setUp('482913', 'm');
  const answers = createKeptAnswers(device);
  const server = { isUp: true, status: 200, body: {} as unknown };
  const ask = async (url: string) => {
    const response = await answers.ask(`/api/v1${url}`, get, async () => {
      if (!server.isUp) throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(server.body), { status: server.status });
    });
    // What is kept is kept beside the answer.
    await new Promise(done => setTimeout(done, 200));
    return response;
  };
  return { rows, device, answers, server, ask };
}

const page = (from: number, to: number) => ({
  version: to,
  events: Array.from({ length: to - from + 1 }, (_none, at) => ({ seq: from + at })),
});

describe('answers that are kept', () => {
  it('come again where nobody is reached, marked with their age', async () => {
    const { ask, server, answers } = await aPlace();
    server.body = { no: 'K-0077' };
    expect((await ask('/cases/c1')).headers.has(KEPT_AT)).toBe(false);
    server.isUp = false;
    const kept = await ask('/cases/c1');
    expect([await kept.json(), kept.headers.get(KEPT_AT)]).toEqual([{ no: 'K-0077' }, '5000']);
    expect(answers.shownAt.read()).toBe(5000);
    await expect(ask('/cases/c2')).rejects.toThrow();
    server.isUp = true;
    await ask('/cases/c1');
    expect(answers.shownAt.read()).toBeNull();
  });

  it('are kept also where the device was opened while they were under way', async () => {
    const { device, answers, rows } = await aPlace();
    device.lock();
    let arrive = (_answer: Response) => undefined as unknown;
    const asked = answers.ask('/api/v1/cases/c1', get, () => {
      return new Promise(done => {
        arrive = done;
      });
    });
    expect(await device.unlock('482913')).toBe('open');
    arrive(new Response('{}'));
    await asked;
    await new Promise(done => setTimeout(done, 200));
    expect([...rows.rows.keys()]).toEqual(['answer:/cases/c1']);
  });

  it('are the last fifty entries of a history, from wherever it is asked', async () => {
    const { ask, server } = await aPlace();
    server.body = page(1, 40);
    await ask('/cases/c1/events?after=0&limit=500');
    server.body = page(30, 80);
    await ask('/cases/c1/events?after=29');
    server.isUp = false;
    const { events, version } = await (await ask('/cases/c1/events?after=70')).json();
    expect([version, events.length, events[0]]).toEqual([80, 10, { seq: 71 }]);
    expect((await (await ask('/cases/c1/events?after=0')).json()).events).toHaveLength(50);
  });

  it('of a case that is nobody’s to see any more are forgotten', async () => {
    const { ask, server, rows } = await aPlace();
    await ask('/cases/c1');
    await ask('/cases/c1/card');
    await ask('/cases/c12');
    server.status = 404;
    await ask('/cases/c1');
    expect([...rows.rows.keys()]).toEqual(['answer:/cases/c12']);
    Object.assign(server, { status: 200, body: { columns: ['id', 'no'], rows: [['c3', 'K-1']] } });
    await ask('/board');
    expect([...rows.rows.keys()]).toEqual(['answer:/board']);
  });

  it('are those of a first page alone: no search, no export, nothing that was written', () => {
    expect(keptName('/api/v1/me')).toBe('answer:/session');
    for (const url of ['/search?q=x', '/cases/c1/documents/carryCard.pdf', '/board?due=3d', '/family', '/admin/people'])
      expect([url, keptName(`/api/v1${url}`)]).toEqual([url, null]);
  });
});
