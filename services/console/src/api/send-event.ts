import type { HistoryEvent, Problem } from '@kaerimichi/contracts';
import type { Api } from './api.ts';
import { ConflictError } from './conflict-error.ts';
import { LeftError, problemOf, UnreachableError } from './problem-error.ts';
import type { AnswerOf } from './route.ts';
import { routes } from './routes.ts';

export type EventBody = { readonly type: string } & Readonly<Record<string, unknown>>;
export type EventToSend = {
  readonly caseId: string;
  readonly append: boolean;
  /** Version the sender saw. */
  readonly version: number;
  /** One per attempt of a person; the same over every retry, so that it counts once. */
  readonly key: string;
  readonly body: EventBody;
  /** Whether the sender is still the one who is signed in; a session that came after is somebody else's. */
  readonly isHere: () => boolean;
  /**
   * What to send once more on the newer version, given what others did since; null where a person must decide.
   * A move has none: it is never sent again by itself.
   */
  readonly again?: ((since: readonly HistoryEvent[]) => EventBody | null) | undefined;
};
export type EventAnswer = AnswerOf<typeof routes.send>;

const RETRY_DELAYS_MS = [400, 1500];

type Wait = (ms: number) => Promise<void>;
type Attempt = { readonly version: number; readonly key: string; readonly body: EventBody };

/**
 * Sends one event. Lost connections and a busy server are retried with the same key; what lost a race is sent once more
 * where `again` says so. Throws ConflictError with the names of those who were faster otherwise, and LeftError where the
 * sender has left before it was accepted.
 */
export async function sendEvent(
  api: Api,
  event: EventToSend,
  wait: Wait = ms => new Promise(done => setTimeout(done, ms)),
): Promise<EventAnswer> {
  const post = async ({ version, key, body }: Attempt) => {
    if (!event.isHere()) throw new LeftError();
    const match = event.append ? '*' : `"${version}"`;
    return api.call(routes.send, { params: { id: event.caseId }, body, key, match });
  };
  try {
    return await insist(() => post(event), wait);
  } catch (error) {
    const conflict = await conflictFrom(api, event, error);
    const body = event.again?.(conflict.since) ?? null;
    if (!body) throw conflict;
    // Other content under a used key would be refused.
    const key = body === event.body ? event.key : crypto.randomUUID();
    return await insist(() => post({ version: conflict.version, key, body }), wait).catch(async second => {
      throw await conflictFrom(api, event, second);
    });
  }
}

async function insist(attempt: () => Promise<EventAnswer>, wait: Wait): Promise<EventAnswer> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await attempt();
    } catch (error) {
      const isPassing = error instanceof UnreachableError || problemOf(error)?.code === 'busy';
      if (!isPassing) throw error;
      await wait(delay);
    }
  }
  return attempt();
}

/** The conflict with who did what since; any other error is thrown as it is. */
async function conflictFrom(api: Api, { caseId, version }: EventToSend, error: unknown): Promise<ConflictError> {
  const problem = problemOf(error);
  if (problem?.code !== 'version-conflict') throw error;
  const told = await api
    .call(routes.events, { params: { id: caseId }, query: { after: version } })
    // Without the names the refusal still says what happened and when.
    .catch(() => null);
  if (!told) throw error;
  return new ConflictError(problem, { version: told.version, stage: stageNow(problem), since: told.events });
}

function stageNow({ current }: Problem): string | null {
  const isTold = typeof current === 'object' && current !== null && 'stage' in current;
  return isTold && typeof current.stage === 'string' ? current.stage : null;
}
