import { createObservable, type Readable } from '../live/observable.ts';

export type LastSeen = {
  /** In milliseconds. */
  readonly at: Readable<number>;
  /** The server has just taken somebody here for being there. */
  readonly note: () => void;
};

type Ports = {
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  readonly now?: () => number;
};

export const LAST_SEEN_CHANNEL = 'kaerimichi.seen';
/** Other tabs are told at most so often: a second more or less is nothing to a quarter of an hour. */
const TELL_MS = 5_000;

/** When somebody at this browser was last seen: its tabs have one session, so each hears of the others. */
export function createLastSeen({ channel, now = Date.now }: Ports): LastSeen {
  const at = createObservable(now());
  let toldAt = 0;
  channel.addEventListener('message', () => at.write(now()));
  return {
    at,
    note: () => {
      at.write(now());
      if (now() - toldAt < TELL_MS) return;
      toldAt = now();
      channel.postMessage('seen');
    },
  };
}
