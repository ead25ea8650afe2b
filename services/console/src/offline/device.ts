import { createObservable, type Readable } from '../live/observable.ts';
import type { DeviceRows, Lock } from './device-rows.ts';
import { makeLock, openLock, seal, unseal } from './sealing.ts';

/** So long what was read is kept (experience.md §17). */
export const KEEP_MS = 72 * 3_600_000;
/** So many wrong PINs in a row, and everything is gone (experience.md §5.12). */
export const MOST_TRIES = 5;
/** A clock that was set back by more than this would make what is old look new. */
const CLOCK_BACK_MS = 3_600_000;
/** What is written here and not sent yet is not forgotten by its age: nobody else has it. */
export const UNSENT = 'unsent:';

/** What this browser keeps. `unsent`: rows that still have to be sent, counted also while it is locked. */
export type DeviceState =
  | { readonly is: 'unread' | 'none' }
  | { readonly is: 'locked'; readonly owner: string; readonly triesLeft: number; readonly unsent: number }
  | { readonly is: 'open'; readonly owner: string; readonly unsent: number };

export type Device = {
  readonly state: Readable<DeviceState>;
  /** Reads how it stands and forgets what is too old. */
  readonly look: () => Promise<void>;
  /** Begins to keep things here for one membership; what was kept for another is gone. */
  readonly setUp: (pin: string, owner: string) => Promise<void>;
  readonly unlock: (pin: string) => Promise<'open' | 'wrong' | 'wiped'>;
  readonly lock: () => void;
  readonly wipe: () => Promise<void>;
  /** Keeps a value; answers whether it is kept: not while the device is not open. */
  readonly put: (name: string, value: unknown) => Promise<boolean>;
  readonly get: (name: string) => Promise<{ readonly value: unknown; readonly at: number } | null>;
  readonly names: (prefix: string) => Promise<readonly { readonly name: string; readonly at: number }[]>;
  readonly remove: (names: readonly string[]) => Promise<void>;
};

type Ports = {
  readonly rows: DeviceRows;
  /** Says, before anything is loaded, that something is kept here; nothing else. */
  readonly flag: { readonly write: (isKept: boolean) => void };
  /** Other tabs of this browser. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  readonly now: () => number;
  readonly rounds?: number;
};

const CHANGED = 'changed';

/** What this browser keeps sealed: for one membership, behind a PIN, for three days. */
export function createDevice({ rows, flag, channel, now, rounds }: Ports): Device {
  const state = createObservable<DeviceState>({ is: 'unread' });
  let key: CryptoKey | null = null;
  /** Of the lock that the key is of: another tab may have made a new one since. */
  let salt = '';
  const tell = (next: DeviceState) => isSame(next, state.read()) || state.write(next);
  const isOld = (at: number) => now() - at > KEEP_MS || at - now() > CLOCK_BACK_MS;

  async function look(): Promise<void> {
    const [lock, all] = await Promise.all([rows.readLock(), rows.list()]);
    const old = all.filter(({ name, at }) => !name.startsWith(UNSENT) && isOld(at)).map(({ name }) => name);
    if (old.length > 0) await rows.remove(old);
    flag.write(lock !== null);
    if (!lock) {
      key = null;
      tell({ is: 'none' });
      return;
    }
    if (saltOf(lock) !== salt) key = null;
    const unsent = all.filter(({ name }) => name.startsWith(UNSENT)).length;
    const { owner, tries } = lock;
    tell(key ? { is: 'open', owner, unsent } : { is: 'locked', owner, triesLeft: MOST_TRIES - tries, unsent });
  }
  const told = async () => {
    await look();
    channel.postMessage(CHANGED);
  };
  channel.addEventListener('message', ({ data }) => {
    if (data === CHANGED) void look();
  });

  async function wipe(): Promise<void> {
    key = null;
    await rows.erase();
    await told();
  }

  async function unlock(pin: string) {
    const lock = await rows.countTry();
    if (!lock) {
      await look();
      return 'wiped' as const;
    }
    const opened = lock.tries > MOST_TRIES ? null : await openLock(lock, pin);
    if (opened) {
      key = opened;
      salt = saltOf(lock);
      await rows.writeLock({ ...lock, tries: 0 });
      await look();
      return 'open' as const;
    }
    if (lock.tries >= MOST_TRIES) {
      await wipe();
      return 'wiped' as const;
    }
    await look();
    return 'wrong' as const;
  }

  return {
    state,
    look,
    unlock,
    wipe,
    lock: () => {
      key = null;
      void look();
    },
    setUp: async (pin, owner) => {
      await rows.erase();
      const made = await makeLock(pin, rounds ? { owner, rounds } : { owner });
      await rows.writeLock(made.lock);
      key = made.key;
      salt = saltOf(made.lock);
      await told();
    },
    ...sealedValues({ rows, now, isOld, told, key: () => key }),
  };
}

/** What is the same is told to nobody again. */
const isSame = (a: DeviceState, b: DeviceState): boolean => JSON.stringify(a) === JSON.stringify(b);

const saltOf = ({ salt }: Lock): string => salt.join();

type Values = Pick<Ports, 'rows' | 'now'> & {
  readonly isOld: (at: number) => boolean;
  readonly told: () => Promise<void>;
  /** null while the device is not open. */
  readonly key: () => CryptoKey | null;
};

/** The rows as values: sealed under their names, opened by the key that there is then. */
function sealedValues({ rows, now, isOld, told, key }: Values): Pick<Device, 'put' | 'get' | 'names' | 'remove'> {
  return {
    put: async (name, value) => {
      const by = key();
      if (!by) return false;
      const sealed = await seal(by, name, value);
      // Sealed while somebody left, or began anew: it is not kept after that.
      if (key() !== by) return false;
      await rows.write({ ...sealed, name, at: now() });
      if (name.startsWith(UNSENT)) await told();
      return true;
    },
    get: async name => {
      const by = key();
      const row = by ? await rows.read(name) : null;
      if (!by || !row || (!name.startsWith(UNSENT) && isOld(row.at))) return null;
      try {
        return { value: await unseal(by, name, row), at: row.at };
      } catch {
        // Of an earlier lock: nobody opens it any more.
        return null;
      }
    },
    names: async prefix => (await rows.list()).filter(({ name }) => name.startsWith(prefix)),
    remove: async names => {
      await rows.remove(names);
      if (names.some(name => name.startsWith(UNSENT))) await told();
    },
  };
}
