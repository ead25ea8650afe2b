import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from '@kaerimichi/casework';
import type { Store } from '@kaerimichi/store';
import { fewAtATime } from './few-at-a-time.ts';

type Key = { readonly account: string; readonly key: string; readonly bodyHash: string };
type Stored = { readonly status: number; readonly body: string };
type Done<Answer> = { readonly handled: Answer; readonly keep: Stored | null };
type Before =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly refusal: { readonly code: 'key-reused' | 'busy' } };

/** What it wants of the store. */
type OnceStore = Pick<Store, 'cases' | 'tryLead' | 'keepAnswer'>;

/** Does work once per account and key: whoever asks again is told what is kept, whoever reuses the key that it did. */
export type Once = <Answer>(key: Key, work: () => Promise<Done<Answer>>) => Promise<Answer | Before>;

/** Each piece of work under way holds a connection beside the pools, so that other processes see that it is. */
const AT_A_TIME = 8;
const WAITING = 500;
/** Each look at what another process has under way opens a connection: the longer it takes, the fewer looks. */
const LOOKS_AGAIN_MS = 150;
const LOOKS_AGAIN_AT_LAST_MS = 1_200;

/** One for the process: the connections that work holds are counted over all endpoints. */
export function answersOnce(store: OnceStore): Once {
  // Pressed twice: the second waits for the first and finds its answer, here without asking the database again and again.
  const inTurn = inLanes();
  const fewOf = fewAtATime(AT_A_TIME, WAITING);
  return (key, work) => {
    const name = JSON.stringify([key.account, key.key]);
    return inTurn(name, async () => {
      for (let wait = LOOKS_AGAIN_MS; ; wait = Math.min(2 * wait, LOOKS_AGAIN_AT_LAST_MS)) {
        const before = await answerBefore(store, key);
        if (before) return before;
        const done = await fewOf(() => workAlone(store, { name, key }, work));
        if (!done) return busy;
        if (done !== 'elsewhere') return done.answer;
        await sleep(wait);
      }
    });
  };
}

const busy = { ok: false, refusal: { code: 'busy' } } as const;

async function answerBefore(store: OnceStore, { account, key, bodyHash }: Key): Promise<Before | null> {
  const known = await store.cases.findAnswer(account, key);
  if (!known) return null;
  if (known.bodyHash !== bodyHash) return { ok: false, refusal: { code: 'key-reused' } };
  return { ok: true, stored: { status: known.status, body: known.body } };
}

/** Work and keeping its answer, while no other process does either; `elsewhere`: one does. */
async function workAlone<Answer>(
  store: OnceStore,
  { name, key }: { readonly name: string; readonly key: Key },
  work: () => Promise<Done<Answer>>,
): Promise<{ readonly answer: Answer | Before } | 'elsewhere'> {
  const turn = await store.tryLead(`once ${name}`);
  if (!turn) return 'elsewhere';
  try {
    // It may have ended between the look and our turn.
    const before = await answerBefore(store, key);
    if (before) return { answer: before };
    const { handled, keep } = await work();
    if (keep) await store.keepAnswer(key, keep);
    return { answer: handled };
  } finally {
    await turn.release();
  }
}
