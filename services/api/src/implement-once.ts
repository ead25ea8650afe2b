import type { SignedIn } from '@kaerimichi/casework';
import type { Endpoint } from '@kaerimichi/contracts';
import { type Asked, type Handled, type Handler, type Implementation, implement } from './implement.ts';
import type { ApiPorts } from './ports.ts';

/**
 * An endpoint whose key changes things once: a second request with it gets the first one's answer, one with other
 * content is refused. For writes outside cases; a case's commit keeps the key itself.
 */
export function implementOnce<E extends Endpoint>(ports: ApiPorts, endpoint: E, handler: Handler<E>): Implementation {
  const running = new Map<string, Promise<unknown>>();
  const inTurn = async (lane: string, work: () => Promise<Handled<E>>) => {
    // Pressed twice: the second waits for the first and finds its answer.
    const turn = (running.get(lane) ?? Promise.resolve()).then(work, work);
    running.set(lane, turn);
    return turn.finally(() => {
      if (running.get(lane) === turn) running.delete(lane);
    });
  };
  return implement(ports, endpoint, (asked, cookie) => {
    const key = keyOf(asked);
    return inTurn(JSON.stringify([key.account, key.key]), async () => {
      const known = await ports.store.cases.findAnswer(key.account, key.key);
      if (known?.bodyHash === key.bodyHash) return { ok: true, stored: { status: known.status, body: known.body } };
      if (known) return { ok: false, refusal: { code: 'key-reused' } };
      const handled = await handler(asked, cookie);
      if (!handled.ok || !('answer' in handled)) return handled;
      const { status } = endpoint;
      const kept = 'keep' in handled ? handled.keep : handled.answer;
      await ports.store.keepAnswer(key, { status, body: JSON.stringify(kept) });
      return { ok: true, stored: { status, body: JSON.stringify(handled.answer) } };
    });
  });
}

function keyOf<E extends Endpoint>(asked: Asked<E>) {
  const who: SignedIn | null = asked.who;
  return { account: who?.viewer.person ?? '', ...asked.key };
}
