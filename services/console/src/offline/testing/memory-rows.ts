import type { DeviceRows, Lock, Row } from '../device-rows.ts';

export type MemoryRows = DeviceRows & { readonly rows: Map<string, Row> };

/** Rows of a device in memory, as a browser's database keeps them. */
export function memoryRows(): MemoryRows {
  const rows = new Map<string, Row>();
  let lock: Lock | null = null;
  return {
    rows,
    readLock: async () => lock,
    writeLock: async next => {
      lock = next;
    },
    countTry: async () => {
      lock = lock && { ...lock, tries: lock.tries + 1 };
      return lock;
    },
    read: async name => rows.get(name) ?? null,
    list: async () => [...rows.values()].map(({ name, at }) => ({ name, at })),
    write: async row => void rows.set(row.name, row),
    remove: async names => {
      for (const name of names) rows.delete(name);
    },
    erase: async () => {
      lock = null;
      rows.clear();
    },
  };
}

export const silentChannel = { postMessage: () => undefined, addEventListener: () => undefined };
