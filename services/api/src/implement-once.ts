import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes, type SignedIn } from '@kaerimichi/casework';
import type { Endpoint } from '@kaerimichi/contracts';
import { fewAtATime } from './few-at-a-time.ts';
import { type Asked, type Handled, type Handler, type Implementation, implement } from './implement.ts';
import type { ApiPorts } from './ports.ts';

/**
 * An endpoint whose key changes things once: a second request with it gets the first one's answer, one with other
 * content is refused. For writes outside cases; a case's commit keeps the key itself. Once over all processes, which wait
 * for each other through the database. The answer is kept after the work: after a crash between the two the work is done
 * again, and whatever must not happen twice is refused by the database (an identifier that is taken).
 */
export function implementOnce<E extends Endpoint>(ports: ApiPorts, endpoint: E, handler: Handler<E>): Implementation {
  const once = answersOnce(ports);
  return implement(ports, endpoint, (asked, cookie) =>
    once<Handled<E>>(keyOf(asked), async () => {
      const handled = await handler(asked, cookie);
      if (!handled.ok || !('answer' in handled)) return { handled, keep: null };
      const { status } = endpoint;
      const kept = 'keep' in handled ? handled.keep : handled.answer;
      return {
        handled: { ok: true, stored: { status, body: JSON.stringify(handled.answer) } },
        keep: { status, body: JSON.stringify(kept) },
      };
    }),
  );
}

type Key = { readonly account: string; readonly key: string; readonly bodyHash: string };
type Stored = { readonly status: number; readonly body: string };
type Done<Answer> = { readonly handled: Answer; readonly keep: Stored | null };
type Before =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly refusal: { readonly code: 'key-reused' | 'busy' } };

/** Each piece of work under way holds a connection, so that other processes see that it is. */
const AT_A_TIME = 8;
const WAITING = 500;
const LOOKS_AGAIN_MS = 150;

/** Does work once per account and key: whoever asks again is told what is kept, whoever reuses the key that it did. */
export function answersOnce({ store }: ApiPorts) {
  // Pressed twice: the second waits for the first and finds its answer, here without asking the database again and again.
  const inTurn = inLanes();
  const fewOf = fewAtATime(AT_A_TIME, WAITING);
  return <Answer>(key: Key, work: () => Promise<Done<Answer>>): Promise<Answer | Before> => {
    const name = JSON.stringify([key.account, key.key]);
    return inTurn(name, async () => {
      for (;;) {
        const before = await answerBefore(store, key);
        if (before) return before;
        const done = await fewOf(() => workAlone(store, { name, key }, work));
        if (!done) return busy;
        if (done !== 'elsewhere') return done.answer;
        await sleep(LOOKS_AGAIN_MS);
      }
    });
  };
}

const busy = { ok: false, refusal: { code: 'busy' } } as const;

async function answerBefore(store: ApiPorts['store'], { account, key, bodyHash }: Key): Promise<Before | null> {
  const known = await store.cases.findAnswer(account, key);
  if (!known) return null;
  if (known.bodyHash !== bodyHash) return { ok: false, refusal: { code: 'key-reused' } };
  return { ok: true, stored: { status: known.status, body: known.body } };
}

/** Work and keeping its answer, while no other process does either; `elsewhere`: one does. */
async function workAlone<Answer>(
  store: ApiPorts['store'],
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

function keyOf<E extends Endpoint>(asked: Asked<E>): Key {
  const who: SignedIn | null = asked.who;
  return { account: who?.viewer.person ?? '', ...asked.key };
}
