/** Numbers that look random and are the same every time. */
export type Draw = {
  /** A whole number from the first to the last. */
  between(first: number, last: number): number;
  of<Item>(items: readonly Item[]): Item;
  /** True so many times in a hundred. */
  in100(times: number): boolean;
};

/** Mulberry32: a sequence of its own for every seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  return {
    between,
    of(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to draw from');
      return item;
    },
    in100: times => next() * 100 < times,
  };
}
