import { inLanes, type SignedIn } from '@kaerimichi/casework';
import type { Endpoint } from '@kaerimichi/contracts';
import { type Asked, type Handled, type Handler, type Implementation, implement } from './implement.ts';
import type { ApiPorts } from './ports.ts';

/**
 * An endpoint whose key changes things once: a second request with it gets the first one's answer, one with other
 * content is refused. For writes outside cases; a case's commit keeps the key itself. Once within a process that goes on
 * living: the answer is kept after the work, so after a crash between the two, or in two processes at the same moment,
 * the work is done again, and whatever must not happen twice is refused by the database (an identifier that is taken).
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
  | { readonly ok: false; readonly refusal: { readonly code: 'key-reused' } };

/** Does work once per account, key and living process: whoever asks again is told what is kept, whoever reuses the key that it did. */
export function answersOnce({ store }: ApiPorts) {
  // Pressed twice: the second waits for the first and finds its answer.
  const inTurn = inLanes();
  return <Answer>(key: Key, work: () => Promise<Done<Answer>>): Promise<Answer | Before> =>
    inTurn(JSON.stringify([key.account, key.key]), async () => {
      const known = await store.cases.findAnswer(key.account, key.key);
      if (known?.bodyHash === key.bodyHash) return { ok: true, stored: { status: known.status, body: known.body } };
      if (known) return { ok: false, refusal: { code: 'key-reused' } };
      const { handled, keep } = await work();
      if (keep) await store.keepAnswer(key, keep);
      return handled;
    });
}

function keyOf<E extends Endpoint>(asked: Asked<E>): Key {
  const who: SignedIn | null = asked.who;
  return { account: who?.viewer.person ?? '', ...asked.key };
}
