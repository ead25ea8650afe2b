import { forgetDrafts } from '../features/form/drafts.ts';
import { createObservable, type Observable } from '../live/observable.ts';
import { forgetRecentCases } from './recent-cases.ts';

/** What a browser keeps of the person before, and when it stops keeping it. */
export type Leaving = {
  /** Somebody signed out, here or in another tab: until the next sign-in nothing that is typed or seen is kept. */
  readonly hasLeft: Observable<boolean>;
  /** Erases what is kept and has every other tab do so. */
  readonly leave: () => void;
  /** Somebody signed in: what others typed goes, their own is kept again. */
  readonly enter: (person: string) => void;
};

type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

type Ports = {
  /** Of this tab alone. */
  readonly session: Storage;
  readonly channel: Channel;
  /** What is kept on this device goes with whoever leaves. */
  readonly onErase: () => void;
  /** The page of whoever left is not to stay open. */
  readonly onLeftElsewhere: () => void;
};

export const LEAVING_CHANNEL = 'kaerimichi.leaving';
const LEFT = 'left';

export function createLeaving({ session, channel, onErase, onLeftElsewhere }: Ports): Leaving {
  const hasLeft = createObservable(false);
  const erase = () => {
    // First of all: a form that is closed by this would keep its draft again.
    hasLeft.write(true);
    forgetDrafts(session);
    forgetRecentCases(session);
    onErase();
  };
  channel.addEventListener('message', ({ data }) => {
    if (data !== LEFT) return;
    erase();
    onLeftElsewhere();
  });
  return {
    hasLeft,
    leave: () => {
      erase();
      channel.postMessage(LEFT);
    },
    enter: person => {
      forgetDrafts(session, person);
      hasLeft.write(false);
    },
  };
}
