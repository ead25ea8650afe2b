import type { SignedIn } from '@kaerimichi/casework';
import type { Endpoint } from '@kaerimichi/contracts';
import type { Once } from './answers-once.ts';
import { type Asked, type Handled, type Handler, type Implementation, implement } from './implement.ts';
import type { ApiPorts } from './ports.ts';

/**
 * An endpoint whose key changes things once: a second request with it gets the first one's answer, one with other
 * content is refused. For writes outside cases; a case's commit keeps the key itself. Once over all processes, which wait
 * for each other through the database. The answer is kept after the work: after a crash between the two the work is done
 * again, and whatever must not happen twice is refused by the database (an identifier that is taken).
 */
export function implementOnce<E extends Endpoint>(ports: ApiPorts, endpoint: E, handler: Handler<E>): Implementation {
  return implement(ports, endpoint, (asked, cookie) =>
    ports.once<Handled<E>>(keyOf(asked), async () => {
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

function keyOf<E extends Endpoint>(asked: Asked<E>): Parameters<Once>[0] {
  const who: SignedIn | null = asked.who;
  return { account: who?.viewer.person ?? '', ...asked.key };
}
