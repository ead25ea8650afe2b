import { createObservable, type Observable } from '../live/observable.ts';
import type { OfflineProgram } from './offline-program.ts';

/** What the first view knows of the time without a network: as good as nothing, unless something is kept on this device. */
export type OfflinePort = {
  /** Something is kept here, or somebody is about to: the rest is loaded. */
  readonly isWanted: Observable<boolean>;
  /** The rest, once it is loaded (`openProgram`). */
  readonly program: Observable<OfflineProgram | null>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Of this browser: whether something is kept here. Says nothing of whom. */
  readonly flag: { readonly read: () => boolean; readonly write: (isKept: boolean) => void };
};

const FLAG = 'kaerimichi.device';

type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** Something that was written in this tab before it was loaded anew waits to be sent (`tabOutgoing`). */
const isTabWaiting = (tab: Storage): boolean => Object.keys(tab).some(name => name.includes('.outbox.'));

export function createOfflinePort(
  { storage, tab }: { readonly storage: Storage; readonly tab: Storage },
  server: Ask,
): OfflinePort {
  const flag = {
    read: () => storage.getItem(FLAG) !== null,
    write: (isKept: boolean) => (isKept ? storage.setItem(FLAG, '1') : storage.removeItem(FLAG)),
  };
  const program = createObservable<OfflineProgram | null>(null);
  return {
    flag,
    program,
    isWanted: createObservable(flag.read() || isTabWaiting(tab)),
    fetch: (url, init) => program.read()?.answers.ask(url, init, server) ?? server(url, init),
  };
}
