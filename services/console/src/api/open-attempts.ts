/** Keys of writes whose answer has not come, by what was sent. */
export type OpenAttempts = {
  readonly keyOf: (content: string) => string | null;
  readonly keep: (content: string, key: string) => void;
  readonly forget: (content: string) => void;
};

const PLACE = 'kaerimichi.attempts';
/** Beyond it the oldest are forgotten: nobody has so many answers to wait for. */
const MOST = 20;

/**
 * In this tab: who reloads while something is being sent, and sends it again from the draft, writes it once. Only a
 * fingerprint of the content is kept.
 */
export function openAttempts(storage: Pick<Storage, 'getItem' | 'setItem'>): OpenAttempts {
  const read = (): [print: string, key: string][] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(PLACE) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  };
  const write = (kept: readonly (readonly [string, string])[]) => {
    try {
      storage.setItem(PLACE, JSON.stringify(kept.slice(-MOST)));
    } catch {
      // Full or refused: then it is as before a reload could be survived.
    }
  };
  const without = (content: string) => read().filter(([print]) => print !== fingerprint(content));
  return {
    keyOf: content => read().find(([print]) => print === fingerprint(content))?.[1] ?? null,
    keep: (content, key) => write([...without(content), [fingerprint(content), key]]),
    forget: content => write(without(content)),
  };
}

/** Two rounds of FNV-1a and the length: told apart are a person's last few writes, nobody attacks. */
function fingerprint(text: string): string {
  const round = (seed: number) => {
    let hash = seed;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return `${round(0x811c9dc5)}.${round(0x9747b28c)}.${text.length}`;
}
