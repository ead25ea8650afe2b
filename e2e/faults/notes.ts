import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Client } from '../product/client.ts';
import { readHistory } from './commands.ts';

/** A note as its sender knows it; without an answer it may have been written or not. */
export type Note = {
  readonly caseId: string;
  readonly key: string;
  readonly text: string;
  readonly answer: string | null;
};

const LONGEST_MS = 15_000;

/** Sends one note after the other to a case until one is not acknowledged; the last one is that. */
export async function sendUntilCut(client: Client, caseId: string, word: string): Promise<Note[]> {
  const notes: Note[] = [];
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until) {
    const note = { caseId, key: randomUUID(), text: `mark-${word}-${randomUUID()}` };
    const answer = await send(client, note);
    notes.push({ ...note, answer });
    if (answer === null) return notes;
  }
  throw new Error(`nothing was cut within ${LONGEST_MS} ms`);
}

/** The answer as it came; null when there was none, or the database was away. */
async function send(client: Client, { caseId, key, text }: Omit<Note, 'answer'>): Promise<string | null> {
  const answer = await client.send(caseId, '*', { type: 'note.added', note: text }, key).catch(() => null);
  if (answer?.status === 200) return JSON.stringify(answer.body);
  if (answer && answer.status !== 503) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return null;
}

/** How often each text stands in the histories, and at which version. */
async function standing(client: Client, notes: readonly Note[]): Promise<Map<string, number[]>> {
  const at = new Map<string, number[]>(notes.map(({ text }) => [text, []]));
  for (const caseId of new Set(notes.map(note => note.caseId)))
    for (const { seq, texts } of await readHistory(client, caseId))
      for (const text of Object.values(texts ?? {})) at.get(text)?.push(seq);
  return at;
}

/** Every acknowledged note stands at its version, every other one once or not at all; how many of those stand. */
export async function expectKept(client: Client, notes: readonly Note[]): Promise<{ in: number; out: number }> {
  const at = await standing(client, notes);
  for (const { text, answer } of notes)
    if (answer) expect(at.get(text), `acknowledged: ${text}`).toEqual([JSON.parse(answer).version]);
    else expect(at.get(text)?.length, `not acknowledged: ${text}`).toBeLessThanOrEqual(1);
  const open = notes.filter(({ answer }) => answer === null);
  const written = open.filter(({ text }) => at.get(text)?.length === 1).length;
  return { in: written, out: open.length - written };
}

/** Sends what was not acknowledged again with its key, twice: one effect, and one answer. */
export async function expectRetried(client: Client, notes: readonly Note[]): Promise<void> {
  const retried: Note[] = [];
  for (const note of notes.filter(({ answer }) => answer === null)) {
    const answer = await sendUntilAnswered(client, note);
    expect(await sendUntilAnswered(client, note), `answered again: ${note.text}`).toBe(answer);
    retried.push({ ...note, answer });
  }
  expect(await expectKept(client, retried)).toEqual({ in: 0, out: 0 });
}

async function sendUntilAnswered(client: Client, note: Note): Promise<string> {
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until) {
    const answer = await send(client, note);
    if (answer) return answer;
    await sleep(50);
  }
  throw new Error(`not acknowledged within ${LONGEST_MS} ms: ${note.text}`);
}
