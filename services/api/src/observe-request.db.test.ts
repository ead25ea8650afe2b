import { connect } from 'node:net';
import { OUTBOX_START, withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  token = (await signedInAs(api.store, 'nurse-hospital')).token;
});
afterAll(() => api.stop());
afterEach(() => vi.restoreAllMocks());

/** How many requests were measured, by route and status. */
async function measured(): Promise<Record<string, number>> {
  const lines = (await api.metrics.text()).matchAll(
    /^kaerimichi_request_seconds_count\{route="([^"]+)",status="([^"]+)"\} (\d+)$/gm,
  );
  return Object.fromEntries([...lines].map(([, route, status, count]) => [`${route} ${status}`, Number(count)]));
}

/** Begins a request and hangs up amid its body. */
async function hangUp(path: string): Promise<void> {
  const socket = connect(api.port, '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${api.port}\r\nContent-Length: 100\r\n\r\n{"type":`);
  await new Promise(resolve => setTimeout(resolve, 100));
  socket.destroy();
}

describe('the time of a request', () => {
  it('is measured for every route and outcome, by its pattern and never by an id', async () => {
    await api.ask('GET', '/me', { token });
    await api.ask('GET', '/me');
    await api.ask('GET', '/cases/nobody-knows-this', { token });
    await api.ask('POST', '/cases/nobody-knows-this/events', { token, body: { type: 'x' } });
    await api.ask('POST', '/cases/nobody-knows-this/events', { body: {} });
    await expect.poll(measured).toEqual({
      'GET /me 200': 1,
      'GET /me 401': 1,
      'GET /cases/:id 404': 1,
      'POST /cases/:id/events 400': 1,
      'POST /cases/:id/events 401': 1,
    });
    expect(await api.metrics.text()).not.toContain('nobody-knows-this');
  });

  it('says of a fault that it was one', async () => {
    const rename = (from: string, to: string) =>
      withOwner(api.adminUrl, client => client.query(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('person', 'elsewhere');
    expect((await api.ask('GET', '/me', { token })).status).toBe(500);
    await rename('elsewhere', 'person');
    await expect.poll(measured).toMatchObject({ 'GET /me 500': 1 });
  });
});

describe('/readyz', () => {
  it('says that database and migrations are there, and how far the relay is behind', async () => {
    const { relay } = (await api.store.ready({ relay: OUTBOX_START })).outbox;
    const answer = await fetch(`http://127.0.0.1:${api.port}/readyz`);
    expect(await answer.json()).toEqual({ ok: true, database: true, missingMigrations: [], outbox: { relay } });
  });
});

describe('a client that hangs up', () => {
  it('amid an event is no fault of ours', async () => {
    const errors = vi.spyOn(api.log, 'error');
    await hangUp('/api/v1/cases/some/events');
    await expect.poll(measured).toMatchObject({ 'POST /cases/:id/events gone': 1 });
    expect(errors).not.toHaveBeenCalled();
  });
});
