import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEndpoints } from '@kaerimichi/contracts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { minimalBody, type Schema } from './minimal-body.ts';

let product: Product;
const people = {
  dischargeNurse: 'dsn@demo',
  wardNurse: 'ward@demo',
  doctor: 'doctor@demo',
  visitingNurse: 'hvn@demo',
  coordinator: 'coord@demo',
  admin: 'admin@demo',
} as const;
type Role = keyof typeof people;
const clients = new Map<Role, Client>();
let sharedId = '';
let privateId = '';

beforeAll(async () => {
  product = await startProduct();
  for (const [role, identifier] of Object.entries(people))
    clients.set(role as Role, await signIn(product.url, identifier));
  const nurse = clients.get('dischargeNurse');
  const found = await nurse?.get<{ cards: { id: string }[] }>('/search?q=0098');
  sharedId = found?.body.cards[0]?.id ?? '';
  const made = await nurse?.post<{ id: string }>('/cases', {
    lead: 'org-kodomo',
    bornOn: '2025-01-01',
    reason: 'x',
    origin: 'ward',
  });
  privateId = made?.body.id ?? '';
});
afterAll(() => product?.remove());

const withoutRequestId = ({ requestId: _own, ...body }: Record<string, unknown>) => body;

describe('access over HTTP', () => {
  it('refuses everyone who has not signed in, on every endpoint that is not open', async () => {
    const nobody = clientWith(product.url, '');
    for (const { method, path, open } of allEndpoints) {
      if (open) continue;
      const answer = await fetch(`${product.url}/api/v1${path.replace(/:\w+/g, 'x')}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect(answer.status, `${method} ${path}`).toBe(401);
    }
    expect((await nobody.get('/board')).status).toBe(401);
  });

  it('refuses a foreign origin and takes the two loopback names for one', async () => {
    const cookie = clients.get('dischargeNurse')?.cookie ?? '';
    const port = new URL(product.url).port;
    const ask = (origin: string) =>
      fetch(`${product.url}/api/v1/me`, { headers: { cookie, origin } }).then(answer => answer.status);
    expect(await ask('https://evil.example')).toBe(403);
    expect(await ask(`http://localhost:${port}`)).toBe(200);
    expect(await ask(`http://127.0.0.1:${port}`)).toBe(200);
  });

  it('tells a stranger the same as of a case that does not exist', async () => {
    const stranger = clients.get('visitingNurse');
    const missing = '00000000-0000-4000-8000-000000000000';
    for (const path of ['', '/events', '/transitions', '/source']) {
      const there = await stranger?.get(`/cases/${privateId}${path}`);
      const nowhere = await stranger?.get(`/cases/${missing}${path}`);
      expect(there?.status).toBe(404);
      expect(withoutRequestId(there?.body ?? {})).toEqual(withoutRequestId(nowhere?.body ?? {}));
    }
    const sent = await stranger?.send(privateId, '*', { type: 'note.added', note: 'x' });
    const lost = await stranger?.send(missing, '*', { type: 'note.added', note: 'x' });
    expect(sent?.status).toBe(404);
    expect(withoutRequestId({ ...sent?.body })).toEqual(withoutRequestId({ ...lost?.body }));
  });

  it('names every fault of an input with its path, and wants key and version', async () => {
    const nurse = clients.get('dischargeNurse');
    const bad = await nurse?.post<{ issues: { path: string }[] }>('/cases', {
      lead: 1,
      nonsense: true,
      bornOn: '2026-02-30',
    });
    expect(bad?.status).toBe(400);
    expect(bad?.body.issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['lead', 'nonsense', 'bornOn', 'reason', 'origin']),
    );
    const headers = { cookie: nurse?.cookie ?? '', 'content-type': 'application/json' };
    const keyless = await fetch(`${product.url}/api/v1/cases/${privateId}/events`, {
      method: 'POST',
      headers,
      body: '{"type":"note.added","note":"x"}',
    });
    expect(keyless.status).toBe(400);
    const versionless = await fetch(`${product.url}/api/v1/cases/${privateId}/events`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'k-versionless' },
      body: '{"type":"screening.completed"}',
    });
    expect(versionless.status).toBe(428);
  });

  it('lets each role send exactly the commands of the published table', async () => {
    const table = readFileSync(join(root, 'docs/permissions.md'), 'utf8').split('\n');
    const head =
      table
        .find(line => line.startsWith('| event |'))
        ?.split('|')
        .map(cell => cell.trim()) ?? [];
    const nurse = clients.get('dischargeNurse');
    const pathway = await nurse?.get<{ events: { type: string; kind: string; schema: Schema }[] }>('/pathway');
    const relation = {
      dischargeNurse: 'F',
      wardNurse: 'F',
      doctor: 'F',
      visitingNurse: 'P',
      coordinator: 'P',
      admin: '-',
    } as const;
    const wrong: string[] = [];
    let asked = 0;
    for (const { type, kind, schema } of pathway?.body.events ?? []) {
      if (kind === 'time' || type === 'case.registered') continue;
      const row =
        table
          .find(line => line.startsWith(`| \`${type}\``))
          ?.split('|')
          .map(cell => cell.trim()) ?? [];
      for (const [role, client] of clients) {
        const marks = row[head.indexOf(role)] ?? '–';
        // (w): with the right to waive; of these six only the doctor has it.
        const mayWaive = !marks.includes('(w)') || role === 'doctor';
        const isAllowed = role !== 'admin' && marks.includes(relation[role]) && mayWaive;
        // A version that no case has: what is allowed is a conflict, so that nothing changes from one question to the next.
        const { status } = await client.send(sharedId, 999_999, minimalBody(schema) as Record<string, unknown>);
        const expected = role === 'admin' ? 404 : isAllowed ? 409 : 403;
        asked += 1;
        if (status !== expected) wrong.push(`${role} ${type}: ${status}, not ${expected}`);
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});

describe('every answer', () => {
  it('is refused to a foreign origin on every route, and sockets on both transports', async () => {
    const { cookie } = await signIn(product.url, 'admin@demo');
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', `${product.url}1`])
      for (const { method, path } of allEndpoints) {
        const answer = await fetch(`${product.url}/api/v1${path.replace(/:\w+/g, 'x')}`, {
          method,
          headers: { origin, cookie: cookie },
        });
        expect([answer.status, (await answer.json()).code], `${origin} ${method} ${path}`).toEqual([
          403,
          'foreign-origin',
        ]);
      }
    for (const transport of ['websocket', 'polling'] as const) {
      const socket = io(product.url, {
        transports: [transport],
        forceNew: true,
        reconnection: false,
        extraHeaders: { cookie: cookie, origin: 'https://evil.example' },
      });
      expect(
        await new Promise(resolve => {
          socket.once('connect', () => resolve('connected'));
          socket.once('connect_error', () => resolve('refused'));
        }),
        transport,
      ).toBe('refused');
      socket.disconnect();
    }
  });

  it('keeps nothing, names no program, runs no inline script, and tells what a path takes', async () => {
    const page = await fetch(product.url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/connect-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
    const nurse = await signIn(product.url, 'dsn@demo');
    for (const path of ['/me', '/board', '/search?q=K', '/cases/x', '/nowhere']) {
      const answer = await fetch(`${product.url}/api/v1${path}`, { headers: { cookie: nurse.cookie } });
      expect(answer.headers.get('cache-control'), path).toBe('no-store');
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      if (!answer.ok) expect(answer.headers.get('x-request-id')).toBe((await answer.json()).requestId);
    }
    const askPathway = (headers: Record<string, string>) => fetch(`${product.url}/api/v1/pathway`, { headers });
    const pathway = await askPathway({ cookie: nurse.cookie });
    // The same for everybody, and kept for whoever is signed in.
    expect(pathway.headers.get('cache-control')).toBe('private, no-cache');
    const known = { 'cache-control': 'max-age=0', 'if-none-match': pathway.headers.get('etag') ?? '' };
    const again = await askPathway({ ...known, cookie: nurse.cookie });
    expect([again.status, await again.text(), (await askPathway(known)).status]).toEqual([304, '', 401]);
    for (const path of new Set(allEndpoints.map(endpoint => endpoint.path))) {
      const answer = await fetch(`${product.url}/api/v1${path.replace(/:\w+/g, 'x')}`, {
        method: 'PATCH',
        headers: { cookie: nurse.cookie },
      });
      const offered = allEndpoints.filter(endpoint => endpoint.path === path).map(({ method }) => method);
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get('allow')?.split(', ').sort(), path).toEqual([...offered].sort());
    }
  });
});

describe('access over sockets', () => {
  const open = (cookie: string, origin?: string) =>
    io(product.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, ...(origin ? { origin } : {}) },
    });
  const outcome = (socket: ReturnType<typeof open>) =>
    new Promise<string>(resolve => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', fault => resolve(fault.message));
    });

  it('refuses a handshake without a session or from a foreign origin', async () => {
    expect(await outcome(open(''))).toBe('sign-in');
    expect(await outcome(open(clients.get('dischargeNurse')?.cookie ?? '', 'https://evil.example'))).not.toBe(
      'connected',
    );
  });

  it('answers a stranger as if the case did not exist, and an administrator that the board is not theirs', async () => {
    const stranger = open(clients.get('visitingNurse')?.cookie ?? '');
    expect(await stranger.emitWithAck('case.watch', { caseId: privateId })).toEqual({ code: 'not-found' });
    expect(await stranger.emitWithAck('case.watch', { caseId: 'nowhere' })).toEqual({ code: 'not-found' });
    expect(await stranger.emitWithAck('case.watch', { nonsense: 1 })).toEqual({ code: 'bad-input' });
    const admin = open(clients.get('admin')?.cookie ?? '');
    expect(await admin.emitWithAck('board.watch')).toEqual({ code: 'not-permitted' });
    stranger.emit('board.sync', 'not an object');
    expect(await stranger.emitWithAck('board.watch')).toMatchObject({ pulse: { count: expect.any(Number) } });
    for (const socket of [stranger, admin]) socket.disconnect();
  });

  it('sends a hub without consent the number only, and heals what a client has wrong', async () => {
    const hub = open(clients.get('coordinator')?.cookie ?? '');
    await hub.emitWithAck('board.watch');
    const heard = new Promise<{ changes: { caseId: string; card: Record<string, unknown> | null }[] }>(resolve =>
      hub.once('cases.changed', resolve),
    );
    const sent = await clients
      .get('dischargeNurse')
      ?.send(privateId, '*', { type: 'note.added', note: 'secret-canary' });
    expect(sent?.status).toBe(200);
    const [change] = (await heard).changes.filter(({ caseId }) => caseId === privateId);
    expect(change?.card).toMatchObject({ no: expect.any(String), stage: 'screening', needs: [], next: null });
    expect(JSON.stringify(change)).not.toMatch(/secret-canary|name/);
    const healed = await hub.emitWithAck('board.sync', { have: { [privateId]: 1, gone: 7 } });
    expect(healed.removed).toEqual(['gone']);
    expect(healed.changed.map(({ id }: { id: string }) => id)).toContain(privateId);
    hub.disconnect();
  });

  it('is out within two seconds of signing out', async () => {
    const own = await signIn(product.url, 'dsn@demo');
    const socket = open(own.cookie);
    await socket.emitWithAck('board.watch');
    const ended = new Promise<{ code: string }>(resolve => socket.once('session.ended', resolve));
    const began = performance.now();
    await fetch(`${product.url}/api/v1/session`, { method: 'DELETE', headers: { cookie: own.cookie } });
    expect(await ended).toEqual({ code: 'sign-in' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect((await own.get('/me')).status).toBe(401);
  });
});
