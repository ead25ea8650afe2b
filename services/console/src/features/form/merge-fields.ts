import { isSame } from './is-same.ts';

type Body = Readonly<Record<string, unknown>>;

export type Versions = {
  /** What the form began with. */
  readonly base: Body;
  readonly mine: Body;
  readonly theirs: Body;
};
export type Merge = {
  /** Fields that only the other person changed: their value goes into the form. */
  readonly taken: readonly string[];
  /** Fields that both changed to something different: a person chooses. */
  readonly clashes: readonly string[];
};

/** Three-way comparison field by field, in the wire's terms; an absent field is an empty one. */
export function mergeFields(names: readonly string[], { base, mine, theirs }: Versions): Merge {
  const touched = names.filter(name => !isSame(theirs[name], base[name]) && !isSame(theirs[name], mine[name]));
  const isMine = (name: string) => !isSame(mine[name], base[name]);
  return { taken: touched.filter(name => !isMine(name)), clashes: touched.filter(isMine) };
}
