/** What is measured, in the order of the page; each part starts its own processes and needs no other. */
export const parts = ['commits', 'chart', 'fan-out', 'sustained', 'order', 'board', 'start', 'memory'] as const;
export type Part = (typeof parts)[number];

/** The parts named on the command line, all of them when none is; or a sentence about a name that is none. */
export function chosenParts(asked: readonly string[]): Part[] | string {
  const unknown = asked.filter(name => !parts.some(part => part === name));
  if (unknown.length > 0) return `There is no part ${unknown.join(', ')} of the bench; there are ${parts.join(', ')}.`;
  return parts.filter(part => asked.length === 0 || asked.includes(part));
}
