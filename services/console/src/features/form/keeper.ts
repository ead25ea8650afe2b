type Keeping<Kept> = {
  readonly write: (values: Kept) => boolean;
  /** What is sent is no draft any more. */
  readonly isSent: () => boolean;
  /** Whoever signed out leaves nothing behind: what is left after that moment is not stored again. */
  readonly hasLeft: () => boolean;
};

/** Stores a draft as long as it is one; false: nothing was stored. */
export const keeper =
  <Kept>({ write, isSent, hasLeft }: Keeping<Kept>) =>
  (values: Kept): boolean =>
    !isSent() && !hasLeft() && write(values);
