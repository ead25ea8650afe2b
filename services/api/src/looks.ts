import type { SignedIn } from '@kaerimichi/casework';
import { boundedMap } from '@kaerimichi/store';

/** More than one process serves within the life of a session; whoever is forgotten is logged once more. */
const LOOKS = 20_000;

type Look = { readonly who: SignedIn; readonly isBackground: boolean };

/**
 * Looks that stand in the log of who looked. What a page that stays open asks again is no further look of anybody: it is
 * left out where the same session's look at the same was noted before, and nowhere else, so that nobody reads unlogged.
 */
export function looks() {
  const noted = boundedMap<true>({ entries: LOOKS });
  return {
    /** Whether this is a look to be noted; it counts as noted from now on. */
    isNew({ who, isBackground }: Look, at: string): boolean {
      const name = JSON.stringify([who.session.id, who.session.epoch, at]);
      if (isBackground && noted.get(name)) return false;
      noted.set(name, true);
      return true;
    },
  };
}

export type Looks = ReturnType<typeof looks>;
