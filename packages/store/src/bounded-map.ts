/** A map that drops what was used longest ago when it holds more entries or more weight than allowed. */
export type BoundedMap<Value> = {
  get(key: string): Value | undefined;
  /** Like get, without counting as a use. */
  peek(key: string): Value | undefined;
  set(key: string, value: Value, weight?: number): void;
  delete(key: string): void;
  clear(): void;
  values(): Iterable<Value>;
  readonly size: number;
};

export type Bounds = { readonly entries: number; readonly weight?: number };

export function boundedMap<Value>({ entries, weight = Number.POSITIVE_INFINITY }: Bounds): BoundedMap<Value> {
  // A Map keeps insertion order: the first key is the one used longest ago.
  const kept = new Map<string, { value: Value; weight: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const entry = kept.get(key);
      if (!entry) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    peek: key => kept.get(key)?.value,
    set(key, value, itsWeight = 1) {
      remove(key);
      kept.set(key, { value, weight: itsWeight });
      total += itsWeight;
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && total <= weight) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear() {
      kept.clear();
      total = 0;
    },
    *values() {
      for (const { value } of kept.values()) yield value;
    },
    get size() {
      return kept.size;
    },
  };
}
