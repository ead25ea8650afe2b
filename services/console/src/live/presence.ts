import type { PresenceNow, PresenceSet, PresentPerson } from '@kaerimichi/contracts';
import { createObservable, type Observable } from './observable.ts';

/** Something on the screens that says where a person is: the board, or an open case. */
export type Place = { readonly board?: true; readonly caseId?: string };

export type Presence = {
  /** Who else is there, as the server told last. */
  readonly others: Observable<PresenceNow>;
  /** Somebody looks at this now; the answer ends it. */
  readonly here: (place: Place) => () => void;
  readonly take: (now: PresenceNow) => void;
  /** After a reconnection the server knows nothing of us. */
  readonly renew: () => void;
  /** Without a connection nobody knows who is still there. */
  readonly lost: () => void;
  /** Follows whether the page is looked at, until the answer is called. */
  readonly follow: () => () => void;
};

export const nobodyElse: PresenceNow = { board: [], more: 0, cases: {} };

/** Going from one screen to the next is one word, not two. */
const GATHER_MS = 300;

export const placeOf = (places: Iterable<Place>, isVisible: boolean): PresenceSet => {
  const all = isVisible ? [...places] : [];
  return { board: all.some(({ board }) => board), caseId: all.findLast(({ caseId }) => caseId)?.caseId ?? null };
};

/** Tells where one is, as long as the page is looked at, and holds where the others are. */
export function createPresence(send: (place: PresenceSet) => void): Presence {
  const others = createObservable(nobodyElse);
  const places = new Set<Place>();
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    const place = placeOf(places, document.visibilityState === 'visible');
    const text = JSON.stringify(place);
    if (text === said) return;
    said = text;
    send(place);
  };
  const soon = () => {
    timer ??= setTimeout(say, GATHER_MS);
  };
  return {
    others,
    here: place => {
      places.add(place);
      soon();
      return () => {
        places.delete(place);
        soon();
      };
    },
    take: others.write,
    renew: () => {
      // Of nowhere the server need not be told.
      said = JSON.stringify(placeOf([], false));
      soon();
    },
    lost: () => others.write(nobodyElse),
    follow: () => {
      document.addEventListener('visibilitychange', soon);
      return () => {
        clearTimeout(timer);
        timer = undefined;
        document.removeEventListener('visibilitychange', soon);
        others.write(nobodyElse);
      };
    },
  };
}

/** Those of them that one is not oneself. */
export const besides = (people: readonly PresentPerson[] | undefined, own: string): readonly PresentPerson[] =>
  people?.filter(({ id }) => id !== own) ?? [];

/** Who else has which case open. */
export const openCases = ({ cases }: PresenceNow, own: string): ReadonlyMap<string, readonly PresentPerson[]> =>
  new Map(
    Object.entries(cases)
      .map(([id, people]) => [id, besides(people, own)] as const)
      .filter(([, people]) => people.length > 0),
  );
