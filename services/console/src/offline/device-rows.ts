/** How what this browser keeps is locked. Everything in it may be read by whoever has the device; none of it opens anything. */
export type Lock = {
  /** Membership that it belongs to. */
  readonly owner: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Rounds of PBKDF2. */
  readonly rounds: number;
  /** Never leaves this browser: a copy of the rows alone cannot be tried at leisure. */
  readonly deviceKey: CryptoKey;
  /** The key of the rows: sealed by the PIN, and that by the key of the device. */
  readonly wrapped: Sealed;
  /** Wrong PINs since the last right one. */
  readonly tries: number;
};

export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

/** One thing that is kept: its name and age in the open, both without a word about a child, all else sealed. */
export type Row = Sealed & { readonly name: string; readonly at: number };

/** Where the rows lie: IndexedDB in a browser. */
export type DeviceRows = {
  readonly readLock: () => Promise<Lock | null>;
  readonly writeLock: (lock: Lock) => Promise<void>;
  /** Counts one more wrong PIN before it is tried, so that a reload in between tries none for nothing; null: no lock. */
  readonly countTry: () => Promise<Lock | null>;
  readonly read: (name: string) => Promise<Row | null>;
  /** Names and ages of all. */
  readonly list: () => Promise<readonly { readonly name: string; readonly at: number }[]>;
  readonly write: (row: Row) => Promise<void>;
  readonly remove: (names: readonly string[]) => Promise<void>;
  /** Lock and rows, all of it. */
  readonly erase: () => Promise<void>;
};
