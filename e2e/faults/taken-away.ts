import { Client as Database } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import { type Client, clientWith } from '../product/client.ts';
import type { Product } from '../product/product.ts';
import { canaryEntries, daysAgo, plantedText } from './canary-case.ts';
import { putMember } from './people-world.ts';

export type Frame = { readonly at: number; readonly name: string; readonly text: string };
/** `saidAt`: the program's clock when the board was opened; nothing for a guardian, who has none. */
export type Listener = { readonly socket: Socket; readonly frames: Frame[]; readonly saidAt: string };

/** An open board, of a guardian its connection alone, that keeps every frame as it came. */
export async function listen(url: string, cookie: string): Promise<Listener> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  const frames: Frame[] = [];
  socket.onAny((name: string, ...told: unknown[]) =>
    frames.push({ at: performance.now(), name, text: JSON.stringify(told) }),
  );
  const { pulse } = (await socket.emitWithAck('board.watch')) as { pulse?: { at: string } };
  return { socket, frames, saidAt: pulse?.at ?? '' };
}

export type Revoked = { readonly tookMs: number };

/** Takes a right away, and waits for the frame that says so on the listener's screen. */
export async function revoke(
  listener: Listener,
  act: () => Promise<unknown>,
  says: (frame: Frame) => boolean,
): Promise<Revoked> {
  const from = listener.frames.length;
  const began = performance.now();
  await act();
  const told = () => listener.frames.slice(from).find(says);
  await expect.poll(() => told() !== undefined, { timeout: 10_000, interval: 5 }).toBe(true);
  return { tookMs: (told()?.at ?? Number.POSITIVE_INFINITY) - began };
}

/** The family name of every child here begins so; its number follows. */
export const CANARY = 'カナリヤ';
const bird = 'canary';
const words = {
  ...{ bird, name: CANARY, kana: 'かなりや', hospitalNumber: `${bird}-number`, bornOn: '2025-01-01' },
  ...{ caregiver: `${bird}-caregiver`, deviceModel: `${bird}-device`, schemeUntil: '2039-11-23' },
  ...{ fileGuardian: bird, fileAllergy: bird, fileDevice: bird, fileDeviceNote: bird },
};
/** Whether a text has a planted word, of any category. */
export const isCanary = (text: string): boolean => [CANARY, bird, words.schemeUntil].some(word => text.includes(word));

/** A word in an entry of every category that has any. */
export async function plantWords(
  send: (event: Record<string, unknown> & { type: string }) => Promise<void>,
): Promise<void> {
  const note = plantedText(words, 'plan');
  await send({ type: 'case.adopted', stage: 'preparing', since: daysAgo(30), source: 'paper', note });
  for (const event of canaryEntries(words)) await send(event as { type: string });
}

/** Everything that somebody is told of a case over HTTP: answers of the API, and pages as they are served. */
async function toldOf({ url, cookie }: Client, caseId: string, isAll: boolean): Promise<Map<string, string>> {
  const ofCase = ['', '/events?limit=500', '/transitions', '/source', '/handoffs'];
  const lists = isAll ? ['/board', '/tasks', '/handoffs?box=in'] : [];
  const api = [...ofCase.map(part => `/cases/${caseId}${part}`), ...lists].map(path => `/api/v1${path}`);
  const pages = [`/cases/${caseId}`, `/cases/${caseId}/facts`, ...(isAll ? ['/board'] : [])];
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json' } });
    return [path, `${answer.status} ${await answer.text()}`] as const;
  };
  const search = { method: 'POST', body: JSON.stringify({ q: CANARY }) };
  const found = isAll ? [ask('/api/v1/search', search)] : [];
  return new Map(await Promise.all([...[...api, ...pages].map(path => ask(path)), ...found]));
}

type Kept = {
  /** Of a case whose number is left; else it is one that does not exist. */
  readonly isKnown: boolean;
  /** Whether they have a part with no other child of these tests: then no list tells of one either. */
  readonly isAll: boolean;
};

/** Where somebody is still told a planted word of a case, or that there is one. */
export async function wordsLeft(client: Client, caseId: string, { isKnown, isAll }: Kept): Promise<string[]> {
  const told = await toldOf(client, caseId, isAll);
  return [...told].flatMap(([path, text]) => {
    const isOfCase = path.startsWith(`/api/v1/cases/${caseId}`);
    const status = isOfCase && !isKnown ? '404' : '200';
    return [
      ...(isCanary(text) ? [`a word in ${path}`] : []),
      ...(text.startsWith(status) ? [] : [`${text.slice(0, 3)} at ${path}`]),
    ];
  });
}

/** Places in which somebody is told a planted word: whoever should be told some shows that they are looked for rightly. */
export async function placesOfWords(client: Client, caseId: string): Promise<string[]> {
  const told = await toldOf(client, caseId, true);
  return [...told].flatMap(([path, text]) => (isCanary(text) ? [path] : []));
}

type Newcomers = {
  /** Names them, so that no two tests have the same. */
  readonly what: string;
  readonly count: number;
  /** An organisation in which each has a membership too, named like the person. */
  readonly besides: string | null;
};

/** Discharge nurses of the lead's own organisation, each signed in. */
export async function newcomers(product: Product, { what, count, besides }: Newcomers) {
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  try {
    const people: { id: string; client: Client }[] = [];
    for (let at = 0; at < count; at++) {
      const id = `${what.replaceAll(' ', '-')}-${at}`;
      const elsewhere = besides ? { besides: { id: `${id}-elsewhere`, org: besides } } : {};
      const cookie = await putMember(database, { id, org: 'org-kodomo', role: 'dischargeNurse', ...elsewhere });
      people.push({ id, client: clientWith(product.url, cookie) });
    }
    return people;
  } finally {
    await database.end();
  }
}
