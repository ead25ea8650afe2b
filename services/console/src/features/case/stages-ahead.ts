import type { Pathway } from '@kaerimichi/contracts';

/** Stages on the way forward from here; the others are passed through only when something calls for it. */
export function stagesAhead(pathway: Pathway, from: string): ReadonlySet<string> {
  const ahead = new Set<string>();
  const next = (id: string) => {
    const forward = pathway.stages.find(stage => stage.id === id)?.forward;
    return pathway.moves.find(move => move.from === id && move.event === forward)?.to.split('.')[0];
  };
  for (let at = next(from); at !== undefined && at !== from && !ahead.has(at); at = next(at)) ahead.add(at);
  return ahead;
}
