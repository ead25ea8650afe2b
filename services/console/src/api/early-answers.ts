/** What public/early.js asked for before the program was there, by address; null where it did not. */
export type EarlyAnswers = {
  /** When, as `performance.now()` counts. */
  readonly at: number;
  readonly language: string;
  readonly answers: Readonly<Record<string, Promise<Response | null>>>;
};

/** Later than this an answer would no longer be what a question of now gets. */
const FRESH_MS = 5_000;

/**
 * `fetch` that gives each early answer once, to the first who asks the same in the same language, and asks the server for
 * everything else.
 */
export function takingEarly(early: EarlyAnswers | undefined, ask: typeof fetch, now = () => performance.now()) {
  const waiting = new Map(Object.entries(early?.answers ?? {}));
  return async (url: string, init: RequestInit): Promise<Response> => {
    const answer = init.method === 'GET' ? waiting.get(url) : undefined;
    waiting.delete(url);
    const isSame =
      early && now() - early.at < FRESH_MS && new Headers(init.headers).get('Accept-Language') === early.language;
    return (isSame && (await answer)) || ask(url, init);
  };
}
