import type { Problem } from '@kaerimichi/contracts';
import type { Api } from './api.ts';
import { problemOf, UnreachableError } from './problem-error.ts';
import type { AnswerOf } from './route.ts';
import { routes } from './routes.ts';

export type EventToSend = {
  readonly caseId: string;
  readonly kind: 'fact' | 'move' | 'time';
  readonly append: boolean;
  /** Version the sender saw. */
  readonly version: number;
  /** One per attempt of a person; the same over every retry, so that it counts once. */
  readonly key: string;
  readonly body: { readonly type: string } & Readonly<Record<string, unknown>>;
};
export type EventAnswer = AnswerOf<typeof routes.send>;

const RETRY_DELAYS_MS = [400, 1500];

/** Version the case has now, from a version conflict. */
function currentVersion(problem: Problem): number | null {
  const { current } = problem;
  if (typeof current !== 'object' || current === null || !('version' in current)) return null;
  return typeof current.version === 'number' ? current.version : null;
}

/**
 * Sends one event. Lost connections and a busy server are retried with the same key; a fact that lost a race is sent
 * once more on the new version; a move is never sent again by itself (the person decides on what is there now).
 */
export async function sendEvent(
  api: Api,
  event: EventToSend,
  wait: (ms: number) => Promise<void> = ms => new Promise(done => setTimeout(done, ms)),
): Promise<EventAnswer> {
  const post = (version: number, key: string) =>
    api.call(routes.send, {
      params: { id: event.caseId },
      body: event.body,
      key,
      match: event.append ? '*' : `"${version}"`,
    });
  const persistent = async (version: number, key: string) => {
    for (const delay of RETRY_DELAYS_MS) {
      try {
        return await post(version, key);
      } catch (error) {
        const isPassing = error instanceof UnreachableError || problemOf(error)?.code === 'busy';
        if (!isPassing) throw error;
        await wait(delay);
      }
    }
    return post(version, key);
  };
  try {
    return await persistent(event.version, event.key);
  } catch (error) {
    const problem = problemOf(error);
    const newer = problem?.code === 'version-conflict' && event.kind === 'fact' ? currentVersion(problem) : null;
    if (newer === null) throw error;
    return persistent(newer, event.key);
  }
}
