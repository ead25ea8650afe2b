import type { OpenAttempts } from './open-attempts.ts';

export type KeyedWrites = <Answer>(content: unknown, write: (key: string) => Promise<Answer>) => Promise<Answer>;

/**
 * Gives each write its idempotency key: the same content keeps its key until it is accepted, also when a person presses
 * again after a lost answer, so that it counts once. Other content, and the same once more after it was accepted, is
 * another write. `open`: where keys outlive the page; the content must then tell what it is about.
 */
export function keyedWrites(newKey: () => string = () => crypto.randomUUID(), open?: OpenAttempts): KeyedWrites {
  let attempt = { content: '', key: '' };
  return async (content, write) => {
    const text = JSON.stringify(content);
    if (attempt.content !== text) {
      attempt = { content: text, key: open?.keyOf(text) ?? newKey() };
      open?.keep(text, attempt.key);
    }
    const sent = attempt;
    const answer = await write(sent.key);
    open?.forget(text);
    if (attempt === sent) attempt = { content: '', key: '' };
    return answer;
  };
}
