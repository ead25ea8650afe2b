import type { Plugin } from 'vite';

/** Our own packages whose modules do nothing but say what they export. */
const saying = /\/packages\/(contracts|discharge|rules|access)\/src\//;

type Node = { readonly type: string; readonly start: number; readonly end: number };
type Statement = Node & { readonly declaration?: Statement | null; readonly declarations?: readonly Declared[] };
type Declared = { readonly init?: Node | null };

/**
 * Lets values of our packages that a page does not use be left out of it. A bundler cannot know that `z.object(…)` changes
 * nothing outside itself: for the sake of one list of words the console held every schema of the wire, and zod with them.
 */
export function pureValues(): Plugin {
  return {
    name: 'pure-values',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!saying.test(id)) return null;
      const { body } = this.parse(code, { lang: 'ts' }) as unknown as { readonly body: readonly Statement[] };
      const made = body
        .flatMap(statement => (statement.declaration ?? statement).declarations ?? [])
        .flatMap(({ init }) => (init && init.type !== 'ArrowFunctionExpression' ? [init] : []));
      let pure = code;
      for (const { start, end } of made.reverse())
        pure = `${pure.slice(0, start)}/* @__PURE__ */ (() => (${pure.slice(start, end)}))()${pure.slice(end)}`;
      return { code: pure, map: null };
    },
  };
}
