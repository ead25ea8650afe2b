const names = ['commits', 'memory', 'fan-out', 'board', 'start'] as const;
export type Part = (typeof names)[number];

export type Parts = { readonly areAll: boolean; has(part: Part): boolean };

/** The parts named on the command line, all of them when none is; throws on a name that is none. */
export function chosenParts(asked: readonly string[]): Parts {
  const unknown = asked.filter(name => !names.some(part => part === name));
  if (unknown.length > 0) throw new Error(`no part of the bench: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return { areAll: asked.length === 0, has: part => asked.length === 0 || asked.includes(part) };
}
